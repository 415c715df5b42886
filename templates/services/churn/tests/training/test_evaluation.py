"""CH12: the figures by which a model is judged."""

import math

import numpy as np
import pytest

from training.evaluation import auc, best_threshold, log_loss, precision_and_recall


@pytest.mark.parametrize(
    ("probabilities", "outcomes", "expected"),
    [
        ([0.1, 0.2, 0.8, 0.9], [False, False, True, True], 1.0),
        ([0.9, 0.8, 0.2, 0.1], [False, False, True, True], 0.0),
        ([0.5, 0.5, 0.5, 0.5], [False, True, False, True], 0.5),
        ([0.1, 0.4, 0.35, 0.8], [False, False, True, True], 0.75),
        ([0.3, 0.3, 0.7], [False, True, True], 0.75),
    ],
)
def test_ch12_auc_counts_the_pairs_in_the_right_order(probabilities, outcomes, expected):
    assert auc(probabilities, outcomes) == pytest.approx(expected)


def test_ch12_auc_agrees_with_counting_every_pair():
    random = np.random.default_rng(3)
    scores, left = random.random(80).round(1), random.random(80) < 0.4
    pairs = [(a > b) + 0.5 * (a == b) for a in scores[left] for b in scores[~left]]
    assert auc(scores, left) == pytest.approx(np.mean(pairs))


def test_ch12_auc_of_one_outcome_alone_is_refused():
    with pytest.raises(ValueError, match="Both outcomes"):
        auc([0.1, 0.2], [True, True])


def test_ch12_log_loss_of_indifference_is_the_logarithm_of_two():
    assert log_loss([0.5, 0.5], [True, False]) == pytest.approx(math.log(2))
    assert log_loss([1.0, 0.0], [True, False]) == pytest.approx(0, abs=1e-6)


def test_ch12_the_threshold_separates_where_it_can():
    assert 0.2 < best_threshold([0.1, 0.2, 0.6, 0.7], [False, False, True, True]) <= 0.6
    assert precision_and_recall(np.array([True, True, False]), np.array([True, False, True])) == (0.5, 0.5)
