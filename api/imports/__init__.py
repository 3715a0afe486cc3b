"""Imports: lists of members as offices really have them, previewed and taken over."""
