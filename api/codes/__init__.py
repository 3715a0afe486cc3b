"""Rotating codes: what a screen shows, and how old it may be when it is used.

`derivation` makes digits and QR from the master key, the session, the point and the half minute; no
code is stored. `rules` says which half minutes are fresh, late, or from the future, in the closed
list of refusals. Rotating at once is a row, and the only one.
"""
