"""The facts known of a customer: names, kinds, limits, and the words people read.

To teach the model another fact, add it here and to the training data; the API, the page and
features.json follow.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """unit is what people read behind the value. An optional number may be null: not known."""

    name: str
    label: str
    unit: str
    low: float
    high: float
    whole: bool = True
    optional: bool = False


@dataclass(frozen=True)
class Choice:
    name: str
    label: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Switch:
    """impossible_with: name of a choice, and its option with which the switch cannot be on."""

    name: str
    label: str
    impossible_with: tuple[str, str] | None = None


Field = Number | Choice | Switch

_NO_INTERNET = ("internet_service", "none")

FIELDS: tuple[Field, ...] = (
    Number("tenure_months", "Customer for", "months", 0, 600),
    Choice("contract", "Contract", ("month_to_month", "one_year", "two_year")),
    Choice("payment_method", "Payment", ("bank_transfer", "credit_card", "electronic_check", "mailed_check")),
    Switch("paperless_billing", "Paperless billing"),
    Number("monthly_charges_usd", "Monthly charges", "USD", 0, 1_000, whole=False),
    Number("total_charges_usd", "Charges so far", "USD", 0, 100_000, whole=False, optional=True),
    Number("phone_lines", "Phone lines", "lines", 0, 10),
    Choice("internet_service", "Internet", ("none", "dsl", "fiber")),
    Switch("online_security", "Online security", _NO_INTERNET),
    Switch("online_backup", "Online backup", _NO_INTERNET),
    Switch("tech_support", "Technical support", _NO_INTERNET),
    Switch("streaming", "Streaming", _NO_INTERNET),
    Number("support_calls_90_days", "Support calls in 90 days", "calls", 0, 200),
)

BY_NAME = {field.name: field for field in FIELDS}
