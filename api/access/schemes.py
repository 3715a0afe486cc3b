"""The ways to prove who one is, as the contract names them: security schemes of OpenAPI."""

from typing import Final

from fastapi.openapi.models import OAuthFlowClientCredentials, OAuthFlows
from fastapi.security import HTTPBearer, OAuth2, OAuth2PasswordBearer

from api.access.roles import ClientScope

ACCOUNT: Final = OAuth2PasswordBearer(
    tokenUrl="/api/v1/auth/token",
    refreshUrl="/api/v1/auth/token",
    scheme_name="account",
    description="Staff and secretaries: an access token of 10 minutes. Where a second factor is "
    "on, choose “Request body” for the client credentials and type its code as `client_secret`.",
    auto_error=False,
)
SCREEN: Final = HTTPBearer(
    scheme_name="screen", description="The token of a paired screen.", auto_error=False
)
_SCOPES: Final = {
    ClientScope.UNITS_READ: "Units: their names, kinds and tree, and how many members they have.",
    ClientScope.SESSIONS_READ: "Conferences, sessions, their windows and bridge points.",
    ClientScope.ATTENDANCE_COUNT: "Counts without names: live, by stream, and in summaries.",
    ClientScope.ATTENDANCE_READ: "Who attended, by name; each reading is written down.",
    ClientScope.REPORTS_WRITE: "Reading reports and drafting them; a person hands them in.",
    ClientScope.CHECKINS_WRITE: "Sending check-ins with a live ticket; they wait for a secretary.",
}
CLIENT: Final = OAuth2(
    # The framework's annotation wants the models, its code writes them.
    flows=OAuthFlows(
        clientCredentials=OAuthFlowClientCredentials(
            tokenUrl="/api/v1/auth/token",
            scopes={scope.value: words for scope, words in _SCOPES.items()},
        )
    ),
    scheme_name="client",
    description="Programs of third parties: an access token of 10 minutes, by the client's id and "
    "secret (RFC 6749, section 4.4). Each scope stands alone.",
    auto_error=False,
)
