"""Every change that the database has seen, in its order."""
