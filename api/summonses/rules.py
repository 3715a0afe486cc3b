"""What a summons says, and how it differs from the one before (pure; plan III.3.1).

A unit's content is plain data, stored as it was published: `{"title", "regulations", "sessions":
[{"session_id", "bridge_point_id", "title", "time", "place", "meet_url", "confidential", "members":
[{"id", "name"}], "withheld": [id]}]}`, sessions and members in their order. Of a confidential
session it holds the title and whom it summons by id alone: its list is handed over on paper.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from api.kit.dates import day_of, hour_of, long_day, weekday

NO_TIME: Final = "sẽ thông báo sau"
BECAME_CONFIDENTIAL: Final = "nay là lớp mật, thông báo riêng bằng văn bản"
NO_LONGER_CONFIDENTIAL: Final = "nay không còn là lớp mật"
CONFIDENTIAL: Final = "Lớp mật: danh sách, thời gian và địa điểm thông báo riêng bằng văn bản."

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """A session as a unit is told of it."""

    session_id: str
    bridge_point_id: str
    title: str
    starts_at: datetime | None
    date_hint: str | None
    is_postponed: bool
    place: str
    meet_url: str | None
    confidential: bool


@dataclass(frozen=True, slots=True)
class Summoned:
    """A member who is summoned to a session."""

    id: str
    name: str


def time_of(facts: Facts) -> str:
    """Say when a session is: the hour and the day, else what is known of it."""
    if facts.starts_at is not None:
        day = day_of(facts.starts_at)
        return f"{hour_of(facts.starts_at)}, {weekday(day)}, {long_day(day)}"
    hint = f"dự kiến {facts.date_hint}" if facts.date_hint else NO_TIME
    return f"HOÃN; {hint}" if facts.is_postponed else hint


def content_of(
    title: str,
    regulations: Sequence[str],
    sessions: Iterable[tuple[Facts, Sequence[Summoned]]],
) -> Content:
    """Write a unit's content from its sessions, in their order, each with whom it summons."""
    content = {
        "title": title,
        "regulations": list(regulations),
        "sessions": [
            {
                "session_id": facts.session_id,
                "bridge_point_id": facts.bridge_point_id,
                "title": facts.title,
                "time": time_of(facts),
                "place": facts.place,
                "meet_url": facts.meet_url,
                "confidential": False,
                "members": [{"id": each.id, "name": each.name} for each in members],
                "withheld": [],
            }
            for facts, members in sessions
        ],
    }
    return veiled(content, {facts.session_id for facts, _ in sessions if facts.confidential})


def veiled(content: Content, confidential: Collection[str]) -> Content:
    """Take from a content what is confidential; ids of sessions are texts.

    So what was published before a session became confidential is not shown after it.
    """
    return {
        **content,
        "sessions": [
            _veil(session) if session["session_id"] in confidential else session
            for session in content["sessions"]
        ],
    }


def _veil(session: Content) -> Content:
    nothing: dict[str, Any] = {"time": "", "place": "", "meet_url": None, "members": []}
    return {**session, **nothing, "confidential": True, "withheld": _ids(session)}


def _ids(session: Content) -> list[str]:
    return [*session["withheld"], *(each["id"] for each in session["members"])]


def difference(before: Content, after: Content) -> list[str]:
    """Tell in sentences what a new version of a summons changes, sessions first, then members.

    Of whom a confidential session summons, or summoned, it says nothing.
    """
    was, now = _by_seat(before), _by_seat(after)
    told = []
    if before["title"] != after["title"]:
        told.append(f"Tên hội nghị: {after['title']}.")
    if before["regulations"] != after["regulations"]:
        told.append("Quy định của hội nghị đã thay đổi, xem dưới đây.")
    for seat, session in now.items():
        if seat in was:
            told += _facts_changed(was[seat], session)
        else:
            told.append(f"Thêm {session['title']}.")
    told += [f"Bỏ {was[each]['title']}." for each in was if each not in now]
    return told + _members_changed(was, now)


def _by_seat(content: Content) -> dict[str, Content]:
    """Map session and point to what is said of them."""
    return {f"{each['session_id']} {each['bridge_point_id']}": each for each in content["sessions"]}


def _facts_changed(was: Content, now: Content) -> list[str]:
    if now["confidential"] != was["confidential"]:
        became = BECAME_CONFIDENTIAL if now["confidential"] else NO_LONGER_CONFIDENTIAL
        return [f"{now['title']}: {became}."]
    names = {
        "title": "tên lớp", "time": "thời gian", "place": "địa điểm", "meet_url": "đường dẫn",
    }  # fmt: skip
    return [
        f"{now['title']}: {word} mới: {now[field] or 'chưa có'} (trước: {was[field] or 'chưa có'})."
        for field, word in names.items()
        if was[field] != now[field]
    ]


def _members_changed(was: Mapping[str, Content], now: Mapping[str, Content]) -> list[str]:
    secret = {seat for seats in (was, now) for seat in seats if seats[seat]["confidential"]}
    withheld = {
        each for seats in (was, now) for seat in secret & seats.keys() for each in _ids(seats[seat])
    }
    before, after = _seats(was), _seats(now)
    told = []
    for member, (name, seat) in after.items():
        if member in withheld:
            continue
        if member not in before:
            told.append(f"Đồng chí {name}: dự {now[seat]['title']}.")
        elif before[member][1] != seat:
            old = was[before[member][1]]["title"]
            told.append(f"Đồng chí {name}: chuyển từ {old} sang {now[seat]['title']}.")
    gone = (each for each in before if each not in after and each not in withheld)
    return told + [f"Đồng chí {before[each][0]}: không còn trong danh sách." for each in gone]


def _seats(sessions: Mapping[str, Content]) -> dict[str, tuple[str, str]]:
    """Map each member to his name and where he sits."""
    return {
        member["id"]: (member["name"], seat)
        for seat, session in sessions.items()
        for member in session["members"]
    }


def text_of(units: Sequence[tuple[str, Content, Sequence[str]]]) -> str:
    """Write summonses ready to post: units by name, each with its content and its changes.

    What they have in common, as a rule title and regulations, is said once. Nobody has a number
    here: the numbers of the roster are the ones that count.
    """
    titles = list(dict.fromkeys(content["title"] for _, content, _ in units))
    lines = ["GIẤY TRIỆU TẬP", *titles]
    for name, content, changes in units:
        lines += ["", name.upper()]
        if changes:
            lines += ["THAY ĐỔI:", *(f"- {each}" for each in changes)]
        if not content["sessions"]:
            lines.append("Không có đồng chí nào được triệu tập.")
        for session in content["sessions"]:
            lines += ["", session["title"], *_session_lines(session)]
    asked = list(dict.fromkeys(each for _, content, _ in units for each in content["regulations"]))
    if asked:
        lines += ["", "Quy định:", *(f"- {each}" for each in asked)]
    return "\n".join(lines)


def _session_lines(session: Content) -> list[str]:
    if session["confidential"]:
        return [CONFIDENTIAL]
    lines = [f"Thời gian: {session['time']}", f"Địa điểm: {session['place']}"]
    if session["meet_url"]:
        lines.append(f"Google Meet: {session['meet_url']}")
    lines.append(f"Triệu tập {len(session['members'])} đồng chí:")
    return lines + [f"- {member['name']}" for member in session["members"]]
