"""Creating requests that may come twice: one effect, one answer (Idempotency-Key).

The record stands in the same transaction as the effect. A second request with the same key waits
for the first at the primary key, and then answers what the first answered.
"""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Header, Response
from pydantic import BaseModel
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.db import insert_into
from api.kit.errors import Fault, Problem, Words
from api.tables.idempotency import KeptAnswer

KEY_REUSED = Fault(
    "idempotency_key_reused",
    422,
    Words("Khóa chống lặp đã dùng", "Idempotency key reused"),
    Words(
        "Khóa Idempotency-Key này đã dùng cho một yêu cầu khác.",
        "This Idempotency-Key was used for a different request.",
    ),
)

IdempotencyKey = Annotated[
    str | None,
    Header(
        min_length=8,
        max_length=100,
        pattern=r"^[\x21-\x7e]+$",
        description="Send the same key with the same body again, and nothing happens twice.",
    ),
]


async def once(
    db: AsyncSession,
    key: str | None,
    *,
    owner_id: UUID,
    operation: str,
    body: BaseModel,
    at: datetime,
    make: Callable[[], Awaitable[BaseModel]],
) -> Response:
    """Answer 201 with what `make` gives, or with what it gave under this key before.

    Raises: Problem `idempotency_key_reused` where the key came with another request.
    """
    if key is None:
        return _created((await make()).model_dump_json())
    fingerprint = hashlib.sha256(f"{operation}\n{body.model_dump_json()}".encode()).hexdigest()
    claim = (
        insert_into(db, KeptAnswer)
        .values(owner_id=owner_id, key=key, fingerprint=fingerprint, at=at)
        .on_conflict_do_nothing(index_elements=["owner_id", "key"])
        .returning(KeptAnswer.key)
    )
    where = (KeptAnswer.owner_id == owner_id, KeptAnswer.key == key)
    if (await db.execute(claim)).scalar_one_or_none() is None:
        kept = (await db.execute(select(KeptAnswer).where(*where))).scalar_one()
        if kept.fingerprint != fingerprint or kept.body is None:
            raise Problem(KEY_REUSED)
        return _created(kept.body)
    answer = (await make()).model_dump_json()
    await db.execute(update(KeptAnswer).where(*where).values(body=answer))
    return _created(answer)


def _created(body: str) -> Response:
    return Response(body, status_code=201, media_type="application/json")
