"""Notices: the texts, calendars and told-lists that follow from a session's time and halls.

What is posted into the offices' groups, by whom and when; which units have read it; the calendar
file whose number rises with each change.
"""
