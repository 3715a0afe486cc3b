"""Halls: what was seen in a hall during a session: heads counted, cameras on."""

from fastapi import APIRouter

router = APIRouter(tags=["halls"])
