"""The first day of an office: its organiser, and a plan to begin with, or none.

Works once, on an empty installation, by the account that the first run made.
"""
