"""Compares the core figures of this tree with those of another revision."""
