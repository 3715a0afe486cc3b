from tests.serving import Site

SECRETARY = "bithu-bom-bo"


def say(name, answer):
    print(name, answer.status_code, answer.text[:260], flush=True)


def test_facts(site: Site) -> None:
    h = site.bearer("admin")

    def call(m, p, b=None, who="admin", **hd):
        return site.http.request(m, "/api/v1" + p, json=b, headers=site.bearer(who) | hd)

    sid = site.open()
    d = site.district
    commune, village, bom = d.points["commune"], d.units["village"], d.units["bom_bo"]
    digits = site.typed(point="commune")
    people = [str(d.people[x].id) for x in ("khanh", "other_khanh")]
    say("outage", call("POST", f"/sessions/{sid}/points/{commune}/outage", {"note": "Mất điện"}))
    say(
        "marks",
        call(
            "POST",
            f"/sessions/{sid}/marks",
            {"unit_id": str(bom), "marks": [{"kind": "present", "member_ids": people}]},
            who=SECRETARY,
        ),
    )
    say("count0", call("POST", f"/sessions/{sid}/points/{commune}/head-counts", {"persons": 0}))
    say("flags", call("GET", f"/flags?session_id={sid}&decided=false"))
    w = call(
        "POST",
        "/webhooks",
        {
            "unit_id": str(d.units["district"]),
            "url": "https://nhan.huyenuy.example/tin",
            "description": None,
            "acts": ["session.opened"],
        },
    )
    say("webhook", w)
    wid = w.json().get("id")
    say("off", call("PATCH", f"/webhooks/{wid}", {"is_disabled": True}))
    say("on", call("PATCH", f"/webhooks/{wid}", {"is_disabled": False}))
    say("test", call("POST", f"/webhooks/{wid}/test"))
    say("secret", call("POST", f"/webhooks/{wid}/secret"))
    say("del", call("DELETE", f"/webhooks/{wid}"))
    say(
        "copy",
        call(
            "POST",
            f"/conferences/{d.conference_id}/copy",
            {"year": 2022, "quarter": 2, "plan_number": None, "topics": [], "another": False},
        ),
    )
    say(
        "preset",
        call(
            "POST",
            "/conferences/from-preset",
            {
                "preset": call("GET", "/presets").json()["items"][0]["key"],
                "organiser_id": str(d.units["district"]),
                "create_units": True,
                "another": False,
            },
        ),
    )
    say(
        "preset2",
        call(
            "POST",
            "/conferences/from-preset",
            {
                "preset": call("GET", "/presets").json()["items"][0]["key"],
                "organiser_id": str(d.units["district"]),
                "create_units": True,
                "another": True,
            },
        ),
    )
    print(
        [(c["year"], c["quarter"], c["title"]) for c in call("GET", "/conferences").json()["items"]]
    )
