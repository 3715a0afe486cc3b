"""Webhooks: other programs that are told what happens.

Event types, who may have them, and letters signed by the Standard Webhooks way; the outbox carries
them, and addresses inside the office are refused.
"""
