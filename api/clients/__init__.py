"""Clients: programs of third parties, which an administrator lets see a unit and what is below it.

Here a client is added, changed, given a new secret and revoked. How it asks, by a token of its own,
and what each scope opens, stands in `access`.
"""
