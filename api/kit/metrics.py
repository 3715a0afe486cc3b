"""Figures of the running program, as Prometheus reads them; whoever knows one counts it.

One process keeps them in memory. Several, which share a port, keep them in files of one folder, so
that whichever is asked answers for all: `share` says so before they are started, and `forget` when
one of them is gone. What a figure is labelled with is a word of a closed list, never an id or name.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
    multiprocess,
)
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

MEDIA_TYPE: Final = CONTENT_TYPE_LATEST
_PREFIX: Final = "diemdanh_"
_FOLDER_VARIABLE: Final = "PROMETHEUS_MULTIPROC_DIR"
"""The library reads it when it is first imported, so only in processes that start afterwards."""

_registry = CollectorRegistry()
disable_created_metrics()  # type: ignore[no-untyped-call]  # else all is told twice


def counter(name: str, about: str, labels: Sequence[str] = ()) -> Counter:
    """Make a figure that only grows; all processes together, also those that are gone."""
    return Counter(_PREFIX + name, about, labels, registry=_registry)


def histogram(
    name: str, about: str, buckets: Sequence[float], labels: Sequence[str] = ()
) -> Histogram:
    """Make a figure of which it is known how often it was at most each of `buckets`."""
    return Histogram(_PREFIX + name, about, labels, buckets=buckets, registry=_registry)


def gauge(name: str, about: str, labels: Sequence[str] = ()) -> Gauge:
    """Make a figure of this moment; that of all living processes is their sum."""
    return Gauge(_PREFIX + name, about, labels, multiprocess_mode="livesum", registry=_registry)


def longest(name: str, about: str) -> Gauge:
    """Make a figure of this moment; that of all living processes is the largest."""
    return Gauge(_PREFIX + name, about, multiprocess_mode="livemax", registry=_registry)


def found(name: str, about: str, label: str, values: Iterable[tuple[str, float]]) -> Metric:
    """Make a figure that was found just now, and belongs to no process."""
    family = GaugeMetricFamily(_PREFIX + name, about, labels=[label])
    for word, value in values:
        family.add_metric([word], value)
    return family


def share(folder: Path) -> None:
    """Let the processes that are started from now on keep their figures in a folder.

    What an earlier start left there goes.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for left in folder.glob("*.db"):
        left.unlink()
    os.environ[_FOLDER_VARIABLE] = str(folder)


def forget(process_id: int | None) -> None:
    """Take what a process that is gone said of its moment out of the sum; what it counted stays."""
    if process_id is not None and _FOLDER_VARIABLE in os.environ:
        multiprocess.mark_process_dead(process_id)  # type: ignore[no-untyped-call]


class _Just(Collector):
    """Figures that were found already."""

    def __init__(self, families: Iterable[Metric]) -> None:
        self._families = families

    def collect(self) -> Iterable[Metric]:
        """Give them."""
        return self._families


def exposition(more: Iterable[Metric] = ()) -> bytes:
    """Write every figure of all processes, and some more, as text."""
    registry = _registry
    if _FOLDER_VARIABLE in os.environ:
        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    extra = CollectorRegistry(auto_describe=False)
    extra.register(_Just(more))
    return generate_latest(registry) + generate_latest(extra)
