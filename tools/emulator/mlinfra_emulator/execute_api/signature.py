"""Whether a request is signed, by a key that exists, and rightly."""

import re
from urllib.parse import urlsplit

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam.models import iam_backends
from moto.utilities.utils import get_partition

from .message import Answer, Request, told

AUTHORIZATION = re.compile(
    r"AWS4-HMAC-SHA256 Credential=([^/,\s]+)/(\d{8})/([^/]+)/([^/]+)/aws4_request, ?"
    r"SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})"
)
# Keys that AWS could have given. Any other, such as those that tests make up, is the default account's own.
GIVEN = re.compile(r"(AKIA|ASIA)[A-Z0-9]{16}")


def refusal(request: Request, account: str, region: str) -> Answer | None:
    """None for a caller who may call the APIs of the account; any of its principals may."""
    authorization = request.headers.get("authorization")
    if not authorization:
        return told(403, "Missing Authentication Token", "MissingAuthenticationTokenException")
    found = AUTHORIZATION.fullmatch(authorization)
    if not found or "x-amz-date" not in request.headers:
        return told(403, "Authorization header does not hold a signature of version 4.", "IncompleteSignatureException")
    key, _, scope_region, service, signed, signature = found.groups()
    if (scope_region, service) != (region, "execute-api"):
        message = f"Credential should be scoped to execute-api in {region}, and is to {service} in {scope_region}."
        return told(403, message, "InvalidSignatureException")
    owner, secret = _owner(key, region)
    if owner is None:
        return told(403, "The security token included in the request is invalid.", "UnrecognizedClientException")
    if owner != account:
        return told(403, f"A principal of account {owner} is not authorized to perform execute-api:Invoke.")
    if secret is not None and _signature(request, key, secret, region, signed) != signature:
        message = "The request signature we calculated does not match the signature you provided."
        return told(403, message, "InvalidSignatureException")
    return None


def _owner(key: str, region: str) -> tuple[str | None, str | None]:
    """The account of a key, and its secret where there is a certain one."""
    partition = get_partition(region)
    for account, partitions in list(iam_backends.items()):
        known = partitions[partition].access_keys.get(key)
        if known:
            return account, known.secret_access_key
    return (None, None) if GIVEN.fullmatch(key) else (DEFAULT_ACCOUNT_ID, None)


def _signature(request: Request, key: str, secret: str, region: str, signed: str) -> str:
    headers = {name: request.headers[name] for name in signed.split(";") if name in request.headers}
    url = urlsplit(f"https://{request.host}{request.path}?{request.query}").geturl()
    again = AWSRequest(request.method, url, headers, request.body)
    again.context["timestamp"] = request.headers["x-amz-date"]
    signer = SigV4Auth(Credentials(key, secret), "execute-api", region)
    canonical = signer.canonical_request(again)
    return str(signer.signature(signer.string_to_sign(again, canonical), again))
