"""What the bot remembers: subscriptions and deliveries, in SQLite or PostgreSQL by one code."""
