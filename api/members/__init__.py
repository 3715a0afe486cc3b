"""Members: who they are, as far as attendance needs it.

Name, unit, status, optional card number, where a member is for a time. `rules` holds the identity
of figures: members, less exempt, excluded and away, plus here, are those to be convened.
"""
