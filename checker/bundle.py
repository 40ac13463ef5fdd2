"""`report.toml`: the files of one report that stand in one folder, read as one document.

    files = ["bao-cao.docx", "phu-luc-1.xlsx", "so-lieu.pdf"]    # the report itself first, then its annexes

    [headings]                                                     # what a file is called, where neither it nor its name says so
    "so-lieu.pdf" = "Phụ lục 2"

Paths are from the folder and stay in it. Files of the folder that are not listed are no part of the report.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import msgspec

from checker.config import read_toml
from checker.rules import RuleError
from checker.rules.faults import fault, near

NAME = "report.toml"


class BundleError(RuleError):
    """A `report.toml` is wrong. The other reports of a call can be checked."""


class Bundle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file says: paths from its folder."""

    files: list[str]
    headings: dict[str, str] = {}


def bundle_of(folder: Path) -> Bundle | None:
    """The report whose files stand in a folder; None where no `report.toml` says so. Raises BundleError."""
    file = folder / NAME
    data = read_toml(file, "the list of a report's files", BundleError)
    if data is None:
        return None
    try:
        bundle = msgspec.convert(data, Bundle)
    except msgspec.ValidationError as error:
        raise BundleError(f"{file}: {fault(error, data, Bundle).message}") from error
    _sensible(file, bundle)
    return bundle


def _sensible(file: Path, bundle: Bundle) -> None:
    if not bundle.files:
        raise BundleError(f"{file}: files: the list is empty; name the report first, then its annexes")
    for name in bundle.files:
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name.replace("\\", "/")).parts or Path(name).drive:
            raise BundleError(f"{file}: files: '{name}' is not in the folder")
    if len(set(bundle.files)) < len(bundle.files):
        raise BundleError(f"{file}: files: a file is named twice")
    for name in bundle.headings:
        if name not in bundle.files:
            raise BundleError(f"{file}: headings: '{name}' is none of the files{near(name, bundle.files)}")
