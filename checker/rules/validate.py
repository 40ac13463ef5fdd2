"""Rule files → validated rules. Every error names the file, line and column, and the nearest right spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from checker import finders
from checker.formula.expression import Expression, Role, walk
from checker.formula.parse import FormulaError, parse
from checker.formula.soundness import Unsound, check_sound
from checker.locales import languages
from checker.locales.kinds import counted, kind_of, measured
from checker.rules.extending import extended
from checker.rules.faults import near
from checker.rules.model import PackSource, Rule, RuleSource
from checker.rules.source import RuleError, Source
from checker.rules.variables import UnknownVariable, filled_in
from checker.rules.yaml import Path
from checker.units import Dimension, Units

__all__ = ["RuleError", "read_pack"]

_NAMED = re.compile(r"\{[a-z_]{1,40}\}")
_ROLE = re.compile(r"[a-z_][a-z0-9_]{0,40}")
_MESSAGE_NAMES = (
    *("stated", "computed", "gap", "row", "column", "other", "count", "annex", "cited", "date", "period", "missing", "text", "this"),
    *("previous", "words", "year", "years", "own", "earlier", "error"),
)
_CODE = re.compile(r"[A-Z]{1,3}\d{3}\Z")
Variables = Mapping[str, str | int]
_NONE: Variables = {}
_NO_RULES: Mapping[str, Rule] = {}


def read_pack(file: str, text: str, known: Mapping[str, Rule] = _NO_RULES, variables: Variables = _NONE) -> tuple[str, tuple[Rule, ...]]:
    """The pack's name and rules. `known` are rules that it may extend, by id and by code; `variables` go before its own.

    Raises RuleError.
    """
    return _File(file, text, known, variables).pack()


class _File(Source):
    def __init__(self, file: str, text: str, known: Mapping[str, Rule], variables: Variables) -> None:
        super().__init__(file, text)
        self.known = dict(known)
        self.variables = variables

    def pack(self) -> tuple[str, tuple[Rule, ...]]:
        source = self.convert(self.loaded.value, PackSource, ())
        variables = {**source.variables, **{name: value for name, value in self.variables.items() if name in source.variables}}
        seen: dict[str, Rule] = {}
        rules: list[Rule] = []
        for index, raw in enumerate(source.rules):
            rule = self.rule(index, self.whole(raw, ("rules", index), variables), source)
            self.unique(rule, index, seen)
            self.known |= {rule.id: rule, rule.code: rule}
            rules.append(rule)
        return source.pack, tuple(rules)

    def whole(self, raw: Any, path: Path, variables: Variables) -> Any:
        """A rule's keys: with those of the rule that it extends, variables filled in."""
        try:
            raw = filled_in(raw, variables)
        except UnknownVariable as error:
            self.fail((*path, *error.path), f"there is no variable '{error.name}' in this pack{near(error.name, variables)}")
        if not isinstance(raw, dict) or "extends" not in raw:
            return raw
        base = self.known.get(str(raw["extends"]))
        if base is None:
            self.fail((*path, "extends"), f"there is no rule '{raw['extends']}' to extend{near(str(raw['extends']), self.known)}")
        return extended(raw, base.raw)

    def rule(self, index: int, raw: Any, pack: PackSource) -> Rule:
        path: Path = ("rules", index)
        source = self.convert(raw, RuleSource, path)
        if not _CODE.match(source.code):
            self.fail((*path, "code"), f"a code is one to three capital letters and three digits, as T101, not '{source.code}'")
        if len(source.find) != 1:
            self.fail((*path, "find"), f"'find' has exactly one key, the finder; here it has {len(source.find)}")
        name, options = next(iter(source.find.items()))
        finder = self.finder(name, (*path, "find", f"key:{name}"))
        typed = self.convert({} if options is None else options, finder.Options, (*path, "find", name))
        must = self.formula(source.must, path)
        self.words(source, path)
        self.messages(source.message, (*finder.roles(typed), *_MESSAGE_NAMES, *getattr(finder, "NAMES", ())), (*path, "message"))
        self.roles(finder, name, typed, must, source, path)
        return Rule(source, name, typed, must, pack.pack, self.file, self.position(path).line, pack.applies_to, raw, tuple(pack.variables))

    def formula(self, text: str, path: Path) -> Expression:
        try:
            return parse(text)
        except FormulaError as error:
            self.fail((*path, "must"), f"in the formula '{text}', column {error.column}: {error}")

    def roles(self, finder: finders.Finder, name: str, options: Any, must: Expression, source: RuleSource, path: Path) -> None:
        """Those of the formula are the finder's, and their units fit together."""
        known = finder.roles(options)
        for role in known:
            if not _ROLE.fullmatch(role):
                self.fail((*path, "find", name), f"a role is a word of small letters a to z, digits and _, not '{role}'")
        wrong = finders.problem(finder, options)
        if wrong:
            self.fail((*path, "find", f"key:{name}"), wrong)
        for role in [*(node.name for node in walk(must) if isinstance(node, Role)), *source.rounded]:
            if role not in known:
                self.fail((*path, "must"), f"the finder '{name}' has no role '{role}'{near(role, known)}")
        try:
            check_sound(must, self.dimensions(finders.units(finder, options), (*path, "find", name)), finders.zero(finder, options))
        except Unsound as error:
            self.fail((*path, "must"), f"in the formula '{source.must}': {error}")

    def dimensions(self, units: Mapping[str, str], path: Path) -> dict[str, Dimension]:
        return {role: self.dimension(unit, (*path, role, "unit")) for role, unit in units.items()}

    def dimension(self, unit: str, path: Path) -> Dimension:
        """Of a unit; what is counted is a plain number."""
        kind = kind_of(unit)
        if not kind:
            known = sorted((*counted(), *measured()), key=str.lower)
            self.fail(
                path, f"there is no unit or kind '{unit}'{near(unit, known)}; known are {', '.join(known)}, and their words in reports"
            )
        return () if kind in counted() else Units().base(kind).dimension

    def finder(self, name: str, path: Path) -> finders.Finder:
        try:
            return finders.get(name)
        except KeyError:
            self.fail(path, f"there is no finder '{name}'{near(name, finders.every())}")

    def words(self, source: RuleSource, path: Path) -> None:
        """Texts for people are in languages that there are."""
        for key, texts in (("title", source.title), ("why", source.why), ("message", source.message)):
            for language in texts:
                if language not in languages():
                    self.fail(
                        (*path, key, f"key:{language}"), f"there is no language '{language}' here; known are {', '.join(languages())}"
                    )

    def messages(self, messages: dict[str, str], names: tuple[str, ...], path: Path) -> None:
        """Known names in braces, and no other braces."""
        for language, text in messages.items():
            for name in (match[0][1:-1] for match in _NAMED.finditer(text)):
                if name not in names:
                    self.fail(
                        (*path, language),
                        f"a message cannot say '{{{name}}}'{near(name, names)}; known are the roles and {', '.join(_MESSAGE_NAMES[:5])}",
                    )
            if re.search(r"[{}]", _NAMED.sub("", text)):
                self.fail((*path, language), "in a message braces hold one name, as {stated} or {computed}")

    def unique(self, rule: Rule, index: int, seen: dict[str, Rule]) -> None:
        for key, value in (("id", rule.id), ("code", rule.code)):
            if f"{key} {value}" in seen:
                self.fail(("rules", index, key), f"the {key} '{value}' is taken: it stands in line {seen[f'{key} {value}'].line}")
            seen[f"{key} {value}"] = rule
