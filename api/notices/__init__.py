"""Notices: the texts, calendars and told-lists that follow from a session's time and halls."""
