"""A whole conference of the plan, played over HTTP, and its papers read back."""
