"""Presets."""

from fastapi import APIRouter

from api.access.guards import REFUSALS

router = APIRouter(tags=["presets"], responses=REFUSALS)
