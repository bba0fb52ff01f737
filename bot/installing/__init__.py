"""Workspaces install the bot by Slack's OAuth flow; each token is kept encrypted."""
