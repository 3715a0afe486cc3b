"""Webhooks over HTTP."""

from fastapi import APIRouter

from api.access.guards import REFUSALS

router = APIRouter(tags=["webhooks"], responses=REFUSALS)
