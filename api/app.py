"""The composition root: the only module that knows every feature."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from fastapi import Depends, FastAPI
from fastapi.responses import RedirectResponse, Response
from fastapi.telemetry import TelemetryConfig

from api import health, installation
from api.access.discovery import router as discovery
from api.access.guards import CALLERS
from api.access.routes import router as access
from api.accounts.invitation_mail import TEMPLATE as INVITATION
from api.accounts.invitation_mail import InvitationComposer
from api.accounts.routes import router as accounts
from api.admission import PATIENCE, Admission
from api.allocation.routes import router as allocation
from api.attendance.evidence import EvidenceBoard
from api.attendance.routes import router as attendance
from api.attendance.tallies import Tallier
from api.attendance.watching import Watching
from api.audit.routes import router as audit
from api.bridge_points.routes import router as bridge_points
from api.caretaker import OFF, Caretaker
from api.checkin.committer import Committer
from api.checkin.door import TwoDoors
from api.checkin.exchanger import Exchanger
from api.checkin.routes import router as checkin
from api.clients.routes import router as clients
from api.codes import derivation
from api.codes.routes import router as codes
from api.conferences.routes import router as conferences
from api.db import Database, outage
from api.deciding.routes import router as deciding
from api.duties.routes import router as duties
from api.flags.routes import router as flags
from api.halls.routes import router as halls
from api.imports.routes import router as imports
from api.incidents.routes import router as incidents
from api.kit import contract, docs, files, log, pages, tokens, validation
from api.kit.clock import Clock
from api.kit.quotas import QuotaHeaders
from api.kit.stopping import stopping
from api.letterheads.routes import router as letterheads
from api.make_ups.routes import router as make_ups
from api.marks.routes import router as marks
from api.meet.routes import router as meet
from api.members.routes import router as members
from api.monitoring import tracing
from api.monitoring.gauges import Sampler
from api.monitoring.requests import Measured
from api.monitoring.routes import router as monitoring
from api.notices.routes import router as notices
from api.outbox.couriers import Composer, Courier
from api.outbox.mail import MailCourier, mail_server
from api.outbox.routes import router as outbox
from api.outbox.sender import Sender
from api.phones.routes import router as phones
from api.presets.routes import router as presets
from api.privacy.routes import router as privacy
from api.records.routes import router as records
from api.reports.document_routes import router as documents
from api.reports.leaving import report_letter
from api.reports.photo_routes import router as photos
from api.reports.routes import router as reports
from api.reports.scan_routes import router as scans
from api.reports.share_routes import router as shares
from api.reports.told_store import reports as told_reports
from api.rolls.routes import router as rolls
from api.rosters.routes import router as rosters
from api.sandbox.clock import MovedClock
from api.sandbox.door import SaysSandbox
from api.sandbox.routes import router as sandbox
from api.sessions.routes import router as sessions
from api.settings import Settings
from api.setup.routes import router as setup
from api.simulation import SaysSo
from api.summaries.routes import router as summaries
from api.summaries.told_store import conferences as told_conferences
from api.summonses.routes import router as summonses
from api.units.routes import router as units
from api.webhooks import subject_store
from api.webhooks.poster import Poster
from api.webhooks.routes import router as webhooks
from api.webhooks.telling import Teller
from api.words import DeliveryChannel

VERSION = "1.5.0"
_CLIENTS = Path(__file__).parent.parent / "clients"
_ABOUT = """Attendance for Party conferences: units, sessions, rotating codes, check-in, evidence.

