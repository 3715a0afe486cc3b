"""Participants' files of Google Meet over HTTP."""

from fastapi import APIRouter

from api.access.guards import REFUSALS

router = APIRouter(tags=["meet"], responses=REFUSALS)
