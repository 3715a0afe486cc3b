"""A sandbox: invented data under a clock that a third party moves, to rehearse a whole morning.

Its operations are mounted on a database that was made as a sandbox, and nowhere else; that database
never serves anything real (docs/decisions/0047).
"""
