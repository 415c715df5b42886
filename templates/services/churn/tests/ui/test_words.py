"""CH12: predictions in words, and the settings of the page."""

import pytest

from churn_ui import words
from churn_ui.settings import SettingsError, api


@pytest.mark.parametrize(
    ("probability", "text"), [(0.0, "under 1 %"), (0.004, "under 1 %"), (0.376, "38 %"), (0.999, "over 99 %")]
)
def test_ch12_no_probability_is_shown_as_certainty(probability, text):
    assert words.percent(probability) == text


@pytest.mark.parametrize(
    ("described", "text"),
    [
        (
            {"field": "contract", "value": "two_year", "typical": "month_to_month", "effect": -0.213},
            "**Contract: two year** (usual: month to month) lowers the probability by 21 points.",
        ),
        (
            {"field": "total_charges_usd", "value": None, "typical": 1417.4, "effect": 0.008},
            "**Charges so far: not known** (usual: 1417.4 USD) raises the probability by less than one point.",
        ),
        (
            {"field": "tech_support", "value": True, "typical": False, "effect": -0.05},
            "**Technical support: yes** (usual: no) lowers the probability by 5 points.",
        ),
        (
            {"field": "a_new_one", "value": 5, "typical": 4, "effect": 0.05},
            "**a new one: 5** (usual: 4) raises the probability by 5 points.",
        ),
    ],
)
def test_ch12_a_factor_is_a_sentence(described, text):
    assert words.factor(described) == text


def test_ch9_the_api_endpoint_is_the_stages_address_without_a_slash():
    address = "https://a1b2.execute-api.eu-central-1.amazonaws.com/v1"
    assert api({"API_ENDPOINT": f" {address}/ "}).endpoint == address


@pytest.mark.parametrize("address", ["", "api.example.com", "ftp://api.example.com", "https://api.example.com/?a=b"])
def test_ch9_a_wrong_api_endpoint_is_named(address):
    with pytest.raises(SettingsError, match="API_ENDPOINT is"):
        api({"API_ENDPOINT": address})
