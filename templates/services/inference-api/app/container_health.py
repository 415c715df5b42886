"""Exit 0 when the container answers GET /health through the emulated Lambda runtime, 1 when not."""

from __future__ import annotations

import json
import sys
from urllib.request import Request, urlopen

URL = "http://localhost:8080/2015-03-31/functions/function/invocations"


def healthy(url: str = URL) -> bool:
    """Ask once; any failure to answer counts as not healthy."""
    event = json.dumps({"httpMethod": "GET", "resource": "/health", "path": "/health"}).encode()
    try:
        with urlopen(Request(url, data=event), timeout=8) as answer:  # noqa: S310 (a fixed local address)
            return bool(json.load(answer)["statusCode"] == 200)
    except (OSError, ValueError, KeyError, TypeError):
        return False


if __name__ == "__main__":
    sys.exit(0 if healthy() else 1)
