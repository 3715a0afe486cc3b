"""Who may act: roles, scope, accounts and their tokens, screens, and members' phones.

Whoever asks becomes a `Principal` in `guards`; what a role or a client's scope opens is one table
each in `roles`; which units it reaches is one condition in `scope`, and every query of units or
persons goes through it. What is issued here, tokens and screens, is worthless after a restore.
"""
