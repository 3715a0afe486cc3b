"""Webhooks: other programs that are told what happens."""
