"""Customers to learn from: synthetic ones from a fixed seed, or a CSV of your own.

Nobody's data: every customer is drawn, and leaves by rules written down below. The rules hold what
the industry agrees on (short contracts, high bills, many support calls) and a good part of chance.
"""

from __future__ import annotations

import csv
import math
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from customer.text_rows import from_text, switch
from customer.validation import problems

SEED = 20_260_901
CUSTOMERS = 6_000
# One in twelve has moved over from an older billing system, and its total was not carried over.
TOTAL_UNKNOWN = 1 / 12
LABEL = "churned"


class DatasetError(Exception):
    """The CSV cannot be learned from."""


@dataclass(frozen=True)
class Example:
    customer: dict[str, Any]
    churned: bool


def synthetic(seed: int = SEED, count: int = CUSTOMERS) -> list[Example]:
    # The standard library's generator gives the same numbers in every version; numpy's need not.
    chance = random.Random(seed)
    examples = []
    for _ in range(count):
        customer = _customer(chance)
        leaves = chance.random() < 1 / (1 + math.exp(-_inclination(customer)))
        if chance.random() < TOTAL_UNKNOWN:
            customer["total_charges_usd"] = None
        examples.append(Example(customer, leaves))
    return examples


def _customer(chance: random.Random) -> dict[str, Any]:
    def one_of(options: dict[str, float]) -> str:
        point = chance.random()
        for option, share in options.items():
            point -= share
            if point < 0:
                return option
        return option

    def on(share: float) -> bool:
        return chance.random() < share

    contract = one_of({"month_to_month": 0.55, "one_year": 0.22, "two_year": 0.23})
    tenure = int(72 * chance.random() ** (1.6 if contract == "month_to_month" else 0.8))
    internet = one_of({"none": 0.2, "dsl": 0.36, "fiber": 0.44})
    online = internet != "none"
    lines = int(one_of({"0": 0.1, "1": 0.5, "2": 0.3, "3": 0.1}))
    extras = {
        "online_security": online and on(0.38),
        "online_backup": online and on(0.42),
        "tech_support": online and on(0.37),
        "streaming": online and on(0.5),
    }
    base = {"none": 8.0, "dsl": 32.0, "fiber": 62.0}[internet]
    monthly = round(base + 9 * lines + 7 * sum(extras.values()) + 8 * (chance.random() - 0.5), 2)
    return {
        "tenure_months": tenure,
        "contract": contract,
        "payment_method": one_of(
            {"bank_transfer": 0.22, "credit_card": 0.22, "electronic_check": 0.34, "mailed_check": 0.22}
        ),
        "paperless_billing": on(0.6),
        "monthly_charges_usd": monthly,
        "total_charges_usd": round(tenure * monthly * (0.92 + 0.16 * chance.random()), 2),
        "phone_lines": lines,
        "internet_service": internet,
        **extras,
        "support_calls_90_days": int(-math.log(1 - chance.random()) * (1.6 if internet == "fiber" else 1.0)),
    }


def _inclination(customer: dict[str, Any]) -> float:
    """Log-odds of leaving. Not linear, so that trees have something to find."""
    monthly_contract = customer["contract"] == "month_to_month"
    odds = -3.0 + 1.6 * monthly_contract - 0.9 * (customer["contract"] == "two_year")
    odds += 1.3 * math.exp(-customer["tenure_months"] / 10)
    odds += 0.9 * (customer["internet_service"] == "fiber") - 0.6 * (customer["internet_service"] == "none")
    odds += 0.5 * (customer["payment_method"] == "electronic_check") + 0.25 * customer["paperless_billing"]
    odds -= 0.6 * customer["online_security"] + 0.7 * customer["tech_support"]
    odds += 0.02 * max(customer["monthly_charges_usd"] - 70, 0)
    # A bad experience drives away whom no contract holds.
    odds += (0.55 if monthly_contract else 0.15) * min(customer["support_calls_90_days"], 5)
    return odds


def from_csv(path: Path) -> list[Example]:
    """Columns are the fields and `churned` (true or false). DatasetError names the line."""
    examples = []
    with path.open(newline="", encoding="utf-8-sig") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            churned = switch(row.get(LABEL))
            if churned is None:
                raise DatasetError(f"{path.name}, line {number}: {LABEL} must be true or false.")
            customer = from_text(row)
            wrong = problems(customer)
            if wrong:
                raise DatasetError(f"{path.name}, line {number}: {wrong[0].message}")
            examples.append(Example(customer, churned))
    if len({example.churned for example in examples}) < 2:
        raise DatasetError(f"{path.name} must hold customers who left and customers who stayed.")
    return examples
