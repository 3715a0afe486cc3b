"""Imports."""

from fastapi import APIRouter

from api.access.guards import REFUSALS

router = APIRouter(tags=["imports"], responses=REFUSALS)
