"""CH12: training and API make the same row of the same customer."""

import csv
import json

import pytest
from conftest import ROOT
from customers import LEAVING, STAYING

from customer.encoding import FeaturesError, columns, read_features

FEATURES = read_features(ROOT / "model/features.json")


def test_ch12_the_columns_are_the_fields_with_choices_spread_out():
    names = [column.name for column in columns()]
    assert names[:3] == ["tenure_months", "contract=one_year", "contract=two_year"]
    assert len(names) == len(set(names)) == 17


def test_ch12_a_row_holds_numbers_and_an_empty_cell_for_what_is_not_known():
    assert FEATURES.csv([LEAVING]) == "2,0,0,0,1,0,1,104.5,,1,0,1,0,0,0,1,4"


def test_ch12_rows_are_lines_without_a_last_line_break_and_read_as_commas():
    """CH12: the container guesses the separator from the first line, and takes an empty last line for a row."""
    body = FEATURES.csv([STAYING, LEAVING])
    assert body.count("\n") == 1
    assert not body.endswith("\n")
    assert csv.Sniffer().sniff(body.partition("\n")[0][:512]).delimiter == ","


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document["columns"].pop(),
        lambda document: document["columns"].reverse(),
        lambda document: document.update(format="another"),
        lambda document: document.pop("typical"),
    ],
)
def test_ch12_features_of_another_model_are_refused_before_they_mislead(tmp_path, change):
    document = json.loads((ROOT / "model/features.json").read_text())
    change(document)
    (tmp_path / "features.json").write_text(json.dumps(document))
    with pytest.raises(FeaturesError, match="Run python3 -m training.train"):
        read_features(tmp_path / "features.json")


def test_ch12_missing_features_are_told(tmp_path):
    with pytest.raises(FeaturesError, match="features.json cannot be read"):
        read_features(tmp_path / "features.json")
