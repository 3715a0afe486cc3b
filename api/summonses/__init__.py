"""Summonses: what each unit is told of who goes where and when, as it was published.

A published allocation as text and document, one per unit; who has not been summoned since a change
is known.
"""
