"""What frozen reports and summaries say, for tests of documents: contents made by hand."""

from typing import Any

from api.letterheads.rules import Named, resolve
from api.words import UnitKind

DISTRICT = Named("Đảng bộ huyện Bù Đăng", UnitKind.COMMITTEE)
COMMUNE = Named("Đảng bộ xã Bom Bo", UnitKind.GRASSROOTS_COMMITTEE)
POST = Named("Chi bộ Bưu điện", UnitKind.GRASSROOTS_CELL)
AS_OF = "2022-03-15T04:30:00+00:00"


def figures(**numbers: Any) -> dict[str, Any]:
    """Make figures that agree: what is not given is nobody, and B follows from the rest."""
    names = (
        "exempt suspended excluded away here full late left_early other_session on_duty pending "
        "excused unexcused unknown by_code by_hand not_countersigned from_elsewhere extra there "
        "made_up retold"
    )
    found: dict[str, Any] = {**dict.fromkeys(names.split(), 0), "reasons": {}, **numbers}
    came = ("full", "late", "left_early", "other_session", "on_duty")
    present = sum(found[each] for each in came)
    convened = present + sum(found[each] for each in ("pending", "excused", "unexcused", "unknown"))
    beside = sum(found[each] for each in ("exempt", "suspended", "excluded", "away"))
    return {
        **found,
        "present": present,
        "convened": convened,
        "members": convened + beside - found["here"],
        "rate_percent": round(100 * present / convened, 2) if convened else None,
        "rate_of_members_percent": None,
    }


def report(kind: str = "result", **changes: Any) -> dict[str, Any]:
    """Write what a post office's cell hands in: 60 convened, 41 present, 19 absent."""
    whole = figures(
        full=36, late=3, on_duty=2, excused=17, unexcused=2, exempt=3, excluded=1, by_code=30,
        by_hand=9, not_countersigned=1, reasons={"OM": 9, "CT": 6, "reduced": 2, "KL": 2}, extra=1,
    )  # fmt: skip
    first = figures(full=20, on_duty=2, excused=10, unexcused=1, reasons={"OM": 10, "KL": 1})
    second = figures(full=16, late=3, excused=7, unexcused=1, reasons={"CT": 7, "KL": 1})
    content = {
        "kind": kind,
        "conference": {
            "id": "01980000-0000-7000-8000-000000000001",
            "title": "Hội nghị Thông tin thời sự quý I năm 2022",
            "quarter": 1,
            "year": 2022,
            "plan_number": "45-KH/BTGHU",
            "profile": "hd36_2018",
            "organiser_name": DISTRICT.name,
        },
        "unit": {
            "id": "01980000-0000-7000-8000-000000000002",
            "name": POST.name,
            "kind": "grassroots_cell",
            "parent_name": DISTRICT.name,
        },
        "session": None,
        "as_of": AS_OF,
        "figures": whole,
        "sessions": [
            {
                "title": "Lớp 1 – Google Meet",
                "form": "meet",
                "starts_at": AS_OF,
                "held": True,
                "figures": first,
            },
            {
                "title": "Lớp 2 – Google Meet",
                "form": "meet",
                "starts_at": AS_OF,
                "held": True,
                "figures": second,
            },
        ],
        "blocks": [],
        "guests": 4,
        "head_count": 46,
        "texts": {
            "assessment": "Đơn vị chấp hành nghiêm túc thời gian và nội quy hội nghị.",
            "preparation": "- Hội trường Bưu điện: thử đường truyền ngày 14/03/2022 đạt.",
            "incidents": "- 8 giờ 10 phút, mất tiếng 5 phút. Đã xử lý: đổi micro.\n- Mất điện.",
            "proposals": None,
        },
        "photos": 3,
        "letterhead": resolve(POST, [DISTRICT], {"signer_name": "Đinh Công Sơn"}).as_json(),
    }
    return {**content, **changes}


def quick(**changes: Any) -> dict[str, Any]:
    """Write the quick report of one class."""
    content = report("quick")
    session = {**content["sessions"][0], "id": "01980000-0000-7000-8000-000000000003"}
    return {**content, "session": session, "sessions": [session], **changes}


