"""Does the contract take something away from programs that use it?

    python -m tests.contract.breaking

It compares openapi/v1.json with the one that git holds at HEAD and with the newest released one:
the last of an earlier version. Every break has to be named in openapi/CHANGELOG.md, under
`### Breaking` of the version that the contract has now, as `operation` or `Schema.field`.

Whatever was accepted is to be accepted still, and whatever was promised of an answer is to be there
still. New fields, operations, values and codes are no break, since a program ignores what it does
not know.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
CONTRACT: Final = "openapi/v1.json"
CHANGELOG: Final = ROOT / "openapi" / "CHANGELOG.md"

Document = dict[str, Any]
_UPPER: Final = ("maxLength", "maxItems", "maximum", "exclusiveMaximum", "maxProperties")
_LOWER: Final = ("minLength", "minItems", "minimum", "exclusiveMinimum", "minProperties")
_PROBLEM: Final = "application/problem+json"


@dataclass(frozen=True, slots=True, order=True)
class Break:
    """What a program relied on, by its name in the contract, and what became of it."""

    subject: str
    what: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.what}"


def breaks(before: Document, now: Document) -> list[Break]:
    """List everything that a program of `before` would miss in `now`."""
    return sorted(set(_Comparison(before, now).operations()))


@dataclass(slots=True)
class _Comparison:
    before: Document
    now: Document
    compared: set[tuple[str, str, bool]] = field(default_factory=set)

    def operations(self) -> Iterator[Break]:
        for path, methods in self.before["paths"].items():
            for method, old in methods.items():
                name = old["operationId"]
                new = self.now["paths"].get(path, {}).get(method)
                if new is None:
                    yield Break(name, f"{method.upper()} {path} is gone")
                elif new["operationId"] != name:
                    yield Break(name, f"is called {new['operationId']} now")
                else:
                    yield from self._operation(name, old, new)

    def _operation(self, name: str, old: Document, new: Document) -> Iterator[Break]:
        if not _credentials(old) <= _credentials(new):
            yield Break(name, "takes other credentials")
        yield from self._parameters(name, old, new)
        yield from self._body(name, old.get("requestBody"), new.get("requestBody"))
        yield from self._answers(name, old["responses"], new["responses"])

    def _parameters(self, name: str, old: Document, new: Document) -> Iterator[Break]:
        olds = {(each["in"], each["name"]): each for each in old.get("parameters", [])}
        news = {(each["in"], each["name"]): each for each in new.get("parameters", [])}
        for place, its in olds:
            if (place, its) not in news:
                yield Break(f"{name}.{its}", f"is taken no more ({place})")
        for key, parameter in news.items():
            subject = f"{name}.{key[1]}"
            if parameter.get("required") and not olds.get(key, {}).get("required"):
                yield Break(subject, f"has to be sent ({key[0]})")
            if key in olds:
                yield from self._schema(
                    subject, olds[key]["schema"], parameter["schema"], sent=True
                )

    def _body(self, name: str, old: Document | None, new: Document | None) -> Iterator[Break]:
        if old is None and new is not None and new.get("required"):
            yield Break(name, "asks for a body")
        if old is None:
            return
        if new is None:
            yield Break(name, "takes no body any more")
            return
        if new.get("required") and not old.get("required"):
            yield Break(name, "asks for a body")
        for kind, content in old["content"].items():
            if kind not in new["content"]:
                yield Break(name, f"takes no {kind} any more")
            else:
                theirs = new["content"][kind]["schema"]
                yield from self._schema(name, content["schema"], theirs, sent=True)

    def _answers(self, name: str, old: Document, new: Document) -> Iterator[Break]:
        for status, response in old.items():
            theirs = new.get(status, {})
            if status < "400" and status not in new:
                yield Break(name, f"does not answer {status} any more")
                continue
            for header in set(response.get("headers", {})) - set(theirs.get("headers", {})):
                yield Break(name, f"{status} has no header {header} any more")
            for kind, content in response.get("content", {}).items():
                its = theirs.get("content", {}).get(kind)
                if kind == _PROBLEM:
                    held = set(content["examples"]) - set((its or {}).get("examples", {}))
                    yield from (Break(name, f"does not tell {code} any more") for code in held)
                elif its is None:
                    yield Break(name, f"{status} is not given as {kind} any more")
                elif "schema" in content:
                    yield from self._schema(name, content["schema"], its["schema"], sent=False)

    def _schema(self, subject: str, old: Document, new: Document, *, sent: bool) -> Iterator[Break]:
        """Compare what one place held with what it holds now."""
        key = (json.dumps(old, sort_keys=True), json.dumps(new, sort_keys=True), sent)
        if "$ref" in old or "$ref" in new:
            if key in self.compared:
                return
            self.compared.add(key)
            subject = _name_of(old) or subject
        olds, news = _choices(self.before, old), _choices(self.now, new)
        if len(olds) > 1 or len(news) > 1:
            yield from self._union(subject, olds, news, sent=sent)
            return
        old, new = _resolved(self.before, old), _resolved(self.now, new)
        yield from _value(subject, old, new, sent=sent)
        if "items" in old and "items" in new:
            yield from self._schema(subject, old["items"], new["items"], sent=sent)
        values = old.get("additionalProperties"), new.get("additionalProperties")
        if isinstance(values[0], dict) and isinstance(values[1], dict):
            yield from self._schema(subject, values[0], values[1], sent=sent)
        yield from self._fields(subject, old, new, sent=sent)

    def _union(
        self, subject: str, olds: list[Document], news: list[Document], *, sent: bool
    ) -> Iterator[Break]:
        """Match the choices by what they are; a choice that went or came may be a break."""
        theirs = {_kind(self.now, each): each for each in news}
        ours = {_kind(self.before, each): each for each in olds}
        for kind, each in ours.items():
            if kind in theirs:
                yield from self._schema(subject, each, theirs[kind], sent=sent)
            elif sent:
                yield Break(subject, f"does not take {kind} any more")
        if not sent and "null" in theirs and "null" not in ours:
            yield Break(subject, "may be null")
        if not sent and not set(ours) & set(theirs):
            yield Break(subject, f"is {', '.join(theirs)} instead of {', '.join(ours)}")

    def _fields(self, subject: str, old: Document, new: Document, *, sent: bool) -> Iterator[Break]:
        olds, news = old.get("properties", {}), new.get("properties", {})
        before, now = set(old.get("required", [])), set(new.get("required", []))
        for name in olds.keys() - news.keys():
            yield Break(f"{subject}.{name}", "is taken no more" if sent else "is answered no more")
        for name in now - before if sent else ():
            yield Break(f"{subject}.{name}", "has to be sent")
        for name in (before - now) & news.keys() if not sent else ():
            yield Break(f"{subject}.{name}", "may be missing from the answer")
        for name in olds.keys() & news.keys():
            yield from self._schema(f"{subject}.{name}", olds[name], news[name], sent=sent)


def _value(subject: str, old: Document, new: Document, *, sent: bool) -> Iterator[Break]:
    """Compare single values: their type, their list of values, their limits."""
    if old.get("type") != new.get("type") and not (sent and "type" not in new):
        yield Break(subject, f"is {new.get('type')} instead of {old.get('type')}")
    if old.get("format") != new.get("format") and not (sent and "format" not in new):
        yield Break(subject, f"has the format {new.get('format')}, not {old.get('format')}")
    if not sent:
        return
    olds, news = _values(old), _values(new)
    if news is not None and (olds is None or olds - news):
        gone = ", ".join(sorted(map(str, (olds or set()) - news))) or "other values"
        yield Break(subject, f"does not take {gone} any more")
    for limit in (*_UPPER, *_LOWER):
        if limit in new and _is_tighter(limit, old.get(limit), new[limit]):
            yield Break(subject, f"{limit} is {new[limit]}, and was {old.get(limit)}")
    if "pattern" in new and new["pattern"] != old.get("pattern"):
        yield Break(subject, f"has to match {new['pattern']}")


def _is_tighter(limit: str, old: float | None, new: float) -> bool:
    return old is None or (new < old if limit in _UPPER else new > old)


def _values(schema: Document) -> set[Any] | None:
    if "const" in schema:
        return {schema["const"]}
    return set(schema["enum"]) if "enum" in schema else None


def _credentials(operation: Document) -> set[str]:
    """Write each way to be let in; none at all is a way too."""
    return {"+".join(sorted(each)) for each in operation.get("security") or [{}]}


def _name_of(schema: Document) -> str:
    return str(schema.get("$ref", "")).rsplit("/", maxsplit=1)[-1]


def _resolved(document: Document, schema: Document) -> Document:
    found: Document = (
        document["components"]["schemas"][_name_of(schema)] if "$ref" in schema else schema
    )
    return found


def _choices(document: Document, schema: Document) -> list[Document]:
    resolved = _resolved(document, schema)
    for word in ("anyOf", "oneOf"):
        if word in resolved and "properties" not in resolved:
            return [inner for each in resolved[word] for inner in _choices(document, each)]
    return [schema]


def _kind(document: Document, schema: Document) -> str:
    """Tell choices apart: by the name of the schema, or else by type and format."""
    if "$ref" in schema:
        return _name_of(schema)
    return ":".join(filter(None, (str(schema.get("type", "anything")), schema.get("format"))))


def unnamed(found: list[Break], changelog: str, version: str) -> list[Break]:
    """List the breaks that the changes of a version do not name under `### Breaking`."""
    changes = re.search(
        rf"^## {re.escape(version)}\b.*?(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL
    )
    told = re.search(
        r"^### Breaking$.*?(?=^### |\Z)", changes[0] if changes else "", re.MULTILINE | re.DOTALL
    )
    named = set(re.findall(r"`([^`]+)`", told[0] if told else ""))
    return [each for each in found if each.subject not in named]


def _git(*arguments: str) -> str:
    run = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return run.stdout


def held(version: str) -> Mapping[str, Document]:
    """Read what to compare with from git: by HEAD's name, and the version of the newest release."""
    found: dict[str, Document] = {}
    for commit in _git("log", "--format=%H", "--", CONTRACT).split():
        document = json.loads(_git("show", f"{commit}:{CONTRACT}"))
        if not found:
            found["HEAD"] = document
        if document["info"]["version"] != version:
            return {**found, document["info"]["version"]: document}
    return found


def _say(line: str) -> None:
    print(line)  # noqa: T201


def main() -> int:
    """Print every break that is not named, and fail where there is one."""
    now = json.loads((ROOT / CONTRACT).read_text(encoding="utf-8"))
    version = now["info"]["version"]
    try:
        compared = held(version)
    except (OSError, subprocess.CalledProcessError) as failure:
        _say(f"!! NOT TRIED: breaking changes, since git does not tell: {failure}")
        return int(os.environ.get("CI") == "true")
    changelog = CHANGELOG.read_text(encoding="utf-8")
    left: list[Break] = []
    for name, before in compared.items():
        found = breaks(before, now)
        left += unnamed(found, changelog, version)
        _say(f"{CONTRACT}: {len(found)} breaks since {name}")
    for each in sorted(set(left)):
        _say(f"  {each}")
    if left:
        _say(f"Name each between backticks in {CHANGELOG.name}, '## {version}', '### Breaking'.")
    return int(bool(left))


if __name__ == "__main__":
    sys.exit(main())
