"""Figures as the wire has them."""

from dataclasses import asdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from api.reports.rules import Tally, rate
from api.reports.schemas import TallyView


def percent(part: Fraction | None) -> float | None:
    """Write a rate as a percentage of two decimals, rounded half up."""
    if part is None:
        return None
    exact = Decimal(part.numerator) * 100 / Decimal(part.denominator)
    return float(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def tally_view(figures: Tally) -> TallyView:
    """Show figures, with their sums and rates."""
    return TallyView(
        **asdict(figures),
        present=figures.present,
        there=figures.there,
        rate_percent=percent(rate(figures.present, figures.convened)),
        rate_of_members_percent=percent(rate(figures.present, figures.members)),
    )
