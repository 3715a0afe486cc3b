"""Rosters."""

from fastapi import APIRouter

from api.access.guards import REFUSALS

router = APIRouter(tags=["rosters"], responses=REFUSALS)
