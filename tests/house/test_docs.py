"""What is written for people: links lead somewhere, and the index knows every document."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WRITTEN = sorted(
    path
    for place in (ROOT, ROOT / "docs", ROOT / "openapi", ROOT / "bench", ROOT / "clients")
    for path in (place.glob("*.md") if place == ROOT else place.rglob("*.md"))
    if "node_modules" not in path.parts
)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def _anchors(path: Path) -> set[str]:
    headings = _HEADING.findall(path.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    lost = []
    for address in _LINK.findall(path.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", address):
            continue
        name, _, anchor = address.partition("#")
        target = (path.parent / name).resolve() if name else path
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            lost.append(address)
    assert not lost


def test_the_index_of_documents_knows_every_one() -> None:
    docs = ROOT / "docs"
    index = docs / "README.md"
    linked = {(docs / each).resolve() for each in _LINK.findall(index.read_text(encoding="utf-8"))}
    written = {each for each in docs.rglob("*.md") if "decisions" not in each.parts}
    assert written - {index} - linked == set()
