"""Summonses."""

from fastapi import APIRouter

from api.access.guards import REFUSALS

router = APIRouter(tags=["allocation"], responses=REFUSALS)
