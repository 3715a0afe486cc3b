"""Letterheads: how a unit's documents name it, and who signs them."""
