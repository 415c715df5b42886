"""The form of one customer, made of the fields."""

from __future__ import annotations

from typing import Any

import streamlit as st

from churn_ui.words import option
from customer.fields import FIELDS, Choice, Field, Number

# A customer in the middle, so that the form can be sent as it is.
_START: dict[str, Any] = {
    "tenure_months": 12,
    "monthly_charges_usd": 65.0,
    "phone_lines": 1,
    "internet_service": "dsl",
    "support_calls_90_days": 0,
}


def customer_form() -> dict[str, Any] | None:
    """The customer, once the button was pressed."""
    with st.form("customer"):
        columns = st.columns(2)
        customer = {field.name: _widget(columns[place % 2], field) for place, field in enumerate(FIELDS)}
        sent = st.form_submit_button("Predict", type="primary")
    return customer if sent else None


def _widget(column: Any, field: Field) -> Any:
    start = _START.get(field.name)
    if isinstance(field, Number):
        kind = int if field.whole else float
        return column.number_input(
            f"{field.label} ({field.unit})",
            min_value=kind(field.low),
            max_value=kind(field.high),
            # None leaves the box empty: not known.
            value=None if field.optional else kind(start or 0),
            step=kind(1),
            key=field.name,
            help="Leave empty where it is not known." if field.optional else None,
        )
    if isinstance(field, Choice):
        index = field.options.index(start) if start else 0
        return column.selectbox(field.label, field.options, index=index, format_func=option, key=field.name)
    return column.checkbox(field.label, key=field.name)
