"""Finding rule files: the packs that ship, and those that a user adds.

The packs that ship stand beside the package in a checkout and inside it in a wheel; `shipped()` finds them in both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from checker.rules.model import Pack, Rule
from checker.rules.source import RuleError
from checker.rules.validate import read_pack

__all__ = ["Pack", "Rule", "RuleError", "load_packs", "rule_named", "shipped"]

_PACKAGE = Path(__file__).resolve().parent.parent
_SUFFIXES = (".yaml", ".yml")


def shipped() -> Path:
    """The folder of the packs that ship. Raises RuleError where the installation is broken."""
    for folder in (_PACKAGE / "packs", _PACKAGE.parent / "rules"):
        if folder.is_dir():
            return folder
    raise RuleError(f"the rules that ship with the checker are missing under {_PACKAGE}; install it anew")


def load_packs(extra: tuple[str, ...] = (), variables: Mapping[str, str | int] = {}) -> tuple[Pack, ...]:
    """The packs that ship, then those in `extra` (files or folders). `variables` go before those of the packs that have them.

    Raises RuleError.
    """
    files = _once([*_files(shipped()), *(file for path in extra for file in _given(path))])
    packs: dict[str, list[tuple[str, tuple[Rule, ...]]]] = {}
    known: dict[str, Rule] = {}
    for file in files:
        try:
            text = file.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise RuleError(f"{file}: the rule file cannot be read: {error}") from error
        name, rules = read_pack(str(file), text, known, variables)
        known |= {key: rule for rule in rules for key in (rule.id, rule.code)}
        packs.setdefault(name, []).append((text, rules))
    loaded = tuple(_pack(name, parts) for name, parts in packs.items())
    _unique(loaded)
    return loaded


def rule_named(packs: Iterable[Pack], name: str) -> Rule:
    """The rule with that code or id. Raises RuleError."""
    for rule in (rule for pack in packs for rule in pack.rules):
        if name in (rule.code, rule.id):
            return rule
    raise RuleError(f"no rule has the code '{name}'; `checker rules` lists them")


def _pack(name: str, parts: list[tuple[str, tuple[Rule, ...]]]) -> Pack:
    digest = hashlib.sha256("\0".join(text for text, _ in parts).encode()).hexdigest()
    rules = tuple(rule for _, some in parts for rule in some)
    return Pack(name, rules, digest, tuple(dict.fromkeys(name for rule in rules for name in rule.variables)))


def _unique(packs: tuple[Pack, ...]) -> None:
    seen: dict[str, Rule] = {}
    for rule in (rule for pack in packs for rule in pack.rules):
        for key, value in (("id", rule.id), ("code", rule.code)):
            before = seen.setdefault(f"{key} {value}", rule)
            if before is not rule:
                raise RuleError(f"{rule.file}:{rule.line}: the {key} '{value}' is taken: it stands in {before.file}, line {before.line}")


def _once(files: list[Path]) -> list[Path]:
    """Each file once, however it is named."""
    return list({file.resolve(): file for file in reversed(files)}.values())[::-1]


def _given(path: str) -> list[Path]:
    given = Path(path)
    if not given.exists():
        raise RuleError(f"{path}: there is no such rule file or folder")
    return _files(given) if given.is_dir() else [given]


def _files(folder: Path) -> list[Path]:
    return sorted(
        file for file in folder.rglob("*") if file.suffix in _SUFFIXES and not file.name.endswith((".checks.yml", ".checks.yaml"))
    )
