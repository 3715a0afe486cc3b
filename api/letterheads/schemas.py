"""What letterheads look like on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.kit.wire import Text, clean
from api.words import SigningAuthority

Name = Annotated[Text, Field(min_length=1, max_length=200), AfterValidator(clean(200))]
Short = Annotated[Text, Field(min_length=1, max_length=100), AfterValidator(clean(100))]
Sign = Annotated[Text, Field(min_length=1, max_length=30), AfterValidator(clean(30))]
Recipient = Annotated[Text, Field(min_length=1, max_length=200), AfterValidator(clean(200))]


class NewLetterhead(BaseModel):
    """What a unit states itself; what is null, or left out, follows from its place in the tree."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "issuing_name": "Đảng ủy xã Bom Bo",
                    "abbreviation": "ĐU",
                    "place": "Bom Bo",
                    "deputy_title": "Phó Bí thư Thường trực",
                    "signer_name": "Điểu Bình",
                    "recipients": ["Ban Tuyên giáo Huyện ủy", "Lưu Văn phòng Đảng ủy"],
                }
            ]
        },
    )
    superior_name: Name | None = None
    issuing_name: Name | None = None
    abbreviation: Annotated[
        Sign | None, Field(description="After the number, as in Số …-BC/ĐU: ĐU, CB, BTGHU.")
    ] = None
    place: Short | None = None
    authority: SigningAuthority | None = None
    body_title: Annotated[
        Short | None, Field(description="In whose name a collective signs: T/M CHI BỘ.")
    ] = None
    head_title: Short | None = None
    deputy_title: Annotated[
        Short | None, Field(description="Set where a deputy signs, in a department for its head.")
    ] = None
    signer_name: Short | None = None
    recipients: Annotated[
        list[Recipient],
        Field(max_length=20, description="Without one that begins with “Lưu”, it is added last."),
    ] = Field(default_factory=list)


class LetterheadView(BaseModel):
    """How a unit's documents name it, and who signs them: stated, or following from the tree."""

    unit_id: UUID
    unit_name: str
    superior_name: str | None
    issuing_name: str
    abbreviation: str
    place: str | None
    authority: SigningAuthority
    body_title: str
    head_title: str
    deputy_title: str | None
    signer_name: str | None
    recipients: list[str]
    own: list[str] = Field(description="The fields that the unit stated itself.")
    signature_lines: list[str] = Field(description="As they stand over the signature.")
    changed_at: datetime | None = Field(description="Null where the unit has stated nothing.")
