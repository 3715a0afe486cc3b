"""Tokens against every forgery of the protocol: whatever is wrong, one refusal and nothing else."""

import base64
import hashlib
import hmac
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256
from hypothesis import given
from hypothesis import strategies as st

from api.kit import tokens
from api.kit.tokens import MAX_BYTES, Signer, TokenRefused
from tests.district import MASTER_KEY
from tests.moving_clock import MORNING

ISSUER = "https://diemdanh.example"
AUDIENCE = f"{ISSUER}/api/v1"
TYP = "at+jwt"
LIFE = timedelta(minutes=10)
NOW = int(MORNING.timestamp())
SIGNER = tokens.signer(MASTER_KEY, issuer=ISSUER, audience=AUDIENCE)
OTHER = tokens.signer(bytes(32), issuer=ISSUER, audience=AUDIENCE)

CLAIMS: dict[str, Any] = {
    "iss": ISSUER,
    "aud": AUDIENCE,
    "sub": "01980000-0000-7000-8000-000000000000",
    "jti": "01980000-0000-7000-8000-000000000001",
    "iat": NOW,
    "nbf": NOW,
    "exp": NOW + 600,
}
HEADER: dict[str, Any] = {"alg": "ES256", "typ": TYP, "kid": SIGNER.kid}


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _key(signer: Signer) -> ec.EllipticCurvePrivateKey:
    key: ec.EllipticCurvePrivateKey = signer.private.prepared_key
    return key


def _sign(header: bytes, payload: bytes, *, signer: Signer = SIGNER) -> str:
    """Sign anything with a deployment's own key: the forger who has everything but the rules."""
    signed = f"{_b64(header)}.{_b64(payload)}"
    der = _key(signer).sign(signed.encode(), ec.ECDSA(SHA256()))
    r, s = utils.decode_dss_signature(der)
    return f"{signed}.{_b64(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


def _token(header: dict[str, Any] | None = None, **claims: Any) -> str:
    return _sign(_without_missing(HEADER, header or {}), _without_missing(CLAIMS, claims))


def _without_missing(good: dict[str, Any], changes: dict[str, Any]) -> bytes:
    changed = {**good, **changes}
    return json.dumps({name: each for name, each in changed.items() if each != "missing"}).encode()


def _refused(token: str, *, at_seconds: int = 0) -> bool:
    try:
        SIGNER.read(token, typ=TYP, at=MORNING + timedelta(seconds=at_seconds))
    except TokenRefused:
        return True
    return False


def _issued(life: timedelta = LIFE) -> str:
    return SIGNER.issue(typ=TYP, subject="mai", token_id="1", at=MORNING, life=life)


# ------------------------------------------------------------------------------- what is good


def test_an_issued_token_is_read_back() -> None:
    claims = SIGNER.read(_issued(), typ=TYP, at=MORNING)
    assert (claims["sub"], claims["jti"], claims["iss"]) == ("mai", "1", ISSUER)
    assert claims["exp"] - claims["iat"] == 600


def test_the_forgers_tools_make_good_tokens_too() -> None:
    assert not _refused(_token()), "or every refusal below would prove nothing"


def test_every_process_of_a_deployment_reads_the_tokens_of_the_others() -> None:
    again = tokens.signer(MASTER_KEY, issuer=ISSUER, audience=AUDIENCE)
    assert again.kid == SIGNER.kid
    assert again.read(_issued(), typ=TYP, at=MORNING)["sub"] == "mai"


def test_a_token_holds_from_its_instant_until_its_end() -> None:
    token = _issued()
    assert not _refused(token, at_seconds=599)
    assert _refused(token, at_seconds=600)
    assert not _refused(token, at_seconds=-60), "two servers' clocks may differ"
    assert _refused(token, at_seconds=-61)


