"""What is known of an hour, and what is asked for it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from app.errors import ServiceError, WrongField

MAX_INSTANCES = 1_000
MAX_LINES = 100_000
# Enough to correct a request or a file by.
MAX_WRONG_FIELDS = 50

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Instance(BaseModel):
    """One hour in the city."""

    # In JSON a number is a number: "8" is a mistake. Cells of a file are text and are read as such.
    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

    hour: int = Field(ge=0, le=23)
    weekday: Weekday
    holiday: bool
    temperature_c: float = Field(ge=-40, le=50)
    rain_mm: float = Field(ge=0, le=200)


class PredictionRequest(BaseModel):
    """Instances, or a file that was uploaded before."""

    model_config = ConfigDict(extra="forbid", strict=True)

    instances: list[Instance] | None = Field(default=None, min_length=1, max_length=MAX_INSTANCES)
    file_id: str | None = Field(default=None, pattern="^[0-9a-f]{32}$")

    @model_validator(mode="after")
    def one_of_both(self) -> PredictionRequest:
        if (self.instances is None) == (self.file_id is None):
            raise ValueError("give either instances or file_id")
        return self


_LINES: TypeAdapter[list[Instance]] = TypeAdapter(list[Instance])


def read_csv(content: bytes) -> list[Instance]:
    """Columns are the fields of an instance. ServiceError 400 names wrong lines."""
    hint = f"Send a CSV in UTF-8 with the columns {', '.join(Instance.model_fields)}."
    try:
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ServiceError(400, "broken_file", f"The file cannot be read as CSV ({error}).", hint) from error
    if not 1 <= len(rows) <= MAX_LINES:
        message = f"The file holds {len(rows)} lines below its header; it must hold 1 to {MAX_LINES}."
        raise ServiceError(400, "broken_file", message, hint)
    try:
        return _LINES.validate_python(rows, strict=False)
    except ValidationError as error:
        # The header is line 1.
        wrong = wrong_fields(error.errors(), lambda place: f"line {place + 2}")
        message = f"{wrong[0].path}: {wrong[0].message}"
        raise ServiceError(400, "broken_file", f"Lines of the file are wrong. {message}", hint, wrong) from error


def wrong_fields(errors: Sequence[Any], place: Any = lambda number: f"[{number}]") -> list[WrongField]:
    """Pydantic's findings, by path and in its words."""
    found = []
    for error in errors[:MAX_WRONG_FIELDS]:
        path = ""
        for step in error["loc"]:
            text = place(step) if isinstance(step, int) else str(step)[:60]
            path += text if not path or isinstance(step, int) else f".{text}"
        found.append(WrongField(path, error["msg"].removeprefix("Value error, ")))
    return found
