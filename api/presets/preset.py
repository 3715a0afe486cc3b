"""A preset: one plan, written down in a YAML file beside this module.

The file is short because it says only what no rule gives. A commune brings its own line point and
a Meet hall for each of its school cells; a bloc that attends by Meet brings a hall for each of
its units. A unit expected at a point stands for its whole subtree, unless a unit below it is
expected elsewhere: the nearest one up the tree holds. At a commune's point whole cells are kept
together; a Meet hall has one unit anyway.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import yaml
from pydantic import ValidationError

from api.kit.text import fold
from api.presets.plan import GroupSpec, PointSpec, Preset, SessionSpec, UnitSpec, contradictions
from api.presets.sheet import Bloc, Commune, Communes, Group, Point, Session, Sheet
from api.words import Form, UnitKind

_FOLDER = Path(__file__).parent
_CELL = "Chi bộ "


class PresetError(ValueError):
    """A preset is unknown, or its file contradicts itself; the text names every fault."""


def keys() -> list[str]:
    """List the keys of all presets, in alphabetical order."""
    return sorted(file.stem for file in _FOLDER.glob("*.yaml"))


@cache
def load(key: str) -> Preset:
    """Read a preset by its key.

    Raises:
        PresetError: there is no such preset, or its file is at fault.
    """
    if key not in keys():
        raise PresetError(f"no preset {key!r}; there are: {', '.join(keys())}")
    return parse((_FOLDER / f"{key}.yaml").read_text(encoding="utf-8"), key=key)


def parse(text: str, *, key: str) -> Preset:
    """Read a preset from the text of its file.

    Raises:
        PresetError: a field is missing, unknown or of the wrong type; a key comes twice, or a
            session's form and ordinal; a host does not exist; a unit is expected at two points or
            belongs to two groups; the sessions of a form do not take everybody.
    """
    try:
        sheet = Sheet.model_validate(yaml.safe_load(text))
    except yaml.YAMLError as error:
        raise PresetError(f"{key}: not YAML: {error}") from error
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, at['loc'])) or key}: {at['msg']}" for at in error.errors()]
        raise PresetError(f"{key}: {'; '.join(faults)}") from error
    preset = _spread_out(sheet, key=key)
    if found := contradictions(preset):
        raise PresetError(f"{key}: {'; '.join(found)}")
    return preset


def _spread_out(sheet: Sheet, *, key: str) -> Preset:
    direct = [unit for bloc in sheet.blocs for unit in _direct_units(bloc)]
    communes = [_commune(commune, sheet.communes) for commune in sheet.communes.units]
    by_meet = {bloc.name for bloc in sheet.blocs if bloc.attends is Form.MEET}
    by_meet.add(sheet.communes.school_bloc)
    cells = [cell for commune in communes for cell in commune.children]
    halls = [unit for unit in [*direct, *cells] if unit.bloc in by_meet]
    return Preset(
        key=key,
        title=sheet.title,
        note=sheet.note,
        year=sheet.year,
        quarter=sheet.quarter,
        valid_from=sheet.valid_from,
        plan_number=sheet.plan_number,
        topics=sheet.topics,
        regulations=sheet.regulations,
        blocs=tuple(_blocs(sheet)),
        report_email=sheet.report_email,
        organiser=UnitSpec(
            sheet.organiser.key,
            sheet.organiser.name,
            UnitKind.COMMITTEE,
            bloc=None,
            children=(*direct, *communes),
        ),
        points=(
            *(_written_point(point, direct) for point in sheet.points),
            *map(_commune_point, sheet.communes.units),
            *map(_meet_hall, halls),
        ),
        sessions=tuple(map(_session, sheet.sessions)),
        preparation_items=sheet.preparation_items,
        groups=tuple(_group(group, [*direct, *communes]) for group in sheet.groups),
    )


def _blocs(sheet: Sheet) -> Iterator[str]:
    """Put the blocs in the order of the plan's table: who attends by line, then who by Meet.

    The communes come after the others of the line, as their cells go to points of their own, and
    their school cells come last.
    """
    for form in Form:
        yield from (bloc.name for bloc in sheet.blocs if bloc.attends is form)
        yield sheet.communes.bloc if form is Form.LINE else sheet.communes.school_bloc


def _direct_units(bloc: Bloc) -> Iterator[UnitSpec]:
    for unit in bloc.units:
        yield UnitSpec(unit.key, _CELL + unit.name, UnitKind.GRASSROOTS_CELL, bloc.name)


def _commune(commune: Commune, communes: Communes) -> UnitSpec:
    def cell(name: str, bloc: str) -> UnitSpec:
        key = f"{commune.key}-{fold(name).replace(' ', '-')}"
        return UnitSpec(key, _CELL + name, UnitKind.CELL, bloc)

    return UnitSpec(
        commune.key,
        f"Đảng bộ {commune.place}",
        UnitKind.GRASSROOTS_COMMITTEE,
        communes.bloc,
        children=(
            *(cell(name, communes.bloc) for name in commune.cells),
            *(cell(name, communes.school_bloc) for name in commune.schools),
        ),
    )


def _written_point(point: Point, direct: Iterable[UnitSpec]) -> PointSpec:
    expects = tuple(unit.key for unit in direct if unit.bloc in point.expects_blocs)
    return PointSpec(
        key=point.key,
        name=point.name,
        venue=point.venue,
        form=point.form,
        is_hub=point.is_hub,
        keeps_units_together=False,
        host=point.host,
        expects=expects,
    )


def _commune_point(commune: Commune) -> PointSpec:
    return _own_point(commune.key, commune.place, Form.LINE)


def _meet_hall(unit: UnitSpec) -> PointSpec:
    return _own_point(unit.key, unit.name.removeprefix(_CELL), Form.MEET)


def _own_point(unit_key: str, place: str, form: Form) -> PointSpec:
    """Make the point that a unit hosts for itself alone, in its own hall."""
    return PointSpec(
        key=f"{form}-{unit_key}",
        name=f"Điểm cầu {place}",
        venue=f"Hội trường {place}",
        form=form,
        is_hub=False,
        keeps_units_together=form is Form.LINE,
        host=unit_key,
        expects=(unit_key,),
    )


def _session(session: Session) -> SessionSpec:
    return SessionSpec(
        session.form, session.ordinal, session.title, session.date_hint, session.share
    )


def _group(group: Group, direct: Iterable[UnitSpec]) -> GroupSpec:
    return GroupSpec(group.label, tuple(unit.key for unit in direct if unit.bloc in group.blocs))
