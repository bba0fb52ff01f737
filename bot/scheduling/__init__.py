"""Digests are claimed when they are due, and each is posted once, whatever is killed."""
