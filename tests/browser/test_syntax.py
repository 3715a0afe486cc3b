"""The pages run unbuilt on browsers of 2018 (Android 8, Zalo's own): nothing newer than ES2017."""

import re
from pathlib import Path

import pytest

CLIENTS = Path(__file__).parents[2] / "clients"
UNBUILT = ("account", "checkin", "own", "report", "roster", "screen", "shared")
SCRIPTS = sorted(script for page in UNBUILT for script in (CLIENTS / page).glob("*.js"))

NEWER = {
    "optional chaining": r"\?\.(?![0-9])",
    "nullish coalescing": r"\?\?",
    "logical assignment": r"(\|\||&&)=",
    "a class, and with it its fields": r"\bclass\s+[\w{]",
    "spread or rest in an object": r"\{\s*\.\.\.|[\w\])]\s*,\s*\.\.\.[\w.]+\s*[,}]",
    "asynchronous iteration": r"\bfor\s+await\b|\basync\s*(function\s*)?\*",
    "catch without a name": r"\bcatch\s*\{",
    "a numeric separator or big integer": r"\b[0-9]+(_[0-9]+|n\b)",
    "look-behind or a named group": r"\(\?<",
    "a module": r"^\s*(import|export)\b|\bimport\s*\(",
    "a later method": r"\.(finally|flat|flatMap|matchAll|replaceAll|allSettled|fromEntries)\(",
    "a later global": r"\b(globalThis|structuredClone|randomUUID|queueMicrotask)\b",
}
_NOT_CODE = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*|\"(?:\\.|[^\"\\\n])*\"", re.DOTALL)


def newer(script: str) -> list[str]:
    """List what a script has that ES2017 has not; comments and strings do not count."""
    code = _NOT_CODE.sub('""', script)
    return [what for what, how in NEWER.items() if re.search(how, code, re.MULTILINE)]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_browser_of_2018_understands_the_script(script: Path) -> None:
    assert newer(script.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "a?.b",
        "a ?? b",
        "a ||= b",
        "class A { b = 1; }",
        "const c = {...a};",
        "const c = {a: 1, b, ...d};",
        "for await (const a of b) {}",
        "try { a(); } catch { b(); }",
        "const n = 60_000;",
        "a.flat()",
    ],
)
def test_the_guard_sees_what_is_newer(line: str) -> None:
    assert len(newer(line)) == 1


@pytest.mark.parametrize(
    "line", ["a ? .5 : 1", "// a?.b", 'say("Mã ghép ?? …")', "f(...a)", "async (a) => 2 ** a"]
)
def test_the_guard_lets_pass_what_is_not(line: str) -> None:
    assert newer(line) == []
