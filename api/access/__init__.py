"""Who may act: roles, scope, accounts and their tokens, screens, and members' phones."""