# ------------------------------------------------------------------------ other algorithms, keys


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "", None, 1, ["ES256"]])
def test_an_unsigned_token_is_refused(algorithm: object) -> None:
    header = json.dumps({**HEADER, "alg": algorithm}).encode()
    signed = f"{_b64(header)}.{_b64(json.dumps(CLAIMS).encode())}"
    assert _refused(f"{signed}.")
    assert _refused(f"{signed}.{_b64(b'x' * 64)}")


@pytest.mark.parametrize("algorithm", ["HS256", "ES256"])
def test_the_public_key_is_no_shared_secret(algorithm: str) -> None:
    public = SIGNER.public.to_pem()
    for secret in (public, public.strip(), b"", MASTER_KEY):
        header = json.dumps({**HEADER, "alg": algorithm}).encode()
        signed = f"{_b64(header)}.{_b64(json.dumps(CLAIMS).encode())}"
        mac = hmac.new(secret, signed.encode(), hashlib.sha256).digest()
        assert _refused(f"{signed}.{_b64(mac)}")


@pytest.mark.parametrize("algorithm", ["ES384", "RS256", "PS256", "EdDSA", "es256", "dir"])
def test_only_one_algorithm_is_taken(algorithm: str) -> None:
    assert _refused(_token({"alg": algorithm}))


def test_another_deployments_key_is_refused() -> None:
    for kid in (SIGNER.kid, OTHER.kid):
        header = json.dumps({**HEADER, "kid": kid}).encode()
        assert _refused(_sign(header, json.dumps(CLAIMS).encode(), signer=OTHER))


@pytest.mark.parametrize("kid", ["missing", "", None, OTHER.kid, "../../dev/null", 1, ["x"]])
def test_the_key_is_chosen_by_its_name(kid: object) -> None:
    assert _refused(_token({"kid": kid}))


@pytest.mark.parametrize("typ", ["missing", "JWT", "jwt", "at+JWT", "refresh+jwt", "", None, 1])
def test_a_token_for_another_purpose_is_refused(typ: object) -> None:
    assert _refused(_token({"typ": typ}))


@pytest.mark.parametrize(
    "extra",
    [
        {"crit": ["exp"]},
        {"crit": []},
        {"jku": "https://evil.example/jwks.json"},
        {"jwk": {"kty": "EC"}},
        {"x5u": "https://evil.example/cert.pem"},
        {"x5c": ["MII"]},
        {"b64": False},
    ],
)
def test_a_header_that_brings_its_own_key_or_rules_is_refused(extra: dict[str, Any]) -> None:
    assert _refused(_token(extra))


def test_a_changed_token_is_refused() -> None:
    header, payload, signature = _token().split(".")
    changed = _b64(json.dumps({**CLAIMS, "sub": "somebody else"}).encode())
    assert _refused(f"{header}.{changed}.{signature}")
    assert _refused(f"{header}.{payload}.{_b64(bytes(64))}")
    assert _refused(f"{header}.{payload}.{signature[:-4]}")
    assert _refused(f"{header}.{payload}.")


# ------------------------------------------------------------------------------------- claims


@pytest.mark.parametrize("claim", sorted(CLAIMS))
def test_every_claim_is_needed(claim: str) -> None:
    for value in ("missing", None):
        changed: dict[str, Any] = {claim: value}
        assert _refused(_token(**changed))


@pytest.mark.parametrize("claim", ["iat", "nbf", "exp"])
@pytest.mark.parametrize(
    "value",
    [
        "1e400",
        "-1e400",
        "NaN",
        "1e3",
        f'"{NOW + 60}"',
        "true",
        "-1",
        "1.5",
        "[]",
        "{}",
        "1" + "0" * 30,
    ],
)
def test_an_instant_is_a_plain_number_of_seconds(claim: str, value: str) -> None:
    payload = json.dumps({**CLAIMS, claim: "@"}).replace('"@"', value)
    assert _refused(_sign(json.dumps(HEADER).encode(), payload.encode()))


@pytest.mark.parametrize("audience", [[AUDIENCE], [AUDIENCE, "other"], "other", "", [], ISSUER, 1])
def test_the_audience_is_this_very_api(audience: object) -> None:
    assert _refused(_token(aud=audience))


