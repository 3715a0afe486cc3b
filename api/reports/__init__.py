"""Reports: what each unit tells of a session or of a conference, and by which figures.

A report is filled from attendance, edited, submitted, returned or accepted; each submission is a
version that never changes. `counting` holds the identities that must agree, `states` who may do
what when, `wording` and `paper` the document, `photos` and `shares` what goes with it.
"""
