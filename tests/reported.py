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
