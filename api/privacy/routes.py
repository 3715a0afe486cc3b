"""Privacy over HTTP: retention, purges, erasure, the register of breaches."""

from fastapi import APIRouter

from api.access.guards import REFUSALS

router = APIRouter(tags=["privacy"], responses=REFUSALS)
