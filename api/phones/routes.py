"""Phones: whose phone is whose, from enrolment slip to lost phone, and the privacy notice."""

from fastapi import APIRouter

router = APIRouter(tags=["phones"])
