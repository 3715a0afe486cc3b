"""Deciding: a person settles what evidence alone does not: pending attendance and typed names."""

from fastapi import APIRouter

router = APIRouter(tags=["deciding"])
