"""`make bench`: measure, print, and write each section into bench/README.md.

`ARGS="flags guessing"` measures only those.
"""

import sys
from collections.abc import Callable
from typing import Final

from api.kit import log
from bench import allocation, check_in, conference, figures, flags, guessing, phone, report, reports

SECTIONS: Final[dict[str, tuple[str, Callable[[], str]]]] = {
    "check-in": ("Check-in", check_in.section),
    "allocation": ("Allocation", allocation.section),
    "conference": ("A whole conference", conference.section),
    "figures": ("Figures", figures.section),
    "flags": ("Flags", flags.section),
    "guessing": ("Guessing", guessing.section),
    "phone": ("Phone", phone.section),
    "reports": ("Reports", reports.section),
}


def main(wanted: list[str]) -> int:
    """Measure what is wanted, or everything."""
    log.configure("warning")
    unknown = set(wanted) - set(SECTIONS)
    if unknown:
        print("unknown:", *sorted(unknown), "- there are:", *SECTIONS, file=sys.stderr)
        return 2
    for name in wanted or SECTIONS:
        title, section = SECTIONS[name]
        command = f'Written by `make bench ARGS="{name}"`. {report.machine()}'
        text = section()
        print(text, flush=True)
        report.write(title, f"{command}\n\n{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
