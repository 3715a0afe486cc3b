"""Spans by OpenTelemetry, where the environment names somebody to send them to.

The variables are OpenTelemetry's own (`OTEL_EXPORTER_OTLP_ENDPOINT` and its like), so that whoever
knows them need learn nothing here. Only spans leave: logs would carry the messages of exceptions,
which quote rows, and figures are Prometheus's.
"""

import importlib
import os
from typing import Any, Final

from fastapi.telemetry import TelemetryConfig

_ENDPOINTS: Final = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")

OFF: Final[TelemetryConfig] = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "auto_configure": False,
}


def asked() -> TelemetryConfig:
    """Make what FastAPI is told: spans to where the environment says, or nothing at all.

    Raises: ValueError where the extra `otel` is not installed.
    """
    spans = spans_if_asked()
    return OFF if spans is None else {**OFF, "tracing": True, "tracer_provider": spans.exporting()}


def spans_if_asked() -> Any:
    """Load what makes spans, where they are asked for.

    Raises: ValueError where the extra `otel` is not installed.
    """
    variable = next((name for name in _ENDPOINTS if os.environ.get(name)), None)
    if variable is None:
        return None
    try:
        return importlib.import_module("api.monitoring.spans")
    except ModuleNotFoundError as missing:
        raise ValueError(
            f"{variable} is set, but {missing.name} is not installed; install the extra otel"
        ) from missing
