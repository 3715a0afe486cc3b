"""Flags: what strikes the eye about a session, computed for a person to decide on.

`rules` finds, `sayings` words it in one plain sentence. A flag refuses nothing and accuses nobody;
it goes when its cause goes, and a decision about it stays.
"""
