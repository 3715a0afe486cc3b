"""What pictures of reports say on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import UploadFile
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.kit.wire import Text, clean

Caption = Annotated[Text, Field(min_length=1, max_length=200), AfterValidator(clean(200))]


class PhotoFile(BaseModel):
    """A picture from the hall."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"file": "…", "caption": "Toàn cảnh hội trường"}]},
    )
    file: UploadFile = Field(description="A JPEG, PNG or WebP of at most 10 MB and 40 megapixels.")
    caption: Caption | None = Field(default=None)


class PhotoRun(BaseModel):
    """A picture that was sent, as its idempotency key knows it."""

    digest: str
    caption: str | None


class PhotoView(BaseModel):
    """A picture of a report, as it is kept."""

    id: UUID
    report_id: UUID
    url: str = Field(description="Where the picture is read, by those who may read the report.")
    width: int
    height: int
    caption: str | None
    added_at: datetime
