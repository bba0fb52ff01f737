"""Other ways to look words up, each asked the same questions of the same documents as the bot."""
