"""Inputs by the thousand: bodies at the door, whole conversations, files of digests."""
