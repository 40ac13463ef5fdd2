"""Documents checked as the options and the user's configuration say: which rules, in which language, what is accepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from checker.acceptance import explained
from checker.config import Config, config_for, overridden
from checker.document import Document
from checker.readers import read
from checker.report import DiscrepancyReport
from checker.rules import Pack, Rule, RuleError, load_packs
from checker.rules.faults import near
from checker.run import check_document
from checker.together import together


class Asked(NamedTuple):
    """What was asked for; "" and () leave it to the configuration, which counts only where `configured`."""

    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lang: str = ""
    locale: str = ""
    fail_on: str = ""
    configured: bool = True


class InForce(NamedTuple):
    """What holds for a document: the packs, the rules chosen of them, and the rest of what may be asked for."""

    packs: tuple[Pack, ...]
    rules: tuple[Rule, ...]
    asked: Asked
    config: Config


class Checking:
    """One run of the checker. Rule files and configurations are read once, however many documents there are."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self._folders: dict[Path, Config] = {}
        self._known: dict[Path | None, InForce] = {}

    def check(self, path: str, data: bytes, name: str = "") -> DiscrepancyReport:
        """The report on one document, which it calls by its path, or by `name`.

        Raises ReadError where it cannot be read, RuleError where a rule file or the configuration is wrong.
        """
        return self.check_together(path, [read(name or path, data)])

    def check_together(self, path: str, documents: Sequence[Document], headings: Mapping[str, str] = {}) -> DiscrepancyReport:
        """The report on one document that came in several files, the first of them at `path`; `headings` as `together` has them.

        Raises RuleError.
        """
        force = self.in_force(path)
        document = together(documents, headings)
        report = check_document(document, force.packs, force.rules, force.asked.lang, force.asked.locale)
        return explained(report, force.config, path) if self.asked.configured else report

    def in_force(self, path: str = "") -> InForce:
        """What holds for a document, or for a folder. Raises RuleError."""
        config = self._config(Path(path)) if self.asked.configured else Config()
        if config.file not in self._known:
            self._known[config.file] = _in_force(self.asked, config)
        return self._known[config.file]

    @property
    def packs(self) -> tuple[tuple[str, str], ...]:
        """Every pack that was read for some document, with its hash."""
        read_ = self._known.values() or (self.in_force(),)
        return tuple(dict.fromkeys((pack.name, pack.sha256) for force in read_ for pack in force.packs))

    def _config(self, path: Path) -> Config:
        folder = path if path.is_dir() else path.parent
        if folder not in self._folders:
            self._folders[folder] = config_for(path)
        return self._folders[folder]


def _in_force(asked: Asked, config: Config) -> InForce:
    settings = config.settings
    packs = overridden(load_packs((*config.rules, *asked.rules), settings.variables), settings)
    for name in settings.variables:
        known = [variable for pack in packs for variable in pack.variables]
        if name not in known:
            raise RuleError(f"{config.file}: variables: no pack has a variable '{name}'{near(name, known)}")
    asked = asked._replace(
        select=asked.select or tuple(settings.select),
        ignore=(*settings.ignore, *asked.ignore),
        lang=asked.lang or settings.lang,
        locale=asked.locale or settings.locale,
        fail_on=asked.fail_on or settings.fail_on,
    )
    return InForce(packs, chosen(packs, asked.select, asked.ignore), asked, config)


def chosen(packs: tuple[Pack, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules with the selected codes or ids. Raises RuleError for one that no rule has."""
    rules = [rule for pack in packs for rule in pack.rules]
    for wanted in (*select, *ignore):
        if not any(is_named(rule, wanted) for rule in rules):
            raise RuleError(f"no rule has the code '{wanted}'; `checker rules` lists them")
    kept = [rule for rule in rules if not select or any(is_named(rule, wanted) for wanted in select)]
    return tuple(rule for rule in kept if not any(is_named(rule, wanted) for wanted in ignore))


def is_named(rule: Rule, wanted: str) -> bool:
    """Is `wanted` the rule's code or id, or the beginning of one?"""
    return rule.code.startswith(wanted) or rule.id == wanted or rule.id.startswith(wanted.rstrip("/") + "/")
