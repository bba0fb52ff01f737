"""The servers that bench/peers.py and bench/concurrency.py put beside ours, and what asks them.

Each is the least of its kind: none looks anything up.
"""
