"""What is left when the play is over, and what one act hands to the next."""

from dataclasses import dataclass, field

from tests.district import Person
from tests.play.asking import Json
from tests.play.stage import Stage
from tests.world import Phone

REFUSAL = "40 + 15 ≠ 60, còn 5 đồng chí chưa có thông tin"


@dataclass(slots=True)
class Outcome:
    """What is left when the play is over."""

    stage: Stage
    refusal: Json = field(default_factory=dict)
    versions: list[Json] = field(default_factory=list)
    export_at_close: bytes = b""
    """The attendance as it was exported when the conference was closed."""
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class Late:
    """A phone that scanned without network, whose owner was written absent."""

    phone: Phone
    person: Person
    item: Json
