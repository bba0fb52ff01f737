"""Fits the weights of bot/core/declining.py on the labelled questions, beside those in use.

    .venv/bin/python -m bench.fit_declining

Logistic regression with a ridge penalty on standardised signs, by plain gradient descent.
"""

import math
import statistics
from dataclasses import astuple, fields

from bench.reports import Figure, Report, Size, Table, run
from bot.core import declining, matching
from bot.core.declining import Signs
from bot.core.index import Index, WholeIndex
from bot.core.statement import Passage
from bot.library.reading import read_statements
from tests.relevance.scoring import SETS, Question, questions

RIDGE = 3.0
STEPS, FEW = 600, 20
RATE = 1.2


def signs_of(index: Index, question: Question) -> Signs | None:
    """The signs of a question, or None where no passage comes first and the rule is not asked."""
    asked = matching.read(index, question.q)
    ranked = matching.rank(index, asked)
    if not ranked or not isinstance(ranked[0].entry.subject, Passage):
        return None
    return declining.signs(index, asked, ranked)


def standardised(rows: list[tuple[float, ...]]) -> tuple[list[float], list[float]]:
    """Mean and standard deviation of each column."""
    columns = list(zip(*rows, strict=True))
    means = [statistics.fmean(column) for column in columns]
    return means, [statistics.pstdev(column) or 1.0 for column in columns]


def fitted(rows: list[list[float]], labels: list[bool], steps: int) -> tuple[list[float], float]:
    """The weights and the bias that make the labels likeliest."""
    weights, bias = [0.0] * len(rows[0]), 0.0
    for _ in range(steps):
        errors = []
        for row, label in zip(rows, labels, strict=True):
            total = bias + sum(map(float.__mul__, weights, row))
            errors.append(1 / (1 + math.exp(-total)) - label)
        bias -= RATE * sum(errors) / len(rows)
        for place in range(len(weights)):
            slope = sum(error * row[place] for error, row in zip(errors, rows, strict=True))
            weights[place] -= RATE * (slope + RIDGE * weights[place]) / len(rows)
    return weights, bias


def measure(size: Size) -> Report:
    """The weights, fitted anew; at the smallest size on the first set, and not to the end."""
    full = size == "full"
    index = WholeIndex(read_statements()[0])
    asked = [question for name in (SETS if full else SETS[:1]) for question in questions(name)]
    pairs = [(signs_of(index, question), bool(question.gold)) for question in asked]
    rows = [astuple(found) for found, _ in pairs if found is not None]
    labels = [label for found, label in pairs if found is not None]
    means, spreads = standardised(rows)
    scaled = [
        [(value - mean) / spread for value, mean, spread in zip(row, means, spreads, strict=True)]
        for row in rows
    ]
    weights, bias = fitted(scaled, labels, STEPS if full else FEW)
    raw = [weight / spread for weight, spread in zip(weights, spreads, strict=True)]
    bias -= sum(weight * mean for weight, mean in zip(raw, means, strict=True))
    names = (*(field.name for field in fields(Signs)), "BIAS")
    used = (*astuple(declining.WEIGHTS), declining.BIAS)
    return Report(
        f"Logistic regression on {len(rows)} questions, {sum(labels)} of them answered by the"
        " statement: the weights of the rule that declines.",
        (
            Table(
                "weights",
                ("sign", "fitted", "in use"),
                tuple(
                    (name, f"{new:.2f}", f"{old:.2f}")
                    for name, new, old in zip(names, (*raw, bias), used, strict=True)
                ),
            ),
        ),
        (Figure("questions", len(rows), "", better="higher"),),
    )


if __name__ == "__main__":
    run(measure)
