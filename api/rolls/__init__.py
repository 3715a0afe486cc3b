"""Rolls: where a unit stands in a session, member by member and in figures; countersigning.

The secretary's view: each member with what machines saw, what she wrote, and what stands (`rules`).
Above the threshold of ticks by hand a second person countersigns.
"""
