"""Rosters: lists to tick and to sign, with row numbers that never change."""
