"""Cards as the wire has them."""

from datetime import datetime

from pydantic import BaseModel, Field

from api.reports.sharing import Card, text_of


class ShareCard(BaseModel):
    """What is pasted into a group."""

    text: str = Field(description="Ready to paste, in Vietnamese.")
    picture_url: str = Field(description="The same as PNG, 1080 × 1350.")
    counted_at: datetime = Field(
        description="The moment of the figures, of their handing in, or of the closing."
    )
    is_provisional: bool = Field(description="The figures may still change.")


def share_card(card: Card, picture_url: str) -> ShareCard:
    """Show a card, and where its picture is."""
    return ShareCard(
        text=text_of(card),
        picture_url=picture_url,
        counted_at=card.as_of,
        is_provisional=card.is_provisional,
    )
