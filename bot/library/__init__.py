"""From folders of YAML on disk to proofed statements; it knows nothing of Slack or of answers."""
