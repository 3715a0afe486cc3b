from enum import StrEnum


class Caution(StrEnum):
    CARD_ELSEWHERE = "card_elsewhere"
    CARD_IS_FORMULA = "card_is_formula"
    CARD_ROUNDED = "card_rounded"
    CARD_TWICE = "card_twice"
    CARD_UNUSABLE = "card_unusable"
    CARD_ZERO_RESTORED = "card_zero_restored"
    ENCODING_CONVERTED = "encoding_converted"
    HAS_LEFT = "has_left"
    IS_GUEST = "is_guest"
    NAMESAKES = "namesakes"
    NAMESAKES_UNCLEAR = "namesakes_unclear"
    NAMESAKES_WITHOUT_CARD = "namesakes_without_card"
    NAME_DIFFERS = "name_differs"
    NAME_IS_FORMULA = "name_is_formula"
    NAME_MISSING = "name_missing"
    NAME_RECASED = "name_recased"
    NAME_SIMILAR = "name_similar"
    NAME_UNUSABLE = "name_unusable"
    NOTE_UNCLEAR = "note_unclear"
    OTHER_SHEETS = "other_sheets"
    RESIDENCE_ONLY = "residence_only"
    ROW_UNCLEAR = "row_unclear"
    UNIT_AMBIGUOUS = "unit_ambiguous"
    UNIT_MISSING = "unit_missing"
    UNIT_OTHER = "unit_other"
    UNIT_UNKNOWN = "unit_unknown"

    def __str__(self) -> str:
        return str(self.value)
