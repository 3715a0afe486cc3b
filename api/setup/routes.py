"""First day."""

from fastapi import APIRouter

from api.access.guards import REFUSALS

router = APIRouter(tags=["setup"], responses=REFUSALS)
