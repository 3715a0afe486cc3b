"""The outbox: mail and messages to other programs, each sent once, none lost.

Whatever must leave is a row in the transaction that causes it; `sender` lets couriers carry it,
tries again later each time, and keeps the proof.
"""
