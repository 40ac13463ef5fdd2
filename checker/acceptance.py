"""Findings that somebody accepted with a reason: listed beside a report, or in the configuration of a repository.

`bao-cao.docx.checker.toml` beside `bao-cao.docx` lists its own as `[[accepted]]`: fingerprint, reason, by, on. The report shows them
as explained; one whose finding is there no more is stale.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec

from checker.config import Config, Entry, read_toml
from checker.report import Accepted, Check, DiscrepancyReport, Stale
from checker.rules import RuleError
from checker.rules.faults import fault

SUFFIX = ".checker.toml"


class AcceptanceError(RuleError):
    """The file beside a report is wrong. The other reports of a call can be checked."""


class Sidecar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file beside a report."""

    accepted: list[Entry] = []


def explained(report: DiscrepancyReport, config: Config, path: str) -> DiscrepancyReport:
    """The report on the file `path` with its accepted findings marked, and the stale acceptances. Raises AcceptanceError."""
    listed = {entry.fingerprint: (entry, file) for entry, file in (*_of_repository(path, config), *_beside(path))}
    if not listed:
        return report
    found = {check.fingerprint for check in report.findings}
    beside = _sidecar(path)
    gone = ((name, *where) for name, where in listed.items() if name not in found)
    return replace(
        report,
        checks=tuple(_marked(check, listed) for check in report.checks),
        stale=tuple(Stale(name, _accepted(entry), file) for name, entry, file in gone if entry.file or file == beside),
    )


def _marked(check: Check, listed: Mapping[str, tuple[Entry, str]]) -> Check:
    return replace(check, accepted=_accepted(listed[check.fingerprint][0])) if check.finding and check.fingerprint in listed else check


def accept(path: str, fingerprint: str, reason: str, by: str, on: datetime.date) -> Path:
    """Adds an acceptance to the file beside a report, and gives that file. Raises RuleError where it cannot be written."""
    import json

    file = Path(_sidecar(path))
    entry = {"fingerprint": fingerprint, "reason": reason, "by": by}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
    try:
        before = file.read_text("utf-8").rstrip("\n") + "\n\n" if file.exists() else ""
        file.write_text(before + "\n".join(["[[accepted]]", *lines, f"on = {on.isoformat()}"]) + "\n", "utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{file}: the acceptance cannot be written: {error}") from error
    return file


def _sidecar(path: str) -> str:
    return path + SUFFIX


def _beside(path: str) -> Iterator[tuple[Entry, str]]:
    """Those of the file beside a report; standard input and a text have none."""
    if path in ("", "-"):
        return
    file = Path(_sidecar(path))
    data = read_toml(file, "the accepted findings", AcceptanceError)
    if data is None:
        return
    try:
        yield from ((entry, str(file)) for entry in msgspec.convert(data, Sidecar).accepted)
    except msgspec.ValidationError as error:
        raise AcceptanceError(f"{file}: {fault(error, data, Sidecar).message}") from error


def _of_repository(path: str, config: Config) -> Iterator[tuple[Entry, str]]:
    """Those that the configuration lists for any file, or for this one."""
    if config.file is None:
        return
    for entry in config.settings.accepted:
        if not entry.file or (config.file.parent / entry.file).resolve() == Path(path).resolve():
            yield entry, str(config.file)


def _accepted(entry: Entry) -> Accepted:
    return Accepted(entry.reason, entry.by, entry.on.isoformat() if entry.on else "")
