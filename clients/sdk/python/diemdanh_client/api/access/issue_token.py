from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.client_token import ClientToken
from ...models.token_form import TokenForm
from ...models.token_pair import TokenPair
from ...types import Response


def _get_kwargs(
    *,
    body: TokenForm,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/token",
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ClientToken | TokenPair | None:
    if response.status_code == 200 and "json" in response.headers.get("content-type", ""):

        def _parse_response_200(data: object) -> ClientToken | TokenPair:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_200_type_0 = TokenPair.from_dict(data)

                return response_200_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            response_200_type_1 = ClientToken.from_dict(data)

            return response_200_type_1

        response_200 = _parse_response_200(response.json())

        return response_200

    if response.status_code >= 400:
        raise errors.Problem.of(response)
    return None


def _build_response(response: httpx.Response) -> Response[ClientToken | TokenPair]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TokenForm,
) -> Response[ClientToken | TokenPair]:
    """As `sync`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(client.get_httpx_client().request(**kwargs))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: TokenForm,
) -> ClientToken | TokenPair:
    """Issue Token

     Sign in by password, prolong a sign-in by its refresh token, or let a client in.

    Ten wrong passwords for one username in ten minutes answer 429; a browser that signed in before
    carries a cookie, and has ten of its own. An account with a second factor answers
    `otp_required` until `otp` is sent too, and each code counts once. A refresh token works once;
    using it again ends the whole sign-in, since one of its two holders is a thief.

    A client sends its id and secret, by HTTP Basic or in the form, and has a token for ten minutes
    and none to prolong it; `scope` asks for less than it may. Refusals have the `error` of RFC 6749
    beside their `code`.

    Args:
        body (TokenForm): A sign-in, its prolongation, or a client's credentials, as an HTML form
            (RFC 6749).

            `client_credentials` takes `client_id` and `client_secret`, here or by HTTP Basic, and
            `scope`.
            Of a sign-in these are accepted for tools that always send them.

    Raises:
        errors.Problem: If the server refuses.

    Returns:
        ClientToken | TokenPair
    """

    return cast(
        ClientToken | TokenPair,
        sync_detailed(
            client=client,
            body=body,
        ).parsed,
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TokenForm,
) -> Response[ClientToken | TokenPair]:
    """As `asyncio`, with the status and headers; `content` is a file where one was asked for."""
    kwargs = _get_kwargs(
        body=body,
    )
    return _build_response(await client.get_async_httpx_client().request(**kwargs))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: TokenForm,
) -> ClientToken | TokenPair:
    """As `sync`, for asyncio."""
    return cast(
        ClientToken | TokenPair,
        (
            await asyncio_detailed(
                client=client,
                body=body,
            )
        ).parsed,
    )