Every error is a problem document (RFC 9457) with a `code` from a closed list, in Vietnamese, or in
English with `Accept-Language: en`. Lists are paged by cursor. Instants are UTC."""


def build(
    settings: Settings,
    *,
    clock: Clock,
    master_key: bytes,
    public_url: str,
    database: Database,
    patience: float = PATIENCE,
    telemetry: TelemetryConfig = tracing.OFF,
) -> TwoDoors:
    """Build the application on a migrated database; it is claimed when the application starts.

    With a `MovedClock` it is a sandbox.

    `public_url` is the address that phones reach, without path: it goes into the QR. `patience` is
    how many seconds a request waits for its place; `telemetry` tells FastAPI who gets spans.

    Raises: ValueError where it is too long for a QR that is read from the back of a hall.
    """
    app = TwoDoors(
        prefix="/api/v1",
        title="Điểm danh",
        version=VERSION,
        description=_ABOUT,
        lifespan=_lifespan,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        max_body_size=settings.max_upload_bytes,
        telemetry=telemetry,
    )
    equip(
        app,
        settings,
        clock=clock,
        master_key=master_key,
        public_url=public_url,
        database=database,
    )
    routers = (
        access, setup, accounts, clients, units, members, presets, conferences, bridge_points,
        sessions, notices, allocation, summonses, rosters, codes, phones, checkin, attendance,
        incidents, halls, deciding, rolls, flags, audit, records, letterheads, duties, make_ups,
        reports, documents, shares, summaries, outbox, webhooks, privacy,
    )  # fmt: skip
    for router in routers:
        app.include_router(
            router,
            prefix="/api/v1",
            dependencies=[Depends(validation.known_query)],
            max_body_size=settings.max_body_bytes,
        )
    for router in (imports, marks, meet, photos, scans):  # these take files
        app.include_router(router, prefix="/api/v1", dependencies=[Depends(validation.known_query)])
    app.include_router(discovery, dependencies=[Depends(validation.known_query)])
    app.include_router(health.router)
    app.include_router(monitoring)
    # No router has a lifespan of its own; merged, a hundred empty ones would surround ours.
    app.router.lifespan_context = _lifespan
    _serve_pages(app)
    validation.install(app, outage=outage)
    app.add_middleware(SaysSo)
    app.add_middleware(QuotaHeaders)
    app.add_middleware(Admission, pool_size=settings.pool_size, patience=patience)
    # The clock of the moment, which `equip` may have changed since.
    app.add_middleware(log.AccessLog, clock=lambda: app.state.clock())  # noqa: PLW0108
    if isinstance(clock, MovedClock):
        _rehearse(app, clock, database)
    app.add_middleware(Measured)
    contract.install(app, CALLERS)
    return app


def _rehearse(app: TwoDoors, clock: MovedClock, database: Database) -> None:
    """Make a sandbox of an application; it starts on a database that was made as one."""
    known = [Depends(validation.known_query)]
    app.include_router(sandbox, prefix="/api/v1", dependencies=known)
    app.router.lifespan_context = _lifespan
    app.light_door.by_path.clear()  # its answers would not say that they are of a sandbox
    app.add_middleware(SaysSandbox, clock=clock, database=database)


def equip(
    app: FastAPI,
    settings: Settings,
    *,
    clock: Clock,
    master_key: bytes,
    public_url: str,
    database: Database,
) -> None:
    """Give the application what it works with, before it starts.

    Its routes hold none of it, so one that has stopped can be given another database: to make a
    hundred routes ready costs more than most tests.

    Raises: ValueError where `public_url` is too long for a QR, `files_url` is not understood, or
    mail cannot be sent as set.
    """
    derivation.require_short(public_url)
    app.state.mail_server = mail_server(
        settings.smtp_url, settings.mail_from, public_url=public_url
    )
    app.state.settings = settings
    app.state.clock = clock
    app.state.database = database
    app.state.tallier = Tallier(database)
    app.state.evidence_board = EvidenceBoard()
    app.state.master_key = master_key
    app.state.public_url = public_url
    app.state.data_dir = settings.data_dir
    app.state.files = files.home(settings.files_url, settings.data_dir / "files")
    app.state.signer = tokens.signer(master_key, issuer=public_url, audience=f"{public_url}/api/v1")


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    database: Database = app.state.database
    clock: Clock = app.state.clock
    is_sandbox = isinstance(clock, MovedClock)
    async with database.write() as db:
        found = await installation.claim(
            db, app.state.master_key, is_sandbox=is_sandbox, at=clock()
        )
        app.state.is_demo = found.is_demo
    app.state.is_sandbox = is_sandbox
    if isinstance(clock, MovedClock):
        await clock.refresh(database)
    queue: int = app.state.settings.committer_queue
    committer = Committer(database, app.state.master_key, queue=queue)
    committer.start()
    app.state.committer = committer
    app.state.exchanger = Exchanger(database, app.state.master_key, queue=queue)
    app.state.exchanger.start()
    app.state.watching = Watching(
        database,
        app.state.tallier,
        lambda: app.state.clock(),  # noqa: PLW0108
        is_stopping=stopping(),
    )
    # The clock of the moment, which `equip` may have changed since.
    seconds = app.state.settings.caretaker_seconds
    caretaker = Caretaker(
        database,
        lambda: app.state.clock(),  # noqa: PLW0108
        seconds=seconds,
        files=app.state.files,
    )
    caretaker.start()
    app.state.caretaker = caretaker
    app.state.sender = sender_of(app)
    app.state.sender.start()
    app.state.sampler = Sampler(app.state)
    app.state.sampler.start()
    yield
    await app.state.sampler.stop()
    await app.state.watching.stop()
    await app.state.sender.stop()
    await caretaker.stop()
    await app.state.exchanger.stop()
    await committer.stop()
    await database.close()


def sender_of(app: FastAPI) -> Sender:
    """Make what sends mail and messages for an application, with those who word them."""
    database: Database = app.state.database
    settings: Settings = app.state.settings
    finders = {
        "session": subject_store.sessions,
        "incident": subject_store.incidents,
        "conference": told_conferences,
        "report": told_reports,
    }
    teller = Teller(database, finders)
    poster = Poster(
        database, teller, master_key=app.state.master_key, is_try_out=settings.is_try_out
    )
    couriers: dict[DeliveryChannel, Courier] = {DeliveryChannel.WEBHOOK: poster}
    if app.state.mail_server is not None:
        composers: dict[str, Composer] = {
            "report": report_letter,
            INVITATION: InvitationComposer(app.state.public_url),
        }
        couriers[DeliveryChannel.MAIL] = MailCourier(
            app.state.mail_server, database, composers, app.state.files.kept
        )
    return Sender(
        database,
        lambda: app.state.clock(),  # noqa: PLW0108
        couriers=couriers,
        tell=teller.tell,
        is_off=settings.caretaker_seconds == OFF,
    )


def _serve_pages(app: FastAPI) -> None:
    @app.get("/", include_in_schema=False)
    @app.get("/d", include_in_schema=False)
    async def to_phone_page() -> Response:
        # 308 keeps the fragment, and with it the code.
        return RedirectResponse("/d/", status_code=308)

    @app.get("/d/toi", include_in_schema=False)
    async def to_own_page() -> Response:
        return RedirectResponse("/d/toi/", status_code=308)

    shared = _CLIENTS / "shared"
    pages.serve(app, at="/d/toi/", folder=_CLIENTS / "own", shared=shared)
    pages.serve(app, at="/d/", folder=_CLIENTS / "checkin", shared=shared)
    pages.serve(app, at="/screen", folder=_CLIENTS / "screen", shared=shared)
    pages.serve(app, at="/account", folder=_CLIENTS / "account", shared=shared)
    pages.serve(app, at="/roster", folder=_CLIENTS / "roster", shared=shared)
    pages.serve(app, at="/report", folder=_CLIENTS / "report", shared=shared)
    built = _CLIENTS / "console" / "dist"
    console = built if built.exists() else _CLIENTS / "console" / "unbuilt"
    pages.serve(app, at="/console", folder=console, shared=shared)
    docs.serve(app)


def _no_clock() -> datetime:
    raise AssertionError("no clock in the contract")


def openapi(*, sandbox: bool = False) -> dict[str, Any]:
    """Compute the contract without a database; of a sandbox with what is only there."""
    app = build(
        Settings(),
        clock=MovedClock(_no_clock) if sandbox else _no_clock,
        master_key=bytes(32),
        public_url="https://diemdanh.example",
        database=Database("sqlite:///never-opened.db"),
    )
    return app.openapi()
