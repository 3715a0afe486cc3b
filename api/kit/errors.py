"""Every refusal is a problem+json document (RFC 9457), in the reader's language.

The tree, by status; each leaf is a `Fault` that stands in the feature whose rule it is:

    400 bad_request, scope_refused      401 unauthenticated, credentials_wrong, client_refused, …
    403 forbidden, insufficient_scope   404 not_found
    405 method_not_allowed              409 a state that does not allow it (session_not_open, …)
    412 changed_meanwhile               413 body_too_large
    422 validation_failed, code_malformed, …
    429 too_many_attempts, rate_limited 500 internal_error
    503 unavailable                     507 storage_full

A `Problem` is *raised* where the transaction shall roll back, and *returned* through
`problem_response` where what was written with the refusal (a wrong code, a wrong password) stays.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi import Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in both languages; `{name}` stands for a parameter of the problem."""

    vi: str
    en: str

    def read(self, language: str, params: Mapping[str, object]) -> str:
        """Give the sentence in `language` (`vi` or `en`) with its parameters filled in."""
        return (self.en if language == "en" else self.vi).format_map(params)


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of refusal: its code (closed list), its HTTP status, and its words.

    `sample` gives the parameters of its words in the example of the contract.
    """

    code: str
    status: int
    title: Words
    detail: Words
    sample: Mapping[str, object] = field(default_factory=dict, compare=False)


class Problem(Exception):
    """A refusal on its way to the reader.

    `extra` are members of the document beside the standard ones (numbers a program may use);
    they are also the parameters of the words. `retry_after_seconds` becomes the header too.
    """

    def __init__(self, fault: Fault, **extra: object) -> None:
        super().__init__(fault.code)
        self.fault = fault
        self.challenge: str | None = "Bearer" if fault.status == 401 else None
        self.extra = extra


class Challenge(Problem):
    """A refusal that says in `WWW-Authenticate` what would have been needed."""

    def __init__(self, fault: Fault, challenge: str, /, **extra: object) -> None:
        super().__init__(fault, **extra)
        self.challenge = challenge


BAD_REQUEST = Fault(
    "bad_request",
    400,
    Words("Yêu cầu không đọc được", "Bad request"),
    Words("Máy chủ không đọc được yêu cầu này.", "The request could not be read."),
)
NOT_FOUND = Fault(
    "not_found",
    404,
    Words("Không tìm thấy", "Not found"),
    Words("Không có mục này, hoặc đồng chí không được xem.", "There is no such thing for you."),
)
METHOD_NOT_ALLOWED = Fault(
    "method_not_allowed",
    405,
    Words("Không dùng được cách gọi này", "Method not allowed"),
    Words("Địa chỉ này không nhận cách gọi đó.", "This address does not take that method."),
)
BODY_TOO_LARGE = Fault(
    "body_too_large",
    413,
    Words("Dữ liệu gửi lên quá lớn", "Body too large"),
    Words(
        "Dữ liệu gửi lên quá lớn, nhiều nhất là {most}.",
        "The body is too large; {most} is the most that this address takes.",
    ),
    sample={"most": "64 KB"},
)
VALIDATION_FAILED = Fault(
    "validation_failed",
    422,
    Words("Dữ liệu chưa đúng", "Validation failed"),
    Words("Có mục chưa đúng, xem danh sách lỗi kèm theo.", "Some fields are wrong; see `errors`."),
)
INTERNAL_ERROR = Fault(
    "internal_error",
    500,
    Words("Máy chủ gặp lỗi", "Internal error"),
    Words(
        "Máy chủ gặp lỗi, chưa ghi nhận. Mời đồng chí thử lại sau ít phút.",
        "The server failed and recorded nothing. Try again in a few minutes.",
    ),
)
UNAVAILABLE = Fault(
    "unavailable",
    503,
    Words("Máy chủ đang bận", "Unavailable"),
    Words(
        "Máy chủ đang bận. Máy của đồng chí sẽ tự gửi lại.",
        "The server is busy, or does not know whether it recorded this. Send the same again.",
    ),
)


STORAGE_FULL = Fault(
    "storage_full",
    507,
    Words("Máy chủ hết chỗ lưu", "Storage full"),
    Words(
        "Máy chủ đã hết chỗ lưu nên chưa ghi nhận. Máy của đồng chí sẽ tự gửi lại; nhờ đồng chí "
        "báo cho người quản trị máy chủ.",
        "The server has no room left and recorded nothing. Send the same again later, and tell "
        "whoever runs the server.",
    ),
)


def seconds_to_wait() -> int:
    """Draw after how many seconds somebody comes back: 2 to 10."""
    return 2 + secrets.randbelow(9)


def come_back() -> Problem:
    """Make the 503 that asks to send the same again, in 2 to 10 seconds: not all at one moment."""
    return Problem(UNAVAILABLE, retry_after_seconds=seconds_to_wait())


def no_room() -> Problem:
    """Make the 507 that asks to send the same again, in 10 to 30 seconds: somebody makes room."""
    return Problem(STORAGE_FULL, retry_after_seconds=10 + secrets.randbelow(21))


_BY_STATUS = {f.status: f for f in (BAD_REQUEST, NOT_FOUND, METHOD_NOT_ALLOWED, BODY_TOO_LARGE)}


class FieldError(BaseModel):
    """One wrong field of a request."""

    pointer: str = Field(
        description="Where: a JSON pointer, beginning with the part of the request."
    )
    message: str = Field(description="What is wrong, in the reader's language.")
    type: str = Field(description="The kind of mistake, for programs.")


class ProblemDetails(BaseModel):
    """A refusal: RFC 9457, with a `code` from a closed list."""

    model_config = ConfigDict(extra="allow")
    type: str = Field(description="A URI reference naming the kind of problem.")
    title: str = Field(description="The kind of problem in a few words.")
    status: int = Field(description="The HTTP status again.", ge=400, le=599)
    detail: str = Field(description="A sentence for the person, in the reader's language.")
    code: str = Field(description="The kind of problem, for programs; a closed list.")
    errors: list[FieldError] | None = Field(default=None, description="On 422: each wrong field.")
    retry_after_seconds: int | None = Field(default=None, description="As the Retry-After header.")
    error: str | None = Field(default=None, description="Of OAuth: its word for the refusal.")


def language_of(request: Request) -> str:
    """Choose the language of an answer: Vietnamese, unless English is asked for first."""
    wanted = request.headers.get("accept-language", "").strip().lower()
    return "en" if wanted.startswith("en") else "vi"


def problem_document(problem: Problem, language: str, **members: Any) -> dict[str, Any]:
    """Write a problem as RFC 9457 has it, in `vi` or `en`."""
    fault = problem.fault
    return {
        "type": f"/problems/{fault.code}",
        "title": fault.title.read(language, problem.extra),
        "status": fault.status,
        "detail": fault.detail.read(language, problem.extra),
        "code": fault.code,
        **problem.extra,
        **members,
    }


def problem_response(request: Request, problem: Problem, **members: Any) -> JSONResponse:
    """Write a problem as an answer; what the transaction holds is kept (see the module)."""
    fault, language = problem.fault, language_of(request)
    body = problem_document(problem, language, **members)
    headers = {"Content-Language": language, "Cache-Control": "no-store"}
    if "retry_after_seconds" in problem.extra:
        headers["Retry-After"] = str(problem.extra["retry_after_seconds"])
    if problem.challenge is not None:
        headers["WWW-Authenticate"] = problem.challenge
    return JSONResponse(body, fault.status, headers=headers, media_type=MEDIA_TYPE)


def fault_of_status(status: int) -> Fault:
    """Find the general fault of a status that the framework itself answered with."""
    return _BY_STATUS.get(status, BAD_REQUEST if status < 500 else INTERNAL_ERROR)


def documented(*faults: Fault) -> dict[int | str, dict[str, Any]]:
    """Describe in OpenAPI what an operation may refuse with, one example a code."""
    responses: dict[int | str, dict[str, Any]] = {}
    for fault in faults:
        response = responses.setdefault(
            fault.status,
            {"model": ProblemDetails, "content": {MEDIA_TYPE: {"examples": {}}}, "description": ""},
        )
        named = f"`{fault.code}`"
        response["description"] = ", ".join(filter(None, (response["description"], named)))
        response["content"][MEDIA_TYPE]["examples"][fault.code] = {
            "value": {
                "type": f"/problems/{fault.code}",
                "title": fault.title.vi,
                "status": fault.status,
                "detail": fault.detail.read("vi", fault.sample),
                "code": fault.code,
                **fault.sample,
            }
        }
    return responses
