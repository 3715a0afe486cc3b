"""Accounts."""

from fastapi import APIRouter

from api.access.guards import REFUSALS

router = APIRouter(tags=["accounts"], responses=REFUSALS)
