"""Conferences, each made from a plan."""
