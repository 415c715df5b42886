"""Records in a DynamoDB table: key id, ended by expires_at."""

from __future__ import annotations

import time
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from boto3.dynamodb.types import TypeSerializer

from app.aws import AwsError, client, reason
from app.records import Record, unavailable

# The most that one call takes.
_CALL_ITEMS = 25
_ATTEMPTS = 6
_serializer = TypeSerializer()


class DynamoRecords:
    def __init__(self, table: str) -> None:
        self._table = table

    def keep(self, records: Sequence[Record]) -> None:
        try:
            for start in range(0, len(records), _CALL_ITEMS):
                self._write([{"PutRequest": {"Item": _item(one)}} for one in records[start : start + _CALL_ITEMS]])
        except AwsError as error:
            raise unavailable(self._table, reason(error)) from error

    def _write(self, requests: list[Any]) -> None:
        for attempt in range(_ATTEMPTS):
            answer = client("dynamodb").batch_write_item(RequestItems={self._table: requests})
            requests = answer.get("UnprocessedItems", {}).get(self._table, [])
            if not requests:
                return
            time.sleep(0.05 * 2**attempt)
        raise unavailable(self._table, "Throttled")


def _item(record: Record) -> dict[str, Any]:
    item = {
        "id": record.id,
        "created_at": record.created_at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "expires_at": int(record.expires_at.timestamp()),
        "model": record.model,
        "features": {name: Decimal(str(value)) for name, value in record.features.items()},
        "risk": Decimal(str(record.risk)),
    }
    return {name: _serializer.serialize(value) for name, value in item.items()}
