"""Slack's payloads -> core -> rendering -> Slack; `registering` tells what answers what."""