def commune(*, villages: int = 12, schools: int = 8, **changes: Any) -> dict[str, Any]:
    """Write what a commune hands in: village cells, and the block of its school cells."""

    def block(name: str, names: list[str]) -> dict[str, Any]:
        units = [
            {
                "unit_id": f"01980000-0000-7000-8000-{place:012d}",
                "name": each,
                "figures": figures(full=20, excused=3, reasons={"OM": 2, "CT": 1}, exempt=1),
            }
            for place, each in enumerate(names)
        ]
        count = len(units)
        summed = figures(
            full=20 * count, excused=3 * count, exempt=count,
            reasons={"OM": 2 * count, "CT": count},
        )  # fmt: skip
        return {"name": name, "units": units, "figures": summed}

    school = "Chi bộ Trường Trung học cơ sở và Trung học phổ thông số {}"
    count = villages + schools
    return report(
        unit={
            "id": "01980000-0000-7000-8000-000000000004",
            "name": COMMUNE.name,
            "kind": "grassroots_committee",
            "parent_name": DISTRICT.name,
        },
        figures=figures(
            full=20 * count,
            excused=3 * count,
            exempt=count,
            reasons={"OM": 2 * count, "CT": count},
        ),
        sessions=[],
        blocks=[
            block("Chi bộ trực thuộc", [f"Chi bộ thôn {each + 1}" for each in range(villages)]),
            block("Chi bộ trường học", [school.format(each + 1) for each in range(schools)]),
        ],
        letterhead=resolve(
            COMMUNE,
            [DISTRICT],
            {"deputy_title": "Phó Bí thư Thường trực", "signer_name": "Điểu Bình"},
        ).as_json(),
        **changes,
    )


def summary(*, communes: int = 16, **changes: Any) -> dict[str, Any]:
    """Write the summary of a district: communes with two cells each, one of them silent."""
    one = figures(full=30, late=1, excused=8, unexcused=1, reasons={"OM": 5, "CT": 3, "KL": 1})
    half = figures(full=15, excused=4, unexcused=1, reasons={"OM": 3, "CT": 1, "KL": 1})
    silent = figures(unknown=17, exempt=1)
    count = communes
    total = figures(
        full=30 * count,
        late=count,
        excused=8 * count,
        unexcused=count,
        unknown=17,
        exempt=1,
        reasons={"OM": 5 * count, "CT": 3 * count, "KL": count},
    )
    units: list[dict[str, Any]] = []
    for place in range(communes):
        name = f"Đảng bộ xã số {place + 1}"
        units.append(_row(name, one, depth=1, report_state="accepted"))
        units += [_row(f"Chi bộ thôn {each}", half, depth=2, report_state=None) for each in (1, 2)]
    units.append(_row("Chi bộ Bưu điện", silent, depth=1, report_state=None))
    communal = figures(
        full=30 * count,
        late=count,
        excused=8 * count,
        unexcused=count,
        reasons=total["reasons"],
    )
    content = {
        "conference": report()["conference"],
        "letterhead": resolve(DISTRICT, [], {"deputy_title": "Phó Trưởng ban"}).as_json(),
        "as_of": AS_OF,
        "guests": 12,
        "head_count": None,
        "total": total,
        "by_bloc": [_row("Xã, thị trấn", communal), _row("Khối Doanh nghiệp", silent)],
        "by_form": [_row("Đường truyền", communal), _row("Google Meet", silent)],
        "by_session": [
            {**_row("Lớp 1", communal), "title": "Lớp 1", "held": True, "state": "closed"},
            {**_row("Lớp 2", silent), "title": "Lớp 2", "held": False, "state": "cancelled"},
        ],
        "by_unit": units,
        "sessions_held": [
            {"form": "line", "held": 1, "planned": 1},
            {"form": "meet", "held": 0, "planned": 1},
        ],
        "unreported": ["Chi bộ Bưu điện"],
        "incidents": ["Đảng bộ xã số 1: mất điện 10 phút. Đã giải quyết: chạy máy phát."],
        "proposals": ["Đảng bộ xã số 2: đề nghị gửi tài liệu trước ba ngày."],
    }
    return {**content, **changes}


def _row(name: str, numbers: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"key": None, "name": name, "figures": numbers, "guests": 0, "head_count": None, **more}
