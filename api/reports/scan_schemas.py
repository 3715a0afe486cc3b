"""What scans of signed reports say on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import UploadFile
from pydantic import BaseModel, ConfigDict, Field


class SignedScanFile(BaseModel):
    """A report as it was signed on paper."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"file": "…", "version": 1}]}
    )
    file: UploadFile = Field(description="A PDF, JPEG or PNG of at most 10 MB.")
    version: Annotated[
        int | None, Field(ge=1, le=100_000, description="Which was signed; null for the newest.")
    ] = None


class SignedScanRun(BaseModel):
    """A scan that was sent, as its idempotency key knows it."""

    digest: str
    version: int | None


class SignedScanView(BaseModel):
    """A scan as it is kept."""

    id: UUID
    report_id: UUID
    version: int = Field(description="The version of the report that was signed.")
    digest: str = Field(description="SHA-256 of the file that is kept, in hexadecimal digits.")
    media_type: str
    size: int = Field(description="In bytes.")
    added_at: datetime
