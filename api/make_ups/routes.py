"""Make-ups over HTTP."""

from fastapi import APIRouter

from api.access.guards import REFUSALS

router = APIRouter(tags=["make_ups"], responses=REFUSALS)
