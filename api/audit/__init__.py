"""Audit: reading what was done, by whom, to what, and who viewed whom.

The trail itself is written by `api/events.py`, in the transaction of what it tells of. Here it is
filtered and shown, to administrators, and to a member as far as it concerns himself.
"""
