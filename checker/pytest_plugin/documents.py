"""Which files are documents.

Where the ini file has patterns (`checker_files`), those that match one, seen from the root folder. `*` stays within a folder, `**` stands
for any number of folders, and a pattern without a slash is the name of a file in any folder. Without patterns, every file that some reader
reads, except those that are about a repository and no reports: README, CHANGELOG, LICENSE, requirements.txt and their like.
Our own copies with comments are none. With `--checker` a file named on the command line is one in any case.
"""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from checker.annotators import is_copy
from checker.pytest_plugin.settings import Settings
from checker.readers import extensions

_HIDDEN = (".", "~$")
_ABOUT = (
    *("readme", "changelog", "changes", "history", "news", "license", "licence", "copying", "notice", "authors", "contributors"),
    *("contributing", "code_of_conduct", "security", "requirements", "constraints"),
)


def is_document(path: Path, root: Path, named: bool, settings: Settings) -> bool:
    """Is that file one? `named`: it stands on the command line."""
    if path.suffix.lower() not in extensions():
        return False
    if named and settings.everything:
        return True
    if path.name.startswith(_HIDDEN) or is_copy(path):
        return False
    if settings.files:
        return any(_matches(path, root, pattern) for pattern in settings.files)
    return path.name.lower().split(".")[0].split("-")[0] not in _ABOUT


def _matches(path: Path, root: Path, pattern: str) -> bool:
    if "/" not in pattern:
        return fnmatchcase(path.name, pattern)
    return path.is_relative_to(root) and _along(path.relative_to(root).parts, pattern.removeprefix("./").split("/"))


def _along(parts: Sequence[str], patterns: Sequence[str]) -> bool:
    if not patterns:
        return not parts
    if patterns[0] == "**":
        return any(_along(parts[skipped:], patterns[1:]) for skipped in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], patterns[0]) and _along(parts[1:], patterns[1:])
