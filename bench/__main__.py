"""`make bench`: measure the rush, print it, and write it into bench/README.md.

`ARGS="flags guessing"` measures those sections instead, `ARGS="all"` every one. The rush takes
`--quick` (a try of half a minute) and `--profile` (what a check-in's time is spent on, too).
"""

import sys
from collections.abc import Callable
from functools import partial
from typing import Final

from api.kit import log
from bench import allocation, conference, figures, flags, growth, guessing, phone, report, reports
from bench.rush import section as rush

RUSH: Final = "rush"
ALL: Final = "all"
OPTIONS: Final = {"--quick", "--profile"}


def sections(options: set[str]) -> dict[str, tuple[str, Callable[[], str]]]:
    """Name every section, its title and what measures it."""
    measured_rush = partial(
        rush.section, quick="--quick" in options, profile="--profile" in options
    )
    return {
        RUSH: ("The rush", measured_rush),
        "allocation": ("Allocation", allocation.section),
        "conference": ("A whole conference", conference.section),
        "figures": ("Figures", figures.section),
        "flags": ("Flags", flags.section),
        "growth": ("Growth", growth.section),
        "guessing": ("Guessing", guessing.section),
        "phone": ("Phone", phone.section),
        "reports": ("Reports", reports.section),
    }


def main(wanted: list[str]) -> int:
    """Measure what is wanted: the rush where nothing is."""
    log.configure("warning")
    options = OPTIONS.intersection(wanted)
    names = [each for each in wanted if each not in options]
    known = sections(options)
    unknown = set(names) - set(known) - {ALL}
    if unknown:
        print("unknown:", *sorted(unknown), "- there are:", *known, ALL, *OPTIONS, file=sys.stderr)
        return 2
    for name in known if ALL in names else names or [RUSH]:
        title, section = known[name]
        arguments = "" if name == RUSH else f' ARGS="{name}"'
        command = f"Written by `make bench{arguments}`. {report.machine()}"
        text = section()
        print(text, flush=True)
        report.write(title, f"{command}\n\n{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
