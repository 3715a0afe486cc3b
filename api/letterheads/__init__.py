"""Letterheads: how a unit's documents name it, and who signs them.

Superior body, issuing body, sign of its documents, place, and the signature's lines.
"""
