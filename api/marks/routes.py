"""Marks: what a secretary writes beside names: present, absent and why; also copied from paper."""

from fastapi import APIRouter

router = APIRouter(tags=["marks"])
