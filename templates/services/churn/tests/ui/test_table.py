"""CH12: an uploaded file becomes customers, or a list of what to correct."""

import pytest
from customers import LEAVING, STAYING

from churn_ui.table import read_table, results_csv

HEADER = ",".join(LEAVING)


def line(customer, separator=","):
    return separator.join("" if value is None else str(value) for value in customer.values())


def only_message(content):
    read = read_table(content if isinstance(content, bytes) else content.encode())
    assert not read.customers
    return read.problems[0].message


def test_ch12_columns_may_stand_in_any_order_and_be_separated_by_semicolons():
    backwards = dict(reversed(STAYING.items()))
    text = "\ufeff" + ";".join(backwards) + "\r\n" + line(backwards, ";") + "\r\n"
    assert read_table(text.encode()).customers == [STAYING]


def test_ch12_an_id_is_carried_along_and_never_sent():
    read = read_table(f"customer_id,{HEADER}\nA-1,{line(LEAVING)}\n".encode())
    assert read.customers == [LEAVING]
    assert read.rows[0]["customer_id"] == "A-1"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe\x00", "not text in UTF-8"),
        ("", "The column tenure_months is missing."),
        (f"{HEADER}\n", "The file holds 0 customers"),
        (f"{HEADER}\n" + f"{line(LEAVING)}\n" * 1_001, "The file holds 1001 customers; it must hold 1 to 1000."),
        (f"{HEADER},age\n{line(LEAVING)},30\n", "The column 'age' is not known; remove it."),
        (f"{HEADER},contract\n{line(LEAVING)},one_year\n", "The column 'contract' is there twice."),
        (f"{HEADER}\n{line(LEAVING)},5\n", "more or fewer cells than the header"),
        (f"{HEADER}\n1,one_year\n", "more or fewer cells than the header"),
        (f'{HEADER}\n"{line(LEAVING)}\n', "The file is not CSV"),
        (f"{HEADER}\n{line(LEAVING | {'phone_lines': 'two'})}\n", "phone_lines is 'two'"),
    ],
)
def test_ch12_a_file_that_cannot_be_used_is_explained(content, message):
    assert message in only_message(content)


def test_ch12_results_stand_beside_what_was_uploaded_and_no_cell_is_a_formula():
    rows = [{"customer_id": "=HYPERLINK(1)", "contract": "one_year"}, {"customer_id": "A,2", "contract": "two_year"}]
    predictions = [{"probability": 0.25, "at_risk": False}, {"probability": 0.75, "at_risk": True}]
    assert results_csv(rows, predictions) == (
        "customer_id,contract,probability,at_risk\n"
        "'=HYPERLINK(1),one_year,0.25,false\n"
        '"A,2",two_year,0.75,true\n'
    )
