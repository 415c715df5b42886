"""CH12: model.tar.gz is trained and loaded by XGBoost 1.7, as the prebuilt container does it."""

import json
import os
import subprocess
import sys
import tarfile

import pytest
from conftest import ROOT
from customers import LEAVING, STAYING

from customer.encoding import read_features
from training.artifact import pack, sha256, unpack

PREDICT = (
    "import sys, pathlib; from training import container as c;"
    "print(c.predict(c.load(pathlib.Path(sys.argv[1])), sys.argv[2]))"
)


def run(python, *arguments):
    done = subprocess.run([python, "-B", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def predicted(python, archive, rows):
    return [float(text) for text in run(python, "-c", PREDICT, str(archive), rows).split(",")]


@pytest.fixture(scope="module")
def trained(xgboost_python, tmp_path_factory):
    folder = tmp_path_factory.mktemp("trained")
    printed = run(xgboost_python, "-m", "training.train", "--out", str(folder))
    return folder, printed


def test_ch12_the_training_prints_an_auc_that_the_data_can_give(trained):
    """CH12: far above chance, and below the certainty that only a leak of the outcome would give."""
    folder, printed = trained
    found = read_features(folder / "features.json").evaluation
    assert f"auc: {found['auc']:.4f}" in printed
    assert 0.8 < found["auc"] < 0.92
    assert found["log_loss"] < 0.5
    assert found["customers"] == 1_200


def test_ch12_the_archive_holds_one_file_by_the_name_that_the_container_loads(trained, tmp_path):
    folder, _ = trained
    with tarfile.open(folder / "model.tar.gz") as archive:
        assert archive.getnames() == ["xgboost-model"]
    model = unpack(folder / "model.tar.gz", tmp_path).read_bytes()
    assert sha256(model) == read_features(folder / "features.json").model_sha256
    assert json.loads(model)["version"][:2] == [1, 7]


def test_ch12_the_loaded_model_predicts_from_text_csv(trained, xgboost_python):
    folder, _ = trained
    features = read_features(folder / "features.json")
    leaving, staying = predicted(xgboost_python, folder / "model.tar.gz", features.csv([LEAVING, STAYING]))
    assert leaving > 0.8 > 0.2 > staying
    assert leaving >= features.threshold > staying


def test_ch12_the_training_gives_the_same_archive_again(trained, xgboost_python, tmp_path):
    folder, _ = trained
    run(xgboost_python, "-m", "training.train", "--out", str(tmp_path))
    for name in ("model.tar.gz", "features.json"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_ch12_the_committed_model_is_the_one_that_the_training_makes(trained, xgboost_python):
    """CH12: compared by what they predict: processors may differ in the last bits of a tree."""
    folder, _ = trained
    committed, fresh = read_features(ROOT / "model/features.json"), read_features(folder / "features.json")
    assert (committed.columns, committed.typical) == (fresh.columns, fresh.typical)
    rows = fresh.csv([LEAVING, STAYING, fresh.typical])
    expected = predicted(xgboost_python, folder / "model.tar.gz", rows)
    assert predicted(xgboost_python, ROOT / "model/model.tar.gz", rows) == pytest.approx(expected, abs=0.005)


def test_ch12_a_request_with_other_columns_is_refused(xgboost_python):
    done = subprocess.run(
        [xgboost_python, "-B", "-c", PREDICT, "model/model.tar.gz", "1,2,3"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "The request has 3 columns, the model 17." in done.stderr


def test_ch12_an_archive_with_a_second_file_is_refused(tmp_path):
    """CH12: the container would load the second file as a model too, and fail in production."""
    other = tmp_path / "features.json"
    other.write_text("{}")
    with tarfile.open(tmp_path / "model.tar.gz", "w:gz") as archive:
        archive.add(other, "features.json")
    with pytest.raises(ValueError, match="holds features.json; the container takes one file named xgboost-model"):
        unpack(tmp_path / "model.tar.gz", tmp_path)


def test_ch12_packing_carries_no_time_and_no_user(tmp_path):
    assert pack(b"model") == pack(b"model")
    (tmp_path / "model.tar.gz").write_bytes(pack(b"model"))
    with tarfile.open(tmp_path / "model.tar.gz") as archive:
        (member,) = archive.getmembers()
    assert (member.mtime, member.uid, member.uname) == (0, 0, "")


@pytest.mark.parametrize("ci", ["true", ""])
def test_ch12_a_missing_xgboost_fails_in_ci_and_is_told_elsewhere(ci, tmp_path):
    """CH12: run in a process whose Pythons all lack XGBoost."""
    code = (
        "import sys, pytest, unittest.mock as mock; sys.path[:0] = ['tests', '.', 'api', 'ui']; import conftest\n"
        "with mock.patch.object(conftest, 'version_of_xgboost', lambda python: ''):\n"
        "    try: conftest.xgboost_python.__wrapped__()\n"
        "    except BaseException as error: print(type(error).__name__, error)\n"
    )
    environment = os.environ | {"CI": ci}
    done = subprocess.run([sys.executable, "-B", "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True)
    outcome, _, message = done.stdout.partition(" ")
    assert outcome == ("Failed" if ci else "Skipped"), done.stderr
    assert "apt-get install python3-xgboost" in message
