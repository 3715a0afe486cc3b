"""Attendance: the record of who was there, in which window, and by what evidence."""
