"""How a unit's documents name it and who signs them; what nobody stated follows from the tree.

Pure: units come with their names and kinds, documents get texts.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Final

from api.papers.profile import Profile
from api.words import SigningAuthority, UnitKind

FIELDS: Final = (
    "superior_name", "issuing_name", "abbreviation", "place", "authority", "body_title",
    "head_title", "deputy_title", "signer_name", "recipients",
)  # fmt: skip

_LEVELS: Final = "xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh"
_PLACED: Final = re.compile(rf"(?:Đảng bộ|Đảng [uủ][ỷy]|Chi bộ) (?:{_LEVELS}) (?P<place>\S.*)")
_COMMITTEES: Final = {
    "Đảng bộ tỉnh ": ("Tỉnh ủy ", "TU"),
    "Đảng bộ thành phố ": ("Thành ủy ", "TU"),
    "Đảng bộ thị xã ": ("Thị ủy ", "ThU"),
    "Đảng bộ huyện ": ("Huyện ủy ", "HU"),
    "Đảng bộ quận ": ("Quận ủy ", "QU"),
    "Đảng bộ ": ("Đảng ủy ", "ĐU"),
}
"""The body that leads a Party organisation of each level, and its sign; the first that fits."""
_DEPARTMENT: Final = "Ban Tuyên giáo"
_LEVEL: Final = re.compile(r"(?:Tỉnh|Thành|Thị|Huyện|Quận) ủy")
_BELOW_PROVINCE: Final = frozenset({"Huyện ủy", "Thị ủy"})
"""Whose department reports to the province's; of a city the name does not tell."""
_KEPT: Final = "lưu "


@dataclass(frozen=True, slots=True)
class Named:
    """A unit as far as its documents go."""

    name: str
    kind: UnitKind


