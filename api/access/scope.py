"""The one door for unit-bound queries: what a principal may see is a condition on a unit's path."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from api.access.roles import Act, Principal, ancestors, may, reach
from api.kit.errors import Fault, Problem, Words
from api.tables.units import Unit

FORBIDDEN = Fault(
    "forbidden",
    403,
    Words("Không có quyền", "Forbidden"),
    Words("Vai trò của đồng chí không làm được việc này.", "Your role may not do this."),
)

# A path is hexadecimal digits and "/", so every path below P lies in the range P … P + "g".
_AFTER = "g"


def within(paths: Sequence[str]) -> ColumnElement[bool]:
    """Make the condition that a unit lies in one of the subtrees; an index range."""
    ranges = [(Unit.path >= path) & (Unit.path < path + _AFTER) for path in paths]
    return or_(*ranges) if ranges else false()


def visible_units(principal: Principal, act: Act) -> ColumnElement[bool]:
    """Make the condition that a principal may do `act` on a unit; persons need it."""
    return within(reach(principal, act))


def of_visible_unit(
    unit_id: InstrumentedAttribute[UUID], principal: Principal, act: Act
) -> ColumnElement[bool]:
    """Make the condition that a column names a unit on which a principal may do `act`."""
    return unit_id.in_(select(Unit.id).where(visible_units(principal, act)))


def visible_organisers(principal: Principal) -> ColumnElement[bool]:
    """Make the condition on an organiser's unit whose conferences a principal may read.

    Sessions and points can be read by any grant inside the organiser's subtree, or above it.
    """
    paths = reach(principal, Act.READ_SESSIONS)
    above = {step for path in paths for step in ancestors(path)}
    return or_(Unit.path.in_(sorted(above)), within(paths))


def require(principal: Principal, act: Act, unit_path: str) -> None:
    """Let a principal do `act` on a unit it can see.

    Raises: Problem `forbidden` where the role may not; look things up through `visible_…` first,
    so that what is not yours is `not_found` before this is asked.
    """
    if not may(principal, act, unit_path):
        raise Problem(FORBIDDEN)
