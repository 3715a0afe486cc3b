"""Rosters: lists to tick and to sign, with row numbers that never change.

What is printed and read out: a member keeps his number in a conference, so that numbers called out
mean the same on every print.
"""
