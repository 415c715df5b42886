"""Customers from an uploaded CSV, and the CSV of results."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from customer.fields import BY_NAME
from customer.text_rows import from_text
from customer.validation import Problem, problems

MAX_ROWS = 1_000
# Enough to correct a file by.
MAX_PROBLEMS = 20
ID = "customer_id"


@dataclass(frozen=True)
class Table:
    """rows and customers belong together, line by line. With problems, there is nothing to predict."""

    rows: list[dict[str, str]]
    customers: list[dict[str, Any]]
    problems: list[Problem]


def read_table(content: bytes) -> Table:
    """Columns are the fields, in any order, and customer_id where there is one. Separator: comma or semicolon."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _broken("The file is not text in UTF-8; save it as CSV (UTF-8).")
    header = text.partition("\n")[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        names = [(name or "").strip() for name in reader.fieldnames or []]
        reader.fieldnames = names
        wrong = _wrong_names(names)
        if wrong:
            return Table([], [], wrong)
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        return _broken(f"The file is not CSV: {error}. Save it as CSV (UTF-8) again.")
    if not 1 <= len(rows) <= MAX_ROWS:
        return _broken(f"The file holds {len(rows)} customers; it must hold 1 to {MAX_ROWS}.")
    return _checked(rows)


def _checked(rows: Sequence[tuple[int, dict[Any, Any]]]) -> Table:
    found: list[Problem] = []
    customers = []
    for line, row in rows:
        # DictReader puts cells beyond the header under None, and None where cells are missing.
        if None in row or None in row.values():
            found.append(Problem(f"line {line}", "The line has more or fewer cells than the header."))
            continue
        customer = from_text(row)
        found += [Problem(f"line {line}", problem.message) for problem in problems(customer)]
        customers.append(customer)
    if found:
        return Table([], [], found[:MAX_PROBLEMS])
    return Table([row for _, row in rows], customers, [])


def results_csv(rows: Sequence[Mapping[str, str]], predictions: Sequence[Mapping[str, Any]]) -> str:
    """The uploaded columns, then probability and at_risk."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*rows[0], "probability", "at_risk"])
    for row, prediction in zip(rows, predictions, strict=True):
        at_risk = "true" if prediction["at_risk"] else "false"
        writer.writerow([*map(_harmless, row.values()), prediction["probability"], at_risk])
    return text.getvalue()


def _wrong_names(names: Sequence[str]) -> list[Problem]:
    found = [Problem(name, f"The column {name} is missing.") for name in BY_NAME if name not in names]
    unknown = [name for name in names if name not in BY_NAME and name != ID]
    found += [Problem(name, f"The column {name[:40]!r} is not known; remove it.") for name in unknown]
    repeated = sorted({name for name in names if names.count(name) > 1})
    return found + [Problem(name, f"The column {name[:40]!r} is there twice.") for name in repeated]


def _harmless(cell: str) -> str:
    """A spreadsheet runs a cell that begins like a formula; ids come from whoever made the file."""
    return "'" + cell if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _broken(message: str) -> Table:
    return Table([], [], [Problem("file", message)])
