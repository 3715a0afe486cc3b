"""Phones: whose phone is whose, from enrolment slip to lost phone, and the privacy notice."""
