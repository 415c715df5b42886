"""CH12: the synthetic customers, and a CSV of one's own."""

import csv

import pytest
from customers import LEAVING, STAYING

from customer.validation import problems
from training.dataset import DatasetError, from_csv, synthetic


def test_ch12_the_data_set_is_the_same_every_time_and_another_with_another_seed():
    assert synthetic(seed=5, count=50) == synthetic(seed=5, count=50)
    assert synthetic(seed=5, count=50) != synthetic(seed=6, count=50)


def test_ch12_every_synthetic_customer_could_be_sent_to_the_api():
    examples = synthetic()
    assert len(examples) == 6_000
    assert not [found for example in examples for found in problems(example.customer)]
    assert {example.customer["total_charges_usd"] is None for example in examples} == {True, False}


def test_ch12_leaving_has_reasons_that_can_be_learned():
    """CH12: real signal: who calls support often and is bound by nothing leaves far more often."""
    examples = synthetic()

    def rate(condition):
        chosen = [example.churned for example in examples if condition(example.customer)]
        assert len(chosen) > 200
        return sum(chosen) / len(chosen)

    unbound = rate(lambda customer: customer["contract"] == "month_to_month" and customer["support_calls_90_days"] >= 2)
    bound = rate(lambda customer: customer["contract"] == "two_year")
    assert unbound > 0.6
    assert bound < 0.12


def write(path, rows):
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_ch12_own_customers_are_read_from_a_csv(tmp_path):
    file = write(tmp_path / "own.csv", [LEAVING | {"churned": "true"}, STAYING | {"churned": "no"}])
    first, second = from_csv(file)
    assert (first.customer, first.churned) == (LEAVING, True)
    assert (second.customer, second.churned) == (STAYING, False)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"churned": "perhaps"}, "line 3: churned must be true or false"),
        ({"contract": "ten_year"}, "line 3: contract is 'ten_year'"),
        ({"tenure_months": "long"}, "line 3: tenure_months is 'long'"),
        ({"churned": "true"}, "left and customers who stayed"),
    ],
)
def test_ch12_a_csv_that_cannot_be_learned_from_is_refused_by_line(tmp_path, change, message):
    rows = [LEAVING | {"churned": "true"}, STAYING | {"churned": "false"} | change]
    with pytest.raises(DatasetError, match=message):
        from_csv(write(tmp_path / "own.csv", rows))
