"""One small named district, the same in every test.

    Đảng bộ huyện Bù Đăng                    admin, viewer "thuong-truc"
      Chi bộ Văn phòng Huyện ủy              secretary "bithu-van-phong"; hosts the hall
          Nguyễn Thị Hoa 4821 · Trần Văn Bình 3377 · Điểu Minh (no card) · Lê Thị Hoa (no card)
      Chi bộ Ban Tuyên giáo                  hosts the Meet hub
          Phạm Quốc Tuấn 1188
      Đảng bộ xã Bom Bo                      secretary "bithu-bom-bo"; hosts the commune's point
          Chi bộ thôn 3                      operator "truc-bom-bo" on Bom Bo
              Điểu Khánh 5005 · Thị Mai 6006 · Điểu Khánh 7007 (a homonym)
          Chi bộ Trường THCS Hoa Ban         a school cell: by Meet, in its own hall
              Vũ Thị Lan 9090
      Chi bộ Bưu điện                        secretary "bithu-buu-dien"; by Meet
          Đinh Công Sơn 2468

The conference has sessions line 1, line 2 and meet 1, none of them open.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import actions as access
from api.bridge_points.actions import add_bridge_point
from api.conferences.actions import add_conference
from api.events import SYSTEM
from api.members.actions import NewMember, add_members
from api.sessions.actions import add_session
from api.sessions.schemas import NewSession
from api.tables.access import Account
from api.tables.units import Unit
from api.units.actions import add_unit
from api.words import Form, MemberStatus, Role, UnitKind

PASSWORD = "mot-buoi-sang-thang-ba"
MASTER_KEY = bytes(range(32))
PUBLIC_URL = "http://127.0.0.1:8000"


@dataclass(frozen=True, slots=True)
class Person:
    """A member as tests speak of him."""

    id: UUID
    name: str
    last4: str | None
    unit_id: UUID


@dataclass(frozen=True, slots=True)
class District:
    """The ids of everything, by plain names."""

    units: dict[str, UUID]
    people: dict[str, Person]
    accounts: dict[str, UUID]
    sign_ins: dict[str, UUID]
    points: dict[str, UUID]
    sessions: dict[str, UUID]
    conference_id: UUID


_UNITS: list[tuple[str, str | None, str, UnitKind, str | None]] = [
    ("district", None, "Đảng bộ huyện Bù Đăng", UnitKind.COMMITTEE, None),
    ("office", "district", "Chi bộ Văn phòng Huyện ủy", UnitKind.GRASSROOTS_CELL, "Khối Đảng"),
    ("propaganda", "district", "Chi bộ Ban Tuyên giáo", UnitKind.GRASSROOTS_CELL, "Khối Đảng"),
    ("bom_bo", "district", "Đảng bộ xã Bom Bo", UnitKind.GRASSROOTS_COMMITTEE, "Xã, thị trấn"),
    ("village", "bom_bo", "Chi bộ thôn 3", UnitKind.CELL, None),
    ("school", "bom_bo", "Chi bộ Trường THCS Hoa Ban", UnitKind.CELL, "Chi bộ trường học"),
    ("post", "district", "Chi bộ Bưu điện", UnitKind.GRASSROOTS_CELL, "Khối Doanh nghiệp"),
]  # fmt: skip

_PEOPLE: list[tuple[str, str, str, str | None]] = [
    ("hoa", "office", "Nguyễn Thị Hoa", "10004821"),
    ("binh", "office", "Trần Văn Bình", "10003377"),
    ("minh", "office", "Điểu Minh", None),
    ("le_hoa", "office", "Lê Thị Hoa", None),
    ("tuan", "propaganda", "Phạm Quốc Tuấn", "10001188"),
    ("khanh", "village", "Điểu Khánh", "10005005"),
    ("mai", "village", "Thị Mai", "10006006"),
    ("other_khanh", "village", "Điểu Khánh", "10007007"),
    ("lan", "school", "Vũ Thị Lan", "10009090"),
    ("son", "post", "Đinh Công Sơn", "10002468"),
]

_ACCOUNTS: list[tuple[str, str, Role]] = [
    ("admin", "district", Role.DISTRICT_ADMIN),
    ("thuong-truc", "district", Role.VIEWER),
    ("van-phong", "district", Role.TECHNICIAN),
    ("bithu-van-phong", "office", Role.SECRETARY),
    ("bithu-bom-bo", "bom_bo", Role.SECRETARY),
    ("truc-bom-bo", "bom_bo", Role.OPERATOR),
    ("bithu-buu-dien", "post", Role.SECRETARY),
]

_POINTS: list[tuple[str, str, Form, bool, str, list[str]]] = [
    ("hall", "Điểm cầu Hội trường Huyện ủy", Form.LINE, False, "office", ["office", "propaganda"]),
    ("commune", "Điểm cầu xã Bom Bo", Form.LINE, False, "bom_bo", ["bom_bo"]),
    ("hub", "Phòng họp Ban Tuyên giáo", Form.MEET, True, "propaganda", []),
    ("post_hall", "Hội trường Bưu điện", Form.MEET, False, "post", ["post"]),
    ("school_hall", "Hội trường Trường THCS Hoa Ban", Form.MEET, False, "school", ["school"]),
]

_SESSIONS = [("line_1", Form.LINE, 1), ("line_2", Form.LINE, 2), ("meet_1", Form.MEET, 1)]


async def settle(db: AsyncSession, *, password_hash: str, at: datetime) -> District:
    """Bring the district to life through the actions of the API."""
    units: dict[str, Unit] = {}
    for key, parent, name, kind, bloc in _UNITS:
        units[key] = await add_unit(
            db,
            SYSTEM,
            name=name,
            kind=kind,
            parent=units[parent] if parent else None,
            bloc=bloc,
            valid_from=at.date(),
            at=at,
        )
    people = {}
    for key, unit, name, card in _PEOPLE:
        new = NewMember(name, card, MemberStatus.OFFICIAL)
        (member,) = await add_members(db, SYSTEM, units[unit], [new], at=at)
        people[key] = Person(member.id, name, card[-4:] if card else None, units[unit].id)
    accounts, sign_ins = {}, {}
    for username, unit, role in _ACCOUNTS:
        accounts[username] = await access.add_account(
            db,
            SYSTEM,
            username=username,
            display_name=username,
            password_hash=password_hash,
            at=at,
        )
        await access.grant(
            db, account_id=accounts[username], unit_id=units[unit].id, role=role, at=at
        )
        began = await access.begin_sign_in(
            db, accounts[username], user_agent="a browser of the office", at=at
        )
        sign_ins[username] = began.id
    # The admin has his second factor already, as every administrator of a real office.
    (await db.get_one(Account, accounts["admin"])).totp_id = accounts["admin"]
    await db.execute(update(Account).values(member_stated_at=at))
    await db.flush()
    conference = await add_conference(
        db,
        SYSTEM,
        organiser=units["district"],
        title="Hội nghị Thông tin thời sự quý I năm 2022",
        year=2022,
        quarter=1,
        plan_number=None,
        topics=["Tình hình kinh tế - xã hội"],
        regulations=["Luôn mở camera"],
        report_email="btg@huyenuy.example",
        at=at,
    )
    points = {}
    for ordinal, (key, name, form, is_hub, host, expects) in enumerate(_POINTS, start=1):
        point = await add_bridge_point(
            db,
            SYSTEM,
            conference_id=conference.id,
            ordinal=ordinal,
            name=name,
            venue=name,
            form=form,
            is_hub=is_hub,
            host_unit_id=units[host].id,
            expected_unit_ids=[units[each].id for each in expects],
            at=at,
        )
        points[key] = point.id
    sessions = {}
    for key, form, ordinal in _SESSIONS:
        title = f"Lớp {ordinal} – {'đường truyền' if form is Form.LINE else 'Google Meet'}"
        new_session = NewSession(
            conference_id=conference.id, form=form, ordinal=ordinal, title=title
        )
        sessions[key] = (await add_session(db, SYSTEM, new_session, at=at)).id
    return District(
        units={key: unit.id for key, unit in units.items()},
        people=people,
        accounts=accounts,
        sign_ins=sign_ins,
        points=points,
        sessions=sessions,
        conference_id=conference.id,
    )
