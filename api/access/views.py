"""How stored grants are shown."""

from api.access.rules import last_day
from api.access.schemas import GrantView
from api.access.store import GrantOnUnit
from api.kit.dates import day_of


def grant_view(held: GrantOnUnit) -> GrantView:
    """Show a grant; its instants as days in Vietnam."""
    grant = held.grant
    return GrantView(
        id=grant.id,
        role=grant.role,
        unit_id=grant.unit_id,
        unit_name=held.unit_name,
        deputy=grant.deputy,
        valid_from=day_of(grant.valid_from),
        valid_until=last_day(grant.valid_until),
    )