@pytest.mark.parametrize("issuer", ["https://evil.example", "", [ISSUER], f"{ISSUER}/", 1])
def test_the_issuer_is_this_very_deployment(issuer: object) -> None:
    assert _refused(_token(iss=issuer))


@pytest.mark.parametrize("subject", ["missing", None, 1, ["a"], {}])
def test_subject_and_id_are_texts(subject: object) -> None:
    assert _refused(_token(sub=subject))
    assert _refused(_token(jti=subject))


def test_a_token_of_the_past_or_the_future_is_refused() -> None:
    assert _refused(_token(exp=NOW))
    assert _refused(_token(exp=NOW - 1))
    assert _refused(_token(nbf=NOW + 61))
    assert _refused(_token(iat=NOW + 61))
    assert not _refused(_token(exp=NOW + 1))


# -------------------------------------------------------------------------------------- shape


def test_a_token_has_three_parts() -> None:
    header, payload, signature = _token().split(".")
    for parts in (
        (),
        (header,),
        (header, payload),
        (header, payload, signature, signature),
        (header, payload, signature, "", ""),
        ("", payload, signature),
        (header, "", signature),
    ):
        assert _refused(".".join(parts)), parts


def test_a_token_has_at_most_four_kilobytes() -> None:
    assert not _refused(_token(pad="x" * 2_000))
    big = _token(pad="x" * 4_000)
    assert len(big) > MAX_BYTES
    assert _refused(big)


@pytest.mark.parametrize("text", ["", ".", "..", "é.é.é", "\ud800..", "a.b.c", "\0.\0.\0", "null"])
def test_what_is_no_token_is_refused(text: str) -> None:
    assert _refused(text)


@pytest.mark.parametrize("raw", [b"", b"null", b"[]", b"1", b'"x"', b"{", b"\xff", b"[" * 2_000])
def test_parts_that_are_no_objects_are_refused(raw: bytes) -> None:
    assert _refused(_sign(raw, json.dumps(CLAIMS).encode()))
    assert _refused(_sign(json.dumps(HEADER).encode(), raw))


def test_spare_bits_and_padding_do_not_make_a_second_spelling() -> None:
    token = _token()
    assert _refused(f"{token}=")
    assert _refused(token.replace(".", "=.", 1))
    assert _refused(f" {token}")
    assert _refused(f"{token}\n")


@given(st.text(max_size=300))
def test_no_text_does_anything_but_be_refused(text: str) -> None:
    assert _refused(text)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=20), st.lists))
def test_no_claims_do_anything_but_be_refused(claims: object) -> None:
    payload = json.dumps(claims).encode()
    assert _refused(_sign(json.dumps(HEADER).encode(), payload))


# ------------------------------------------------------------------------------------ library


def test_the_program_signs_with_cryptography_and_never_loads_the_other_backends() -> None:
    program = (
        "import sys, api.cli\n"
        "from jose import jwk\n"
        "assert jwk.get_key('ES256').__module__ == 'jose.backends.cryptography_backend'\n"
        "print(sorted({'ecdsa', 'rsa'} & set(sys.modules)))\n"
    )
    run = [sys.executable, "-c", program]
    root = Path(__file__).parents[2]
    assert subprocess.run(run, cwd=root, capture_output=True, check=True).stdout == b"[]\n"


def test_the_program_does_not_start_on_another_backend() -> None:
    program = (
        "from jose import jwk\n"
        "from jose.backends.ecdsa_backend import ECDSAECKey\n"
        "jwk.get_key = lambda algorithm: ECDSAECKey\n"
        "import api.kit.tokens\n"
    )
    run = [sys.executable, "-c", program]
    root = Path(__file__).parents[2]
    ended = subprocess.run(run, cwd=root, capture_output=True, text=True)
    assert ended.returncode == 1
    assert "python-jose must run on cryptography" in ended.stderr
