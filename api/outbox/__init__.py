"""The outbox: mail and messages to other programs, each sent once, none lost."""
