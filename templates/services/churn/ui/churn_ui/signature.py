"""Requests signed with the task's role, as API Gateway asks of the callers it lets in."""

from __future__ import annotations

from functools import cache

import requests
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import BotoCoreError, NoCredentialsError
from botocore.session import Session
from requests.auth import AuthBase

SERVICE = "execute-api"


class CredentialsError(Exception):
    """There is nothing to sign with."""


class Signed(AuthBase):
    """Signature Version 4 over method, address, body and the headers that are there by then."""

    def __init__(self, region: str) -> None:
        self.region = region

    def __call__(self, prepared: requests.PreparedRequest) -> requests.PreparedRequest:
        try:
            # Those of a role end after hours; botocore fetches new ones before they do.
            credentials = _credentials().get_frozen_credentials()
        except BotoCoreError as error:
            raise CredentialsError(str(error)) from error
        # Proxies and requests itself may change other headers on the way.
        headers = {name: value for name, value in prepared.headers.items() if name.lower() == "content-type"}
        request = AWSRequest(method=prepared.method, url=prepared.url, data=prepared.body, headers=headers)
        SigV4Auth(credentials, SERVICE, self.region).add_auth(request)
        prepared.headers.update(dict(request.headers.items()))
        return prepared


@cache
def _credentials() -> Credentials:
    found = Session().get_credentials()
    if found is None:
        raise NoCredentialsError
    return found
