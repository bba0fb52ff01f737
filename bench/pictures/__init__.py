"""Draws every picture of docs/ from what the bot shows, so that they can be drawn again."""
