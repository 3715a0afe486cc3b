"""Check-in: from the code on the screen to an attendance, in two steps."""
