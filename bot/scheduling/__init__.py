"""When digests are posted: the world's calendars and clocks, which core does not know."""
