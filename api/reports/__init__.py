"""Reports: what each unit tells of a session or of a conference, and by which figures."""
