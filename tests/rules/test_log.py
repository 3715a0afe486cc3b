"""A log on a full disk fails nobody's request."""

import contextlib
import io
import sys
from pathlib import Path

import pytest
import structlog

from api.kit import log

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
def test_a_log_that_cannot_be_written_fails_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = FULL.open("w", buffering=1, encoding="utf-8")
    monkeypatch.setattr(sys, "stderr", stream)
    log.configure("warning")
    try:
        structlog.get_logger("api").error("nobody_can_read_this")
    finally:
        monkeypatch.undo()
        log.configure("warning")
        with contextlib.suppress(OSError):
            stream.close()


def test_a_log_that_is_closed_fails_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    monkeypatch.setattr(sys, "stderr", closed)
    log.configure("warning")
    closed.close()
    try:
        structlog.get_logger("api").error("nobody_can_read_this")
    finally:
        monkeypatch.undo()
        log.configure("warning")
