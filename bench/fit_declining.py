"""Fits the weights of bot/core/declining.py on the labelled questions and prints them.

    .venv/bin/python -m bench.fit_declining

Logistic regression with a ridge penalty on standardised signs, by plain gradient descent.
"""

import math
import statistics
import sys
from dataclasses import astuple, fields

from bot.core import declining, matching
from bot.core.declining import Signs
from bot.core.index import Index
from bot.core.statement import Passage
from bot.library.reading import read_statements
from tests.relevance.scoring import SETS, Question, questions

RIDGE = 3.0
STEPS = 600
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


def fitted(rows: list[list[float]], labels: list[bool]) -> tuple[list[float], float]:
    """The weights and the bias that make the labels likeliest."""
    weights, bias = [0.0] * len(rows[0]), 0.0
    for _ in range(STEPS):
        errors = []
        for row, label in zip(rows, labels, strict=True):
            total = bias + sum(map(float.__mul__, weights, row))
            errors.append(1 / (1 + math.exp(-total)) - label)
        bias -= RATE * sum(errors) / len(rows)
        for place in range(len(weights)):
            slope = sum(error * row[place] for error, row in zip(errors, rows, strict=True))
            weights[place] -= RATE * (slope + RIDGE * weights[place]) / len(rows)
    return weights, bias


def main() -> None:
    index = Index(read_statements()[0])
    asked = [question for name in SETS for question in questions(name)]
    pairs = [(signs_of(index, question), bool(question.gold)) for question in asked]
    rows = [astuple(found) for found, _ in pairs if found is not None]
    labels = [label for found, label in pairs if found is not None]
    means, spreads = standardised(rows)
    scaled = [
        [(value - mean) / spread for value, mean, spread in zip(row, means, spreads, strict=True)]
        for row in rows
    ]
    weights, bias = fitted(scaled, labels)
    raw = [weight / spread for weight, spread in zip(weights, spreads, strict=True)]
    print(f"# {len(rows)} questions, {sum(labels)} of them answered by the statement")
    print("WEIGHTS = Signs(")
    for field, weight in zip(fields(Signs), raw, strict=True):
        print(f"    {field.name}={weight:.2f},")
    print(")")
    print(f"BIAS = {bias - sum(w * m for w, m in zip(raw, means, strict=True)):.2f}")


if __name__ == "__main__":
    sys.exit(main())