@dataclass(frozen=True, slots=True)
class Resolved:
    """What stands above and below a unit's documents, nothing left open but the signer's name.

    `deputy_title` is set where a deputy signs; `place` is None where no name of the tree tells one.
    """

    superior_name: str | None
    issuing_name: str
    abbreviation: str
    place: str | None
    authority: SigningAuthority
    body_title: str
    head_title: str
    deputy_title: str | None
    signer_name: str | None
    recipients: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Give it as a version of a report freezes it."""
        return {**asdict(self), "recipients": list(self.recipients)}


def resolve(unit: Named, above: Sequence[Named], own: Mapping[str, Any]) -> Resolved:
    """Fill in what `own` leaves open; `above` holds the units above, the nearest first.

    A committee without one above it is an organiser: its documents are those of its department for
    propaganda, under its own name. Any other unit signs as a collective, under the one above it.
    """
    names = [unit.name, *(each.name for each in above)]
    if unit.kind is UnitKind.COMMITTEE and not above:
        found = _of_department(unit, names)
    else:
        found = _of_collective(unit, names, above)
    stated = {name: own[name] for name in FIELDS if own.get(name)}
    if "authority" in stated and stated["authority"] is not found.authority:
        # The titles of the other authority would sign a collective as a head, or a head as one.
        found = _retitled(found, stated["authority"])
    if "recipients" in stated:
        stated["recipients"] = tuple(stated["recipients"])
    return replace(found, **stated)


def frozen(content: Mapping[str, Any]) -> Resolved:
    """Read back what `as_json` gave."""
    known = {each.name: content[each.name] for each in fields(Resolved)}
    known["authority"] = SigningAuthority(known["authority"])
    known["recipients"] = tuple(known["recipients"])
    return Resolved(**known)


def body_of(name: str) -> str:
    """Name the body that leads an organisation: "Đảng bộ xã Bom Bo" gives "Đảng ủy xã Bom Bo"."""
    for prefix, (body, _) in _COMMITTEES.items():
        if name.startswith(prefix):
            return body + name.removeprefix(prefix)
    return name


def named_in_text(letterhead: Resolved) -> str:
    """Name the issuing body in a sentence, a department by the committee whose it is."""
    if letterhead.issuing_name == _DEPARTMENT and letterhead.superior_name:
        return _department_of(letterhead.superior_name)
    return letterhead.issuing_name


def signature_lines(letterhead: Resolved, profile: Profile) -> list[str]:
    """Write in whose name and office it is signed, in capitals.

    A collective: "T/M CHI BỘ" over "BÍ THƯ" or "PHÓ BÍ THƯ". A department: "TRƯỞNG BAN", or
    "K/T TRƯỞNG BAN" over "PHÓ TRƯỞNG BAN".
    """
    head, deputy = letterhead.head_title.upper(), (letterhead.deputy_title or "").upper()
    if letterhead.authority is SigningAuthority.COLLECTIVE:
        body = profile.collective.format(body=letterhead.body_title.upper())
        return [body, deputy or head]
    return [profile.in_stead.format(head=head), deputy] if deputy else [head]


def recipient_lines(letterhead: Resolved, profile: Profile) -> list[str]:
    """Write the items under "Nơi nhận"; the last tells where a copy is kept."""
    named = [each.strip().lstrip("-–").strip().rstrip(".,;") for each in letterhead.recipients]
    kept = [each for each in named if each.lower().startswith(_KEPT)]
    others = [each for each in named if each and each not in kept]
    last = kept[-1] if kept else profile.kept.format(where=_where_kept(letterhead))
    return [*(f"- {each}," for each in others), f"- {last}."]


def _where_kept(letterhead: Resolved) -> str:
    if letterhead.authority is SigningAuthority.DEPARTMENT:
        return letterhead.abbreviation
    return letterhead.body_title.capitalize()


def _of_department(unit: Named, names: Sequence[str]) -> Resolved:
    body = body_of(unit.name)
    return Resolved(
        superior_name=body,
        issuing_name=_DEPARTMENT,
        abbreviation=f"BTG{_sign_of(unit.name)}",
        place=_place_of(names),
        authority=SigningAuthority.DEPARTMENT,
        body_title=_DEPARTMENT,
        head_title="Trưởng ban",
        deputy_title=None,
        signer_name=None,
        recipients=(*_above(body), f"Thường trực {body} (b/c)", "Các Chi, Đảng bộ trực thuộc"),
    )


def _of_collective(unit: Named, names: Sequence[str], above: Sequence[Named]) -> Resolved:
    is_committee = unit.kind in {UnitKind.COMMITTEE, UnitKind.GRASSROOTS_COMMITTEE}
    return Resolved(
        superior_name=names[1] if len(names) > 1 else None,
        issuing_name=body_of(unit.name) if is_committee else unit.name,
        abbreviation=(_sign_of(unit.name) or "ĐU") if is_committee else "CB",
        place=_place_of(names),
        authority=SigningAuthority.COLLECTIVE,
        body_title="Đảng ủy" if is_committee else "Chi bộ",
        head_title="Bí thư",
        deputy_title=None,
        signer_name=None,
        recipients=_reports_to(above),
    )


def _reports_to(above: Sequence[Named]) -> tuple[str, ...]:
    """Name whom a unit reports to: the organiser's department, or the committee right above."""
    if not above:
        return ()
    body = body_of(above[0].name)
    if len(above) == 1 and above[0].kind is UnitKind.COMMITTEE:
        return (f"{_department_of(body)} (b/c)",)
    return (f"{body} (b/c)",)


def _department_of(body: str) -> str:
    """Name a committee's department among those of other levels: "Ban Tuyên giáo Huyện ủy"."""
    level = _LEVEL.match(body)
    return f"{_DEPARTMENT} {level[0] if level else body}"


def _above(body: str) -> tuple[str, ...]:
    """Name the department of the province, to which those of its districts report."""
    level = _LEVEL.match(body)
    is_below = level is not None and level[0] in _BELOW_PROVINCE
    return (f"{_DEPARTMENT} Tỉnh ủy (b/c)",) if is_below else ()


def _retitled(found: Resolved, authority: SigningAuthority) -> Resolved:
    is_department = authority is SigningAuthority.DEPARTMENT
    return replace(
        found,
        authority=authority,
        head_title="Trưởng ban" if is_department else "Bí thư",
        body_title=found.body_title if is_department else "Ban Thường vụ",
    )


def _sign_of(name: str) -> str:
    return next((sign for prefix, (_, sign) in _COMMITTEES.items() if name.startswith(prefix)), "")


def _place_of(names: Sequence[str]) -> str | None:
    found = (_PLACED.fullmatch(name) for name in names)
    return next((each["place"] for each in found if each), None)
