"""Sending lists to the API, and reading what it previews."""

from typing import Any
from uuid import UUID

import httpx2 as httpx

from tests.world import Answer

HEADER = ["STT", "Họ và tên", "Số thẻ", "Ghi chú"]


def rows_of(*people: list[Any]) -> list[list[Any]]:
    """Write a plain list: numbered from 1, under its header."""
    return [HEADER, *([number, *person] for number, person in enumerate(people, start=1))]


async def send(
    client: httpx.AsyncClient, unit: UUID, content: bytes, *, key: str | None = None, **form: str
) -> Answer:
    """Send a file as people's tools do."""
    headers = {"Idempotency-Key": key} if key else {}
    return await client.post(
        f"/units/{unit}/members/import",
        files={"file": ("danh-sach.xlsx", content, "application/octet-stream")},
        data=form,
        headers=headers,
    )


async def previewed(
    client: httpx.AsyncClient, unit: UUID, content: bytes, **form: str
) -> dict[str, Any]:
    """Ask for a preview that is answered."""
    answer = await send(client, unit, content, **form)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def deeds(preview: dict[str, Any]) -> list[tuple[int, str, str, str | None, str]]:
    return [
        (each["row"], each["action"], after["full_name"], after["card_number"], after["status"])
        for each in preview["items"]
        for after in [each["after"]]
    ]


def cautions(preview: dict[str, Any]) -> dict[str, list[int]]:
    return {each["code"]: each["rows"] for each in preview["warnings"]}
