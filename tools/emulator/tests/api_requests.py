"""Requests to the address of a deployed API, signed or not."""

import http.client
from typing import Any
from urllib.parse import urlsplit

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from .conftest import PATIENCE, REGION


def host(api_id: str) -> str:
    return f"{api_id}.execute-api.{REGION}.amazonaws.com"


def ask(
    emulator: Any, api_id: str, method: str, path: str, body: str = "", headers: dict[str, str] | None = None
) -> tuple[int, str, dict[str, str]]:
    address = urlsplit(emulator.endpoint)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=PATIENCE)
    connection.request(method, path, body, {"Host": host(api_id), **(headers or {})})
    answer = connection.getresponse()
    text = answer.read().decode()
    found = {name.lower(): value for name, value in answer.getheaders()}
    connection.close()
    return answer.status, text, found


def signed(
    api_id: str, method: str, path: str, keys: dict[str, str], body: str = "", service: str = "execute-api"
) -> dict[str, str]:
    request = AWSRequest(method, f"https://{host(api_id)}{path}", {"Host": host(api_id)}, body)
    credentials = Credentials(keys["AccessKeyId"], keys["SecretAccessKey"], keys.get("SessionToken"))
    SigV4Auth(credentials, service, REGION).add_auth(request)
    return dict(request.headers.items())


def keys_of(aws: Any, account: str) -> dict[str, str]:
    role = f"arn:aws:iam::{account}:role/portal"
    return dict(aws("sts").assume_role(RoleArn=role, RoleSessionName="test")["Credentials"])
