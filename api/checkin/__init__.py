"""Check-in: from the code on the screen to an attendance, in two steps.

A code is exchanged for a ticket (`exchange`), a ticket and a person for a receipt (`actions`). Both
work on lists: what waits while the last list commits is the next one (`lists`, and of them
`exchanger` and `committer`).
`judging` decides by `rules`, `recording` writes, `door` is the short way in for the rush;
docs/decisions 0005 and 0037-0039 say why.
"""
