"""One morning of the plan, from the first sign-in to the closed class, as people lived it."""

from tests.district import PASSWORD
from tests.world import World


async def test_one_morning(world: World) -> None:
    people = world.district.people

    # 07:30. Ban Tuyên giáo signs in and finds the class of the morning.
    staff = world.client()
    form = {"grant_type": "password", "username": "admin", "password": PASSWORD}
    form["otp"] = world.otp()
    signed_in = (await staff.post("/auth/token", data=form)).json()
    staff.headers["Authorization"] = f"Bearer {signed_in['access_token']}"
    assert (await staff.get("/me")).json()["grants"][0]["role"] == "district_admin"
    (conference,) = (await staff.get("/conferences")).json()["items"]
    sessions = (await staff.get("/sessions", params={"conference_id": conference["id"]})).json()
    first = next(each for each in sessions["items"] if each["form"] == "line")
    assert first["state"] == "planned"

    # A screen in the hall is paired by a code that staff read out.
    points = (await staff.get(f"/conferences/{conference['id']}/points")).json()["items"]
    hall = next(each for each in points if "Hội trường" in each["name"])
    pairing = (await staff.post(f"/points/{hall['id']}/screens")).json()
    screen_client = world.client()
    paired = await screen_client.post(
        "/screens/pair", json={"pairing_code": pairing["pairing_code"].lower()}
    )
    screen_client.headers["Authorization"] = f"Bearer {paired.json()['token']}"
    assert (await screen_client.get("/screens/codes")).json()["codes"] == []

    # The class opens; the screen shows its code.
    await staff.post(f"/sessions/{first['id']}/open")
    screen = await world.screen("hall")
    assert (await screen.codes())["door"] == "01"

    # Đồng chí Hoa scans and names herself; đồng chí Bình types the digits.
    hoa, binh = world.phone(), world.phone()
    await hoa.exchange(await screen.scanned())
    assert (await hoa.name(people["hoa"], last4="4821")).json()["message"] == "Đã ghi nhận."
    await binh.exchange(await screen.typed())
    assert (await binh.name(people["binh"], last4="3377")).json()["standing"] == "present"

    # Đồng chí Minh has no card with him: recorded, and the secretary will confirm.
    minh = world.phone()
    await minh.exchange(await screen.scanned())
    assert (await minh.name(people["minh"])).json()["standing"] == "pending"
    live = await screen.live()
    assert (live["present"], live["pending"]) == (2, 1)

    # A photo of the screen reaches somebody at home two minutes later.
    code = await screen.typed()
    world.clock.move(minutes=2)
    refused = await world.phone().exchange(code)
    assert refused.json()["detail"] == (
        "Mã này đã cũ 120 giây. Mời đồng chí dùng mã đang hiện trên màn hình."
    )

    # At Bom Bo the line is cut for nine minutes; the codes that the screen holds still count.
    commune = await world.screen("commune")
    held = await commune.codes()
    world.clock.move(minutes=9)
    mai = world.phone()
    shown = {"door": held["door"], "digits": held["codes"][18]["digits"]}
    assert (await mai.exchange(shown)).status_code == 200
    assert (await mai.name(people["mai"], last4="6006")).json()["standing"] == "present"

    # An hour later the access token has run out; the refresh token goes on.
    world.clock.move(hours=1)
    assert (await staff.get("/me")).status_code == 401
    refreshed = await staff.post(
        "/auth/token",
        data={"grant_type": "refresh_token", "refresh_token": signed_in["refresh_token"]},
    )
    staff.headers["Authorization"] = f"Bearer {refreshed.json()['access_token']}"

    # After the break there is a second roll-call, unannounced.
    await staff.post(f"/sessions/{first['id']}/windows", json={"kind": "unannounced"})
    await hoa.exchange(await screen.scanned())
    again = (await hoa.tap(last4="4821")).json()
    assert (again["standing"], again["window_kind"]) == ("present", "unannounced")

    # Before lunch staff see who was where, each person once.
    live = (await staff.get(f"/sessions/{first['id']}/live")).json()
    assert (live["present"], live["pending"]) == (3, 1)
    there = {unit["name"]: unit["present"] for unit in live["units"] if unit["present"]}
    assert there == {"Chi bộ Văn phòng Huyện ủy": 2, "Chi bộ thôn 3": 1}
    query = {"session_id": first["id"], "standing": "present"}
    rows = (await staff.get("/attendance", params=query)).json()["items"]
    assert sorted(row["full_name"] for row in rows) == [
        "Nguyễn Thị Hoa",
        "Nguyễn Thị Hoa",
        "Thị Mai",
        "Trần Văn Bình",
    ]
    closed = (await staff.post(f"/sessions/{first['id']}/close")).json()
    assert closed["state"] == "closed"
    assert (await screen.codes())["codes"] == []

    # Thường trực reads the numbers, and no names.
    viewer = world.signed_in("thuong-truc")
    assert (await viewer.get(f"/sessions/{first['id']}/live")).json()["present"] == 3
    assert (await viewer.get("/attendance", params=query)).status_code == 403

    # The secretary of Bom Bo sees her own members alone.
    secretary = world.signed_in("bithu-bom-bo")
    rows = (await secretary.get("/attendance", params=query)).json()["items"]
    assert [row["full_name"] for row in rows] == ["Thị Mai"]
