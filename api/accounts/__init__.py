"""Accounts: invitations, grants, lending a duty, the second factor, sign-ins.

People get in by an invitation and act by grants: a role on a unit, from a day, until a day. Who may
grant what is in `rules`; that the last administrator cannot remove himself, in `last_admin`.
"""
