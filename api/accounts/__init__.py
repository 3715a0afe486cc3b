"""Accounts: invitations, grants, lending a duty, the second factor, sign-ins."""
