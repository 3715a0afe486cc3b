"""Showing a session as it is at an instant."""

from datetime import datetime

from api.sessions.rules import state_at
from api.sessions.schemas import SessionView
from api.tables.sessions import Session


def session_view(session: Session, *, at: datetime) -> SessionView:
    """Show a session; one that was closed long enough ago is shown locked."""
    state = state_at(session.state, session.locks_at, at)
    return SessionView.model_validate(session).model_copy(update={"state": state})
