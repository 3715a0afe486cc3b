"""Deciding: a person settles what evidence alone does not: pending attendance and typed names.

Confirm, reject, correct; match a typed name with a member, which also makes the phone his. After a
person's decision machines only add evidence, and nobody decides about himself (`settling`,
`vouching`).
"""
