"""Who calls what: the account, region, service and operation of a request."""

import io
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, unquote

from .rest_operations import rest_operation
from .service_names import service_name

MOST_FORM_BYTES = 1_000_000


@dataclass(frozen=True)
class RequestIdentity:
    """Empty strings where the request does not tell."""

    service: str
    operation: str
    account: str
    region: str
    # The account of the role of sts:AssumeRole: the one whose credentials are asked for.
    role_account: str = ""


def identify(environ: dict[str, Any]) -> RequestIdentity:
    query = environ.get("QUERY_STRING", "")
    api = re.match(r"[a-z0-9]+\.execute-api\.([a-z0-9-]+)\.", environ.get("HTTP_HOST", ""))
    parameters = parse_qs(query, keep_blank_values=True)
    access_key, region, signing_name = _credential(environ.get("HTTP_AUTHORIZATION", ""), parameters)
    if api:
        return RequestIdentity("execute-api", "Invoke", _account(environ, access_key), api.group(1))
    service = service_name(signing_name)
    path = environ.get("RAW_URI", environ.get("PATH_INFO", "")).partition("?")[0]
    if service == "apigateway" and path.startswith("/v2/"):
        service = "apigatewayv2"
    if service == "sagemaker" and path.endswith("/invocations"):
        service = "sagemaker-runtime"
    form = _form(environ)
    operation = (
        environ.get("HTTP_X_AMZ_TARGET", "").rpartition(".")[2]
        or _first(parameters, "Action")
        or _first(form, "Action")
        or _smithy_operation(path)
        or rest_operation(service, environ, path)
        or ""
    )
    role = _first(form, "RoleArn") or _first(parameters, "RoleArn")
    return RequestIdentity(service, operation, _account(environ, access_key), region, _role_account(role))


def _credential(authorization: str, parameters: dict[str, list[str]]) -> tuple[str, str, str]:
    """Access key, region and signing name, from the header or from a presigned address."""
    found = re.search(r"Credential=([^,\s]+)", authorization)
    scope = found.group(1) if found else _first(parameters, "X-Amz-Credential")
    parts = unquote(scope).rsplit("/", 4)
    if len(parts) != 5:
        return "", "", ""
    return parts[0], parts[2], parts[3]


def _account(environ: dict[str, Any], access_key: str) -> str:
    from moto.iam.models import get_account_id_from

    return environ.get("HTTP_X_MOTO_ACCOUNT_ID") or get_account_id_from(access_key)


def _form(environ: dict[str, Any]) -> dict[str, list[str]]:
    """The fields of a form body, which is put back for moto to read."""
    if not environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
        return {}
    length = int(environ.get("CONTENT_LENGTH") or 0)
    if not 0 < length <= MOST_FORM_BYTES:
        return {}
    body = environ["wsgi.input"].read(length)
    environ["wsgi.input"] = io.BytesIO(body)
    return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)


def _smithy_operation(path: str) -> str:
    found = re.fullmatch(r"/service/[^/]+/operation/([^/]+)", path)
    return found.group(1) if found else ""


def _role_account(arn: str) -> str:
    parts = arn.split(":")
    return parts[4] if len(parts) > 5 else ""


def _first(values: dict[str, list[str]], key: str) -> str:
    return values.get(key, [""])[0]
