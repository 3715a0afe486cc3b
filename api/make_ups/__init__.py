"""Make-ups: how those who were absent hear it after all."""
