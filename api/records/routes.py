"""Own records: what a member sees of himself on his own phone, and asks to be put right."""

from fastapi import APIRouter

router = APIRouter(tags=["records"])
