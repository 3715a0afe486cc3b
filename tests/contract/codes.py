"""The list of codes in openapi/README.md: `python -m tests.contract.codes` writes it anew."""

import importlib
import pkgutil
import re
from functools import cache
from typing import Final

import api
from api.kit.errors import Fault
from tests.contract.conformance import CONTRACT

README: Final = CONTRACT.with_name("README.md")
_LIST: Final = re.compile(r"(?<=<!-- codes: begin -->\n).*?(?=<!-- codes: end -->)", re.DOTALL)


@cache
def faults() -> dict[str, Fault]:
    """Find every fault that the code knows."""
    found: dict[str, Fault] = {}
    for module in pkgutil.walk_packages(api.__path__, "api."):
        if not module.name.endswith("__main__"):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, Fault):
                    assert found.setdefault(value.code, value) is value, f"twice: {value.code}"
    return found


def with_list(readme: str) -> str:
    """Write the list into the text, by status and code."""
    ordered = sorted(faults().values(), key=lambda fault: (fault.status, fault.code))
    rows = "".join(f"| {each.status} | `{each.code}` | {each.title.en} |\n" for each in ordered)
    return _LIST.sub(lambda _: f"\n| status | code | |\n|---|---|---|\n{rows}\n", readme)


if __name__ == "__main__":
    README.write_text(with_list(README.read_text(encoding="utf-8")), encoding="utf-8")
