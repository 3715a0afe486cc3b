"""Duties: members who serve a session rather than attend one."""
