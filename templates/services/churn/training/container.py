"""What the prebuilt XGBoost 1.7-1 container does with a model and a request, done here.

Read in its public source: it loads the file named xgboost-model, guesses the delimiter from the
first line, reads an empty cell as not-a-number, does not compare column names, and answers text/csv
with the probabilities in one line, joined by commas.
"""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import numpy as np
import xgboost

from training.artifact import unpack


def load(archive: Path) -> xgboost.Booster:
    """The model of model.tar.gz, which has no ending from which its format could be guessed."""
    with tempfile.TemporaryDirectory() as folder:
        booster = xgboost.Booster()
        booster.load_model(str(unpack(archive, Path(folder))))
    booster.set_param("nthread", 1)
    return booster


def matrix(body: str) -> xgboost.DMatrix:
    """ValueError where the lines are not numbers, or not equally many."""
    first, _, _ = body.partition("\n")
    delimiter = csv.Sniffer().sniff(first[:512]).delimiter
    delimiter = "," if delimiter.isalnum() else delimiter
    cells = [[cell or "nan" for cell in line.split(delimiter)] for line in body.split("\n")]
    return xgboost.DMatrix(np.array(cells).astype(float))


def predict(booster: xgboost.Booster, body: str) -> str:
    """Raises ValueError where the number of columns is not the model's."""
    rows = matrix(body)
    if rows.num_col() != booster.num_features():
        raise ValueError(f"The request has {rows.num_col()} columns, the model {booster.num_features()}.")
    return ",".join(str(probability) for probability in booster.predict(rows, validate_features=False).tolist())
