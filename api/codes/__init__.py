"""Rotating codes: what a screen shows, and how old it may be when it is used."""
