"""Exit 0 when the page is served on this container's port, 1 when not."""

from __future__ import annotations

import sys
from urllib.request import urlopen

URL = "http://127.0.0.1:8501/_stcore/health"


def healthy(url: str = URL) -> bool:
    """Ask once; any failure to answer counts as not healthy.

    The word counts, not the status: Streamlit answers 200 with its page on every path it does not know.
    """
    try:
        with urlopen(url, timeout=4) as answer:  # noqa: S310 (a fixed local address)
            return bool(answer.read(16).strip() == b"ok")
    except (OSError, ValueError):
        return False


if __name__ == "__main__":
    sys.exit(0 if healthy() else 1)
