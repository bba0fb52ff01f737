"""Many workspaces at once: filled in, left alone, and worked on."""
