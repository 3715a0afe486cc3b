"""The lines of a summary that hold days, texts of units and what changed, told to the letter."""

from collections.abc import Iterator

from tests.play.reading import CHANGING, FORMS, Reader

_CHANGED = dict(
    zip(
        CHANGING,
        "triệu tập|có mặt|vắng có lý do|vắng không lý do|chờ xác nhận|chưa có thông tin|"
        "học bù ở lớp sau|nghe chi bộ truyền đạt lại".split("|"),
        strict=True,
    )
)


def lines_told(reader: Reader) -> Iterator[str]:
    """Tell the lines that hold days, texts of units, or what an addendum changes, to the letter."""
    yield (
        f"Tiếp theo báo cáo tổng hợp gửi ngày {reader.closed_on}, Ban Tuyên giáo báo cáo bổ sung "
        "như sau:"
    )
    for name, changes in reader.changes():
        parts = [
            f"{_CHANGED[key]} {vietnamese(was)}{comrades}, nay là {vietnamese(now)}{comrades}"
            for place, (key, was, now) in enumerate(changes)
            for comrades in ("" if place else " đồng chí",)
        ]
        yield f"- {name}: {'; '.join(parts)}."
    yield f"Đã tổ chức {_held(reader)}."
    for unit, text in reader.incidents:
        yield f"- {unit}: {text}."
    for each in reader.raised:
        for said in (each.incidents, each.proposals):
            if said:
                yield f"- {each.unit}: {said}"


def _held(reader: Reader) -> str:
    forms = []
    for name, held, planned in reader.held():
        days = {
            each.day
            for each in reader.sessions
            if each.is_held and each.day and FORMS[each.form] == name
        }
        several = "các ngày" if len(days) > 1 else "ngày"
        on = f" ({several} {', '.join(sorted(days))})" if days else ""
        forms.append(f"{held}/{planned} lớp {name[0].lower()}{name[1:]}{on}")
    off = [
        f"; {each.title} đã hủy (lý do: {each.reason[0].lower()}{each.reason[1:]})"
        for each in reader.sessions
        if each.state == "cancelled" and each.reason
    ]
    return f"{'; '.join(forms)}, tại {reader.points} điểm cầu{''.join(off)}"


def vietnamese(number: int) -> str:
    return f"{number:,}".replace(",", ".")
