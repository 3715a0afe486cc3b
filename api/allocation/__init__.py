"""Allocation: who goes to which session, and the summonses that say so.

The plan says a third of a unit to each session, or a half. `rules` rounds that so that sessions add
up, `spreading` divides a unit's members, `places` finds the hall, `concerns` words what looks
wrong; nothing but a secretary's or the staff's decision binds, and who decided is kept.
"""
