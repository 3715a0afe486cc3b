"""A summary's content as its document and its differences read it (pure)."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from api.summaries.raised import Raised, direct, something


def paper_of(content: Mapping[str, Any]) -> dict[str, Any]:
    """Give a content to be laid out: what arose, and what units propose, as sentences."""
    depths = {each["unit_id"]: each["depth"] for each in content["by_unit"]}
    raised = direct(read_raised(content), depths)
    return {
        **content,
        "incidents": [
            *(_sentence(each) for each in content["incidents"]),
            *_said((each.unit_name, each.incidents) for each in raised),
        ],
        "proposals": _said((each.unit_name, each.proposals) for each in raised),
    }


def read_raised(content: Mapping[str, Any]) -> list[Raised]:
    """Read back what a content keeps of what units raised."""
    return [
        Raised(**{**each, "unit_id": UUID(each["unit_id"])}) for each in content.get("raised", ())
    ]


def compared(content: Mapping[str, Any]) -> dict[str, Any]:
    """Leave of a content what a difference tells of: the total, the classes, and each unit."""
    kept = ("conference", "total", "guests", "head_count", "by_session")
    raised = {
        str(each.unit_id): {"incidents": each.incidents, "proposals": each.proposals}
        for each in read_raised(content)
    }
    units = [{**each, **raised.get(each["unit_id"], {})} for each in content["by_unit"]]
    return {**{key: content[key] for key in kept}, "by_unit": units}


def _said(texts: Iterable[tuple[str, str | None]]) -> list[str]:
    return [f"{name}: {said}" for name, text in texts if (said := something(text))]


def _sentence(incident: Mapping[str, Any]) -> str:
    resolved = f" Đã giải quyết: {incident['resolution']}" if incident["resolution"] else ""
    return f"{incident['unit_name']}: {incident['text'].rstrip('.')}.{resolved}"
