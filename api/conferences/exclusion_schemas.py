"""What exclusion lists say on the wire."""

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, model_validator

from api.conferences.rules import Doubt
from api.kit.wire import Text, clean

_NAMED: Final[list[JsonValue]] = [
    {"required": [field], "properties": {field: {"type": "string"}}}
    for field in ("card_number", "full_name")
]


class NewExclusionLine(BaseModel):
    """A person of the list, by card number, by name and unit, or by all three."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"anyOf": _NAMED})
    full_name: (
        Annotated[Text, Field(min_length=1, max_length=100), AfterValidator(clean(100))] | None
    ) = None
    unit_name: (
        Annotated[Text, Field(min_length=1, max_length=200), AfterValidator(clean(200))] | None
    ) = None
    card_number: (
        Annotated[Text, Field(min_length=1, max_length=20), AfterValidator(clean(20))] | None
    ) = None

    @model_validator(mode="after")
    def _names_somebody(self) -> "NewExclusionLine":
        if self.full_name is None and self.card_number is None:
            raise ValueError("neither a name nor a card number")
        return self


class NewExclusions(BaseModel):
    """Persons who attended elsewhere and are not convened, with the document that says so."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "document_number": "43-KH/HU, 17/02/2022",
                    "lines": [
                        {"card_number": "50004821"},
                        {"full_name": "Điểu Minh", "unit_name": "Chi bộ Văn phòng Huyện ủy"},
                    ],
                }
            ]
        },
    )
    document_number: Annotated[
        Text, Field(min_length=1, max_length=120), AfterValidator(clean(120))
    ]
    lines: list[NewExclusionLine] = Field(min_length=1, max_length=1000)


class ExclusionChange(BaseModel):
    """Whom a line means, as a person settles it; null takes a wrong match back."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"member_id": "01980000-0000-7000-8000-000000000000"}]},
    )
    member_id: UUID | None


class ExcludedPerson(BaseModel):
    """A member whom a line means, or may mean."""

    id: UUID
    full_name: str
    card_number: str | None
    unit_id: UUID = Field(description="The unit that counts him.")
    unit_name: str


class ExclusionView(BaseModel):
    """A line of an exclusion list: matched to a member, or waiting for somebody to settle it."""

    id: UUID
    conference_id: UUID
    document_number: str
    full_name: str | None = Field(description="As the document has it.")
    unit_name: str | None
    card_number: str | None
    member_id: UUID | None = Field(description="Whom it means; he is not convened.")
    member: ExcludedPerson | None = Field(
        description="Null also where he is no longer counted below the organiser."
    )
    doubt: Doubt | None = Field(description="Why nobody is matched.")
    candidates_count: int
    candidates: list[ExcludedPerson] = Field(
        description="Who comes into question while nobody is matched; at most 10."
    )
    created_at: datetime


class ExclusionsAdded(BaseModel):
    """What became of each line, in the order sent."""

    added_count: int
    already_listed_count: int = Field(
        description="Lines that the document had already, or that name a person twice."
    )
    matched_count: int
    unmatched_count: int
    lines: list[ExclusionView]
