"""Summonses: what each unit is told of who goes where and when, as it was published."""
