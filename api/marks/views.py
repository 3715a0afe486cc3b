"""Marks as the wire has them."""

from api.marks.actions import Outcome
from api.marks.faults import SAYINGS
from api.marks.rules import Skip
from api.marks.schemas import MarkedMember, MarksWritten, SkippedMember


def written_view(outcome: Outcome, *, language: str) -> MarksWritten:
    """Show who was marked, and who was not and why."""
    return MarksWritten(
        marked=[
            MarkedMember(
                member_id=each.member_id,
                unit_id=each.unit_id,
                row_number=each.row_number,
                full_name=each.full_name,
                kind=each.mark.kind,
                reason=each.mark.reason,
            )
            for each in outcome.marked
        ],
        skipped=[_skipped(each, language) for each in outcome.skipped],
    )


def _skipped(skip: Skip, language: str) -> SkippedMember:
    row = skip.wish.row
    words = SAYINGS[skip.code]
    return SkippedMember(
        unit_id=row.unit_id if row else None,
        row_number=row.number if row else None,
        member_id=skip.wish.member_id,
        code=skip.code,
        detail=words.read(language, {"row": row.number if row else None}),
    )
