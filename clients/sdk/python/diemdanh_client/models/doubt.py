from enum import StrEnum


class Doubt(StrEnum):
    CARD_DIFFERS = "card_differs"
    NAME_DIFFERS = "name_differs"
    NOBODY = "nobody"
    SEVERAL = "several"
    UNIT_UNCLEAR = "unit_unclear"

    def __str__(self) -> str:
        return str(self.value)
