"""What a JWT authorizer looks at, but for the signature: the emulator cannot ask an issuer for its keys."""

import base64
import binascii
import json
import time
from typing import Any

from .message import Answer, Request, told


def refusal(request: Request, configuration: dict[str, Any]) -> Answer | None:
    """None for a token of the issuer and an audience of the authorizer that has not expired."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    claims = _claims(token) if scheme.lower() == "bearer" else None
    if claims is None or claims.get("iss") != configuration.get("issuer"):
        return told(401, "Unauthorized")
    given = claims.get("aud", claims.get("client_id"))
    audience = given if isinstance(given, list) else [given]
    expires = claims.get("exp")
    fresh = isinstance(expires, (int, float)) and expires > time.time()
    wanted = configuration.get("audience") or []
    return None if fresh and any(each in wanted for each in audience) else told(401, "Unauthorized")


def _claims(token: str) -> dict[str, Any] | None:
    parts = token.split(".")
    if len(parts) != 3:
        return None
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (binascii.Error, ValueError):
        return None
    return claims if isinstance(claims, dict) else None
