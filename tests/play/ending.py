"""The end of the play: reports, one returned, an addendum; the summary, and its addendum."""

from time import perf_counter

from tests.play.asking import ask
from tests.play.outcome import Late, Outcome
from tests.play.settling import COMMUNE, HALL_UNITS, SILENT, SIXTY
from tests.play.stage import Stage, by_direct_unit, village


async def report(stage: Stage, late: Late, done: Outcome) -> None:
    """Let everybody but one report; one is returned, and one has an addendum."""
    await _refuse_the_sixty(stage, done)
    school = village(stage, COMMUNE, schools=True)
    await stage.hand_in(school)
    began = perf_counter()
    for unit in stage.cast.direct:
        if unit != SILENT:
            await stage.hand_in(unit, confirm_pending=True)
    done.seconds["result reports of all units"] = perf_counter() - began
    returned = (await stage.report("tuyen-giao"))["id"]
    await ask(
        stage.admin,
        "POST",
        f"/reports/{returned}/return",
        json={"comment": "Đề nghị ghi rõ công tác chuẩn bị"},
    )
    secretary = stage.secretary("tuyen-giao")
    text = {
        "preparation": "Chuẩn bị hội trường từ chiều hôm trước.",
        "incidents": "Âm thanh nhỏ trong 15 phút đầu.",
        "proposals": "Đề nghị trang bị thêm 2 màn hình.",
    }
    await ask(secretary, "PATCH", f"/reports/{returned}", json=text)
    await stage.hand_in("tuyen-giao")
    await _arrive_late(stage, late)
    for unit in (*stage.cast.direct, school):
        if unit != SILENT:
            report = await stage.report(unit)
            await ask(stage.admin, "POST", f"/reports/{report['id']}/accept")


async def _refuse_the_sixty(stage: Stage, done: Outcome) -> None:
    """Refuse 40 + 15 of 60, take it as interim, and take it whole once the five are known."""
    report = await stage.report(SIXTY)
    secretary, path = stage.secretary(SIXTY), f"/reports/{report['id']}/submit"
    answer = await secretary.post(path, json={})
    assert answer.status_code == 409, answer.text
    done.refusal = answer.json()
    await ask(secretary, "POST", path, json={"interim": True})
    for session in ("line_1", "line_2", "line_3"):
        seats = {each["member_id"] for each in await stage.seats(SIXTY, session)}
        rows = f"{stage.session(session)}/units/{stage.unit(SIXTY)}/roll/rows"
        shown = (await ask(secretary, "GET", rows, params={"limit": "100"}))["items"]
        ids = [
            each["member_id"]
            for each in shown
            if each["member_id"] in seats and each["row_number"] > 55
        ]
        if ids:
            mark = {"kind": "absent", "reason": "CT", "member_ids": ids}
            await stage.mark(session, SIXTY, mark)
        await stage.hand_in(SIXTY, session)


async def _arrive_late(stage: Stage, late: Late) -> None:
    """Let what was scanned without network arrive, and the report have its addendum."""
    unit = HALL_UNITS[2]
    stage.world.clock.move(hours=1)
    answer = await late.phone.client.post("/check-ins/batch", json={"items": [late.item]})
    (found,) = answer.json()["items"]
    assert found["receipt"]["evidence"] == "late", answer.text
    path = f"{stage.session('line_3')}/marks/{late.person.id}"
    await ask(stage.secretary(unit), "DELETE", path)
    amended = await stage.hand_in(unit, confirm_pending=True)
    assert amended["versions"][-1]["kind"] == "addendum"
    assert amended["versions"][-1]["difference"]


async def close(stage: Stage, done: Outcome) -> None:
    """Close the conference; whom somebody still corrects makes an addendum."""
    began = perf_counter()
    await ask(stage.admin, "GET", f"{stage.conference}/summary")
    done.seconds["reading the live summary"] = perf_counter() - began
    began = perf_counter()
    done.versions.append(await ask(stage.admin, "POST", f"{stage.conference}/close"))
    done.seconds["closing the conference"] = perf_counter() - began
    export = await stage.admin.get(f"{stage.conference}/attendance", params={"format": "csv"})
    done.export_at_close = export.content
    seats = by_direct_unit(stage, await stage.seats(SILENT, "line_3"))
    mark = {"kind": "present", "member_ids": seats[SILENT][:1]}
    await stage.mark("line_3", SILENT, mark)
    addendum = await ask(stage.admin, "POST", f"{stage.conference}/summary/addenda")
    done.versions.append(addendum)
