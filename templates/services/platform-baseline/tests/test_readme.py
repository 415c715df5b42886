"""E1: the README names only what exists, and every setting."""

import re

from conftest import ROOT

from app.model import BUNDLED, parse_model

TEXT = (ROOT / "README.md").read_text()


def test_e1_every_file_named_exists():
    named = re.findall(r"`((?:app|model)/[\w.]+|[\w.-]+\.(?:py|yaml))`", TEXT)
    assert len(named) > 15
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_e1_every_setting_is_explained():
    read = set(re.findall(r'(?:text|number)\("([A-Z_]+)"', (ROOT / "app/settings.py").read_text()))
    read |= set(re.findall(r'environment\.get\("([A-Z_]+)"', (ROOT / "app/settings.py").read_text()))
    settings = TEXT.partition("\n## Settings\n")[2].partition("\n## ")[0]
    assert len(read) > 8
    assert [name for name in read if f"`{name}`" not in settings] == []


def test_e1_the_figures_of_the_model_are_those_of_the_model():
    model = parse_model(BUNDLED.read_bytes(), "bundled")
    assert f"{model.evaluation['auc']:.1%}".replace("%", " %") in TEXT
    assert f"{int(model.evaluation['machines']):,}" in TEXT
