"""Slack as a whole at a steady rate: it sends requests, takes the bot's calls, and keeps count."""
