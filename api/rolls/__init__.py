"""Rolls: where a unit stands in a session, member by member and in figures; countersigning."""
