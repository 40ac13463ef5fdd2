"""Words that say where in a table a claim was made, for the message and the fingerprint."""

from __future__ import annotations

from collections.abc import Mapping

from checker.recognise.grid import Grid, Row


def cell_names(grid: Grid, row: Row, column: int) -> Mapping[str, str]:
    """The row's label and the column's header."""
    headers = next((c.headers for c in grid.columns if c.index == column), ())
    return {"row": row.label.value, "column": headers[-1].value if headers else ""}


def caption(grid: Grid) -> str:
    """The caption of a table, or the heading it stands under."""
    return grid.caption or grid.section.title
