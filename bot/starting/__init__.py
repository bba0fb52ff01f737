"""How the bot starts in each mode, and how it ends."""
