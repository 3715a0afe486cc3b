"""bench/README.md, section by section: what is measured anew replaces what stood there."""

import os
import platform
import re
from pathlib import Path
from typing import Final

README: Final = Path(__file__).parent / "README.md"
_SECTION: Final = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)
_HEAD: Final = """# Figures

Each section was written by the command that it names, on one machine that was also the load;
absolute values drift with its mood, ratios hold better.
"""


def machine() -> str:
    """Tell what the figures were measured on."""
    about = about_machine()
    return (
        f"Machine: {about['cores']} cores ({about['model']}), {about['kernel']}, "
        f"Python {about['python']}."
    )


def about_machine() -> dict[str, str | int]:
    """Tell the cores, their model, the kernel and Python."""
    return {
        "cores": os.cpu_count() or 0,
        "model": _model(),
        "kernel": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }


def _model() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def table(head: str, rows: list[str]) -> str:
    """Write a Markdown table from its head and its rows, each with its bars."""
    rule = "|" + "---|" * (head.count("|") - 1)
    return "\n".join([head, rule, *rows]) + "\n"


def write(title: str, text: str) -> None:
    """Write a section, in place of the one with the same title or at the end."""
    sections = _read()
    sections[title] = text.strip()
    body = "".join(f"\n## {name}\n\n{each}\n" for name, each in sections.items())
    README.write_text(_HEAD + body, encoding="utf-8")


def _read() -> dict[str, str]:
    text = README.read_text(encoding="utf-8") if README.is_file() else ""
    found = list(_SECTION.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    return {
        match["title"]: text[match.end() : end].strip()
        for match, end in zip(found, ends, strict=True)
    }
