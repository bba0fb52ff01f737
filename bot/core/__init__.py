"""What the bot knows and decides, free of Slack, files, clocks and chance."""
