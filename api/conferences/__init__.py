"""Conferences, each made from a plan.

Title, quarter, topics, regulations, the two groups that are told, and the list of persons who are
not convened because they heard it elsewhere; `matching` finds them among the members.
"""
