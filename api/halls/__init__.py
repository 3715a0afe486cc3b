"""Halls: what was seen in a hall during a session: heads counted, cameras on.

Two figures beside the check-ins, so that three sources can be compared; neither changes attendance.
"""
