"""A stand-in for Slack on one's own machine; the bot in it is the real one."""
