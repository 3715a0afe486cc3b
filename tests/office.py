"""An office on its first day: a program with nothing in it but the account `admin`."""

from uuid import UUID

from api import installation
from api.access import actions as access
from api.db import Database
from api.setup import actions, store
from tests.district import MASTER_KEY, PASSWORD, District
from tests.moving_clock import MORNING


async def begin(database: Database) -> District:
    """Do what `serve --empty` does with a migrated database, and sign in."""
    async with database.write() as db:
        await installation.claim(db, MASTER_KEY, at=MORNING)
        assert await actions.add_first_account(db, password=PASSWORD, at=MORNING)
        assert not await actions.add_first_account(db, password=PASSWORD, at=MORNING)
        account_id = await store.account_id(db, actions.ADMIN)
        assert account_id is not None
        began = await access.begin_sign_in(db, account_id, user_agent="a new office", at=MORNING)
    return District(
        units={},
        people={},
        accounts={actions.ADMIN: account_id},
        sign_ins={actions.ADMIN: began.id},
        points={},
        sessions={},
        conference_id=UUID(int=0),
    )
