"""Problems for what the framework itself refuses: validation, routing, size, and its failures."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import structlog
from fastapi import FastAPI, Request, Response, params
from fastapi.dependencies.utils import get_flat_params
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.body_limit import MAX_BODY_SIZE_SCOPE_KEY
from starlette.routing import Match, Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.kit import errors
from api.kit.errors import Problem, problem_response

_log = structlog.get_logger("api")

Outage: TypeAlias = Callable[[BaseException], Callable[[], Problem] | None]
"""Tells what to answer where a failure comes from outside the program; None for its own."""

_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")

_MESSAGES = {
    "missing": "Còn thiếu mục này.",
    "extra_forbidden": "Không có mục này.",
    "json_invalid": "Không phải JSON hợp lệ.",
    "string_too_short": "Quá ngắn (ít nhất {min_length} ký tự).",
    "string_too_long": "Quá dài (nhiều nhất {max_length} ký tự).",
    "string_pattern_mismatch": "Không đúng dạng quy định.",
    "string_type": "Phải là chữ.",
    "int_parsing": "Phải là số nguyên.",
    "int_type": "Phải là số nguyên.",
    "bool_parsing": "Phải là đúng hoặc sai.",
    "bool_type": "Phải là đúng hoặc sai.",
    "uuid_parsing": "Phải là mã UUID.",
    "uuid_type": "Phải là mã UUID.",
    "datetime_parsing": "Phải là thời điểm theo RFC 3339.",
    "datetime_from_date_parsing": "Phải là thời điểm theo RFC 3339.",
    "timezone_aware": "Thời điểm phải có múi giờ.",
    "greater_than_equal": "Phải từ {ge} trở lên.",
    "less_than_equal": "Phải không quá {le}.",
    "enum": "Phải là một trong: {expected}.",
    "literal_error": "Phải là một trong: {expected}.",
}


def _field_error(error: Mapping[str, Any], language: str) -> dict[str, str]:
    kind = str(error["type"])
    parts = [str(part).replace("~", "~0").replace("/", "~1") for part in error["loc"]]
    message = str(error["msg"])
    if language == "vi":
        template = _MESSAGES.get(kind, "Giá trị không hợp lệ.")
        message = template.format_map(dict(error.get("ctx") or {}))
    return {"pointer": "/" + "/".join(parts), "message": message, "type": kind}


async def _on_problem(request: Request, problem: Problem) -> Response:
    return problem_response(request, problem)


async def _on_invalid(request: Request, invalid: RequestValidationError) -> Response:
    language = errors.language_of(request)
    fields = [_field_error(error, language) for error in invalid.errors()]
    return problem_response(request, Problem(errors.VALIDATION_FAILED), errors=fields)


async def _on_http(request: Request, refused: HTTPException) -> Response:
    response = problem_response(request, _problem_of(refused.status_code, request.scope))
    for name, value in (refused.headers or {}).items():
        response.headers[name] = value
    if refused.status_code == 405:
        response.headers["Allow"] = ", ".join(_methods_of(request)) or "GET, HEAD"
    return response


def _problem_of(status: int, scope: Scope) -> Problem:
    """Find the problem of a status that the framework answered with; of a body, how large is most.

    The framework leaves the limit that was passed in the scope.
    """
    fault = errors.fault_of_status(status)
    if fault is not errors.BODY_TOO_LARGE:
        return Problem(fault)
    most_kb = scope[MAX_BODY_SIZE_SCOPE_KEY] // 1024
    return Problem(fault, most=f"{most_kb} KB" if most_kb < 1024 else f"{most_kb // 1024} MB")


def _methods_of(request: Request) -> list[str]:
    """List the methods of an address (RFC 9110); the framework tells those of one route alone."""
    routes = [route for route in request.app.routes if not isinstance(route, Mount)]
    return [
        method
        for method in _METHODS
        for scope in [{**request.scope, "method": method}]
        if any(route.matches(scope)[0] is Match.FULL for route in routes)
    ]


def failed(failure: Exception, *, outage: Outage) -> Problem:
    """Log a failure without its message, and make the problem to answer.

    What `outage` says where it knows the failure as one from outside, else 500.
    """
    _log.error("request_failed", exc_info=failure)
    answer = outage(failure)
    return Problem(errors.INTERNAL_ERROR) if answer is None else answer()


class Failures:
    """Answers what nothing else has answered."""

    def __init__(self, app: ASGIApp, outage: Outage) -> None:
        self.app = app
        self.outage = outage

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; after a failure send the problem, unless an answer has begun."""
        begun = False

        async def watch(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except Exception as failure:
            if scope["type"] != "http" or begun:
                raise
            problem = failed(failure, outage=self.outage)
            await problem_response(Request(scope), problem)(scope, receive, send)


class PlainRefusals:
    """Turns what the framework refuses in plain text, outside all handlers, into problems.

    That is the 413 of the limit on bodies, and what static files say of a wrong Range.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, replacing such an answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        replaced = False

        async def replace(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and message["status"] >= 400:
                kind = dict(message["headers"]).get(b"content-type", b"")
                if kind.startswith(b"text/plain"):
                    replaced = True
                    problem = _problem_of(message["status"], scope)
                    await problem_response(Request(scope), problem)(scope, receive, send)
            if not replaced:
                await send(message)

        await self.app(scope, receive, replace)


async def known_query(request: Request) -> None:
    """Refuse query parameters that an operation does not have, as unknown fields are refused.

    Raises: RequestValidationError naming each.
    """
    route = request.scope["route"]
    fields = get_flat_params(route.dependant)
    known = {field.alias for field in fields if isinstance(field.field_info, params.Query)}
    unknown = sorted(set(request.query_params) - known)
    if unknown:
        raise RequestValidationError(
            [
                {"type": "extra_forbidden", "loc": ("query", name), "msg": "unknown", "input": None}
                for name in unknown
            ]
        )


def install(app: FastAPI, *, outage: Outage) -> None:
    """Make every error answer of `app` a problem, 404, 405, 413, 422, 500, 503 and 507 included."""
    app.exception_handler(Problem)(_on_problem)
    app.exception_handler(RequestValidationError)(_on_invalid)
    app.exception_handler(HTTPException)(_on_http)
    app.add_middleware(Failures, outage=outage)
    build = app.build_middleware_stack
    # The limit on bodies stands outside every middleware that can be added.
    app.build_middleware_stack = lambda: PlainRefusals(build())  # type: ignore[method-assign]
