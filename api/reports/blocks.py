"""How the units right below one are put together in its report (pure; domain.md, section 3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from api.kit.text import sort_key
from api.words import Form

OWN: Final = "Chi bộ trực thuộc"
_BY_FORM: Final = {
    Form.LINE: "Chi bộ dự qua đường truyền",
    Form.MEET: "Chi bộ dự qua Google Meet",
}


@dataclass(frozen=True, slots=True)
class Below:
    """A unit right below the reporting one; `form` is that of most of its convened members."""

    id: UUID
    name: str
    bloc: str | None
    form: Form | None


def form_of(convened: Mapping[Form, int]) -> Form | None:
    """Tell the form by which most members of a unit attend; the line where both are even."""
    numbers = {form: number for form, number in convened.items() if number}
    return max(numbers, key=lambda form: (numbers[form], form is Form.LINE)) if numbers else None


def blocks(
    units: Sequence[Below], *, own_bloc: str | None, order: Sequence[str] = ()
) -> list[tuple[str, list[UUID]]]:
    """Put the units below one into named blocks, each unit into exactly one, in their order.

    A unit with a bloc of its own, other than that of the unit above it, stands in the block of that
    name: so the presets' school cells (`school_bloc`) make the block "Chi bộ trường học". Those
    that have none make one block, "Chi bộ trực thuộc"; where they attend by different forms, as
    school cells that nobody gave a bloc, there is one for each form. No name is ever read to tell
    what a unit is. The block of those without a bloc comes first, then those of the blocs that
    `order` names, then the others in Vietnamese order.
    """
    plain = [each for each in units if each.bloc in {None, own_bloc}]
    forms = {each.form for each in plain if each.form is not None}
    places = {bloc: place for place, bloc in reversed(list(enumerate(order)))}
    named: dict[tuple[int, int, str, str], list[UUID]] = {}
    for each in units:
        if each.bloc not in {None, own_bloc}:
            bloc = str(each.bloc)
            key = (2, places.get(bloc, len(order)), sort_key(bloc), bloc)
        elif len(forms) > 1 and each.form is not None:
            key = (int(each.form is not Form.LINE), 0, "", _BY_FORM[each.form])
        else:
            key = (0, 0, "~" if len(forms) > 1 else "", OWN)
        named.setdefault(key, []).append(each.id)
    return [(name, ids) for (*_, name), ids in sorted(named.items())]
