"""Make-ups: how those who were absent hear it after all.

Who was absent and why, a later session or a way of another kind, and the text that tells it. What
happened on the day is never rewritten: making up is a column of its own.
"""
