"""Bridge points: the venues of a conference, on the line or in Meet.

A point belongs to a conference and expects units; the nearest expectation above a unit counts
(`api/units/rules.py`). Line tests and the list of what must be ready belong here too. What a point
is within one session, its door and capacity, stands in `sessions`.
"""
