"""CH12: everything that is wrong with a customer is said, in words that help."""

import pytest
from customers import LEAVING, STAYING

from customer.text_rows import from_text
from customer.validation import Problem, problems


@pytest.mark.parametrize("customer", [LEAVING, STAYING, LEAVING | {"tenure_months": 3.0}])
def test_ch12_a_right_customer_has_no_problems(customer):
    assert problems(customer) == []


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"tenure_months": -1}, "tenure_months", "is -1; it must be a whole number from 0 to 600 (months)."),
        ({"tenure_months": 1.5}, "tenure_months", "is 1.5; it must be a whole number"),
        ({"tenure_months": True}, "tenure_months", "is true; it must be a whole number"),
        ({"tenure_months": "12"}, "tenure_months", "is '12'; it must be a whole number"),
        ({"tenure_months": 10**400}, "tenure_months", "is a number beyond all limits"),
        ({"monthly_charges_usd": float("nan")}, "monthly_charges_usd", "is nan; it must be a number"),
        ({"monthly_charges_usd": None}, "monthly_charges_usd", "monthly_charges_usd is missing; give a number"),
        ({"total_charges_usd": "?"}, "total_charges_usd", "or null where it is not known"),
        ({"contract": "weekly"}, "contract", "must be one of month_to_month, one_year, two_year"),
        ({"contract": ["one_year"]}, "contract", "contract is a list; it must be one of"),
        ({"streaming": 1}, "streaming", "streaming is 1; it must be true or false"),
        ({"streaming": "x" * 90}, "streaming", "streaming is '" + "x" * 40 + "…'"),
        ({"age": 30}, "age", "'age' is not a field; leave it out"),
        ({"internet_service": "none", "streaming": True}, "streaming", "cannot be true while internet_service is none"),
    ],
)
def test_ch12_a_wrong_field_is_named_with_what_it_must_be(change, field, message):
    (found,) = problems(LEAVING | change)
    assert found.field == field
    assert message in found.message


def test_ch12_every_wrong_field_is_named_at_once():
    wrong = LEAVING | {"contract": "weekly", "phone_lines": 99, "streaming": None}
    assert [problem.field for problem in problems(wrong)] == ["contract", "phone_lines", "streaming"]


@pytest.mark.parametrize(("record", "kind"), [([], "a list"), ("x", "text"), (None, "null"), (5, "a number")])
def test_ch12_what_is_no_object_is_told_so(record, kind):
    assert problems(record)[0].field == ""
    assert kind in problems(record)[0].message


def test_ch12_cells_of_a_file_become_typed_and_wrong_ones_stay_for_the_validation():
    row = {name: "" if value is None else str(value) for name, value in LEAVING.items()}
    assert from_text(row) == LEAVING
    wrong = from_text(row | {"streaming": "perhaps", "phone_lines": "two"})
    assert problems(wrong) == [
        Problem("phone_lines", "phone_lines is 'two'; it must be a whole number from 0 to 10 (lines)."),
        Problem("streaming", "streaming is 'perhaps'; it must be true or false."),
    ]
