"""First day."""

from fastapi import APIRouter, Response

from api import idempotency
from api.access.guards import REFUSALS, CurrentSignIn, actor_of
from api.db import Db, ReadDb
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit.clock import At
from api.kit.errors import documented
from api.presets import preset, views
from api.presets.faults import PRESET_UNKNOWN
from api.setup import actions, store
from api.setup.faults import ALREADY_SET_UP
from api.setup.schemas import NewSetup, SetUp, SetupState

router = APIRouter(tags=["setup"], responses=REFUSALS)


@router.get("/setup", operation_id="readSetup")
async def read_setup(_own: CurrentSignIn, db: ReadDb) -> SetupState:
    """Tell whether an organiser is still to be named, and which plans there are to begin with."""
    return SetupState(
        is_needed=not await store.has_units(db),
        is_demo=await store.is_demo(db),
        presets=[views.summary(preset.load(key)) for key in preset.keys()],
    )


@router.post(
    "/setup",
    operation_id="setUp",
    status_code=201,
    response_model=SetUp,
    responses=documented(ALREADY_SET_UP, PRESET_UNKNOWN, KEY_REUSED),
)
async def set_up(
    new: NewSetup,
    own: CurrentSignIn,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Name the organiser on the first day, with a plan to begin with or none.

    Works once, while there is no unit: whoever asks is the account made on the first run, and
    becomes `district_admin` of the organiser, and sets up the second factor next.
    """
    principal = own.principal

    async def make() -> SetUp:
        office = await actions.set_up(db, actor_of(principal), principal.account_id, new, at=at)
        return SetUp(
            organiser_id=office.organiser.id,
            organiser_name=office.organiser.name,
            conference=office.conference,
        )

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation="setUp",
        body=new,
        at=at,
        make=make,
    )
