"""Predictions: made, recorded, and only then given away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.errors import ServiceError
from app.model import refuse
from app.model_store import ModelStore
from app.records import Record, Records


class Instance(BaseModel):
    """One machine. Which features there are, the model says."""

    # In JSON a number is a number: "8" is a mistake.
    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

    features: dict[str, float] = Field(min_length=1, max_length=200)


class Batch(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    instances: list[Instance] = Field(min_length=1)


class Predictions:
    def __init__(self, models: ModelStore, records: Records, max_batch_items: int) -> None:
        self._models = models
        self._records = records
        self._max = max_batch_items

    def one(self, asked: Instance) -> dict[str, Any]:
        """What POST /predict answers."""
        answer = self._predict([asked], ["features"])
        return {"model": answer["model"], **answer["predictions"][0]}

    def many(self, asked: Batch) -> dict[str, Any]:
        """What POST /batch answers, in the order of the instances."""
        count = len(asked.instances)
        if count > self._max:
            hint = "Send several smaller batches; MAX_BATCH_ITEMS says how many fit in one."
            raise ServiceError(400, "batch_too_large", f"The batch has {count} instances, above {self._max}.", hint)
        return self._predict(asked.instances, [f"instances[{number}].features" for number in range(count)])

    def _predict(self, asked: Sequence[Instance], places: Sequence[str]) -> dict[str, Any]:
        model = self._models.current()
        refuse(
            [
                wrong
                for one, place in zip(asked, places, strict=True)
                for wrong in model.wrong_fields(one.features, place)
            ]
        )
        made = [Record(f"{model.name} {model.version}", one.features, model.risk(one.features)) for one in asked]
        self._records.keep(made)
        return {
            "model": {"name": model.name, "version": model.version},
            "predictions": [{"id": record.id, "risk": record.risk} for record in made],
        }
