"""Attendance: the record of who was there, in which window, and by what evidence.

`rules` is the one table from evidence to standing, and what may change a standing afterwards.
`store` is the truth, person by person; `tallies` are counts that follow it within each transaction,
so that nobody who watches counts a hall anew.
"""
