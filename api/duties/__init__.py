"""Duties: members who serve a session rather than attend one.

The organisers' own people, who stand at a door while the others sit. They count as present.
"""
