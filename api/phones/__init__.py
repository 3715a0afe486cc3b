"""Phones: whose phone is whose, from enrolment slip to lost phone, and the privacy notice.

A phone is bound by proof, by a slip, or by the secretary; a bound one is replaced only by itself, a
slip, or her. The notice is shown before the first check-in and has versions.
"""
