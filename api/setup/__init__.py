"""The first day of an office: its organiser, and a plan to begin with, or none."""
