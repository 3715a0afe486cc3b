"""Audit: reading what was done, by whom, to what, and who viewed whom."""
