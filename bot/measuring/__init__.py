"""Numbers about the bot at work, and whether it is ready; nothing of what people type, no names."""
