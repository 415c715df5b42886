"""The page: one customer by hand, or many by file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from churn_ui import client, table, words
from churn_ui.customer_form import customer_form
from churn_ui.settings import Api, SettingsError, api as configured_api
from customer.fields import BY_NAME
from customer.validation import Problem, problems


def show() -> None:
    st.set_page_config(page_title="Customer churn", layout="centered")
    st.title("Will this customer stay?")
    try:
        api = configured_api(os.environ)
    except SettingsError as error:
        st.error(f"This page is not set up. {error} Change it in the stack's variable file and apply, or apply the stack's Terraform again.")
        return
    one, many = st.tabs(["One customer", "Many customers"])
    with one:
        _one(api)
    with many:
        _many(api)


def _one(api: Api) -> None:
    customer = customer_form()
    if customer is None:
        return
    wrong = problems(customer)
    if wrong:
        _problems("Please correct the form.", wrong)
        return
    try:
        with st.spinner("Asking the model. After a pause it needs up to half a minute to start."):
            prediction = client.predict(api, customer)
    except client.ApiError as error:
        _failure(error)
        return
    st.metric("Probability of leaving", words.percent(prediction["probability"]))
    (st.warning if prediction["at_risk"] else st.success)(words.verdict(prediction["at_risk"]))
    _factors(prediction["factors"])


def _factors(factors: Sequence[Mapping[str, Any]]) -> None:
    if not factors:
        st.caption("Nothing about this customer stands out: the prediction is that of a typical one.")
        return
    st.subheader("What makes the difference")
    st.markdown("\n".join(f"- {words.factor(described)}" for described in factors))
    st.caption("Each compared with the same customer having the usual value. It describes the model, not the cause.")


def _many(api: Api) -> None:
    st.write(f"A CSV with up to {table.MAX_ROWS} customers. Columns: {', '.join(BY_NAME)}; {table.ID} is optional.")
    uploaded = st.file_uploader("Customers", type="csv")
    if uploaded is None:
        return
    read = table.read_table(uploaded.getvalue())
    if read.problems:
        _problems("The file cannot be used as it is.", read.problems)
        return
    st.caption(f"{len(read.customers)} customers read.")
    if not st.button("Predict all", type="primary"):
        return
    try:
        with st.spinner("Asking the model. After a pause it needs up to half a minute to start."):
            predictions = client.predict_several(api, read.customers)
    except client.ApiError as error:
        _failure(error)
        return
    at_risk = sum(prediction["at_risk"] for prediction in predictions)
    st.metric("At risk of leaving", f"{at_risk} of {len(predictions)}")
    results = [{**row, **prediction} for row, prediction in zip(read.rows, predictions, strict=True)]
    st.dataframe(sorted(results, key=lambda row: -row["probability"]), hide_index=True)
    st.download_button("Download the results", table.results_csv(read.rows, predictions), "churn.csv", "text/csv")


def _problems(title: str, wrong: Sequence[Problem]) -> None:
    st.error(title)
    for problem in wrong:
        st.text(f"{problem.field}: {problem.message}")


def _failure(error: client.ApiError) -> None:
    st.error(f"{error.message} {error.hint}")
    for path, message in error.fields:
        st.text(f"{path}: {message}")
