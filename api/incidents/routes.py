"""Incidents: problems that arose, told by units and points, and how they were resolved."""

from fastapi import APIRouter

router = APIRouter(tags=["incidents"])
