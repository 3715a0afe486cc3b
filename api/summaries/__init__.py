"""Summaries: the figures of a whole conference, its documents, and its closing.

Every unit, form, session and bloc by the same figures; each person once. Closing freezes a version;
what comes later is an addendum.
"""
