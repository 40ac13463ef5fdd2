"""What the options and the ini file say."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.report import Severity


@dataclass(frozen=True)
class Settings:
    """`rules` are paths; `select` and `ignore` codes, ids or their beginnings; `files` the patterns of the ini file. `everything`:
    asked for on the command line. `fail_on` is "" where the configuration says it. `root` is pytest's root folder."""

    rules: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str
    undecided_fails: bool
    files: tuple[str, ...]
    everything: bool
    root: Path


def settings_of(config: pytest.Config) -> Settings:
    """Raises pytest.UsageError."""
    here = config.invocation_params.dir
    return Settings(
        rules=(*map(os.fspath, config.getini("checker_rules")), *(os.fspath(here / path) for path in config.getoption("--checker-rules"))),
        select=_codes(config.getoption("--checker-select")),
        ignore=_codes(config.getoption("--checker-ignore")),
        fail_on=_severity(config.getoption("--checker-fail-on") or config.getini("checker_fail_on")),
        undecided_fails=config.getoption("--checker-unchecked") == "fail",
        files=tuple(config.getini("checker_files")),
        everything=config.getoption("--checker"),
        root=config.rootpath,
    )


def _codes(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


def _severity(name: str) -> str:
    try:
        return Severity(name).value if name else ""
    except ValueError:
        known = ", ".join(severity.value for severity in reversed(Severity))
        raise pytest.UsageError(f"checker_fail_on: there is no severity '{name}'; known are {known}") from None
