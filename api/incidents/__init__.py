"""Incidents: problems that arose, told by units and points, and how they were resolved.

The plan wants them told to the Ban Tuyên giáo, who sums them up; the reports take them from here.
"""
