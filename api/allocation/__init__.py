"""Allocation: who goes to which session, and the summonses that say so."""
