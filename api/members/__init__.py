"""Members: who they are, as far as attendance needs it."""
