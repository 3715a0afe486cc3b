"""Rows and prints as the wire has them."""

from api.rosters.rules import Row, spaced
from api.rosters.schemas import RosterPrintView, RosterRowView
from api.tables.rosters import RosterPrint


def row_view(row: Row, *, with_cards: bool) -> RosterRowView:
    """Show a row; the card number of one who is gone is his new unit's affair."""
    return RosterRowView(
        unit_id=row.unit_id,
        unit_name=row.unit_name,
        row_number=row.number,
        member_id=row.member_id,
        full_name=row.full_name,
        card_number=row.card_number if with_cards and not row.is_struck else None,
        is_struck=row.is_struck,
        marks=list(row.marks),
        session_id=None if row.is_struck else row.session_id,
        bridge_point_id=None if row.is_struck else row.bridge_point_id,
    )


def print_view(printed: RosterPrint) -> RosterPrintView:
    """Show a print by what it was of."""
    return RosterPrintView(
        code=spaced(printed.code),
        conference_id=printed.conference_id,
        session_id=printed.session_id,
        bridge_point_id=printed.bridge_point_id,
        unit_id=printed.unit_id,
        made_at=printed.made_at,
    )
