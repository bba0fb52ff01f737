"""Core values -> what Slack shows. Pure: it fetches nothing, asks no time and logs nothing."""
