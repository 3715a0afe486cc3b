"""Summaries: the figures of a whole conference, its documents, and its closing."""
