"""Deliveries over HTTP."""

from fastapi import APIRouter

from api.access.guards import REFUSALS

router = APIRouter(tags=["outbox"], responses=REFUSALS)
