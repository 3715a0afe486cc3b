"""How presets, and what was planned from one, are shown."""

from collections.abc import Sequence

from api.presets.actions import Loaded
from api.presets.plan import Preset, walk
from api.presets.schemas import PlannedConference, PresetView
from api.tables.conferences import Conference
from api.words import Form


def summary(preset: Preset) -> PresetView:
    """Tell what a preset would bring."""
    points = [point.form for point in preset.points]
    sessions = [session.form for session in preset.sessions]
    return PresetView(
        key=preset.key,
        title=preset.title,
        note=preset.note,
        organiser_name=preset.organiser.name,
        year=preset.year,
        quarter=preset.quarter,
        unit_count=sum(1 for _ in walk(preset.organiser)) - 1,
        line_point_count=points.count(Form.LINE),
        meet_point_count=points.count(Form.MEET),
        line_session_count=sessions.count(Form.LINE),
        meet_session_count=sessions.count(Form.MEET),
    )


def planned(
    conference: Conference,
    *,
    point_count: int,
    session_count: int,
    units_added: int = 0,
    left_out: Sequence[str] = (),
    sessions_left_out: Sequence[str] = (),
) -> PlannedConference:
    """Tell what came of planning at one stroke."""
    return PlannedConference(
        id=conference.id,
        organiser_id=conference.organiser_id,
        title=conference.title,
        year=conference.year,
        quarter=conference.quarter,
        copied_from_id=conference.copied_from_id,
        units_added=units_added,
        point_count=point_count,
        session_count=session_count,
        points_left_out=list(left_out),
        sessions_left_out=list(sessions_left_out),
    )


def of_preset(preset: Preset, loaded: Loaded) -> PlannedConference:
    """Tell what a preset brought."""
    return planned(
        loaded.conference,
        point_count=len(preset.points),
        session_count=len(preset.sessions),
        units_added=loaded.units_added,
    )
