"""Flags: what strikes the eye about a session, computed for a person to decide on."""

from fastapi import APIRouter

router = APIRouter(tags=["flags"])
