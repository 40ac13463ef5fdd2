"""Manual pages of rules, the list of rules, and the JSON Schema of the report: prose made from the rules themselves."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable

import msgspec

from checker import finders
from checker.config import Config
from checker.contract import ResultsOut
from checker.rules import Pack, Rule, rule_named

_WIDTH = 96


def page(packs: Iterable[Pack], code: str, lang: str) -> str:
    """The manual page of the rule with that code or id. Raises RuleError."""
    return _page(rule_named(packs, code), lang)


def listing(rules: Iterable[Rule], lang: str) -> str:
    """A line a rule: code, severity, id, title."""
    from tabulate import tabulate

    rows = [(rule.code, rule.severity.value, rule.id, _in(rule.source.title, lang)) for rule in rules]
    return tabulate(rows, headers=("code", "severity", "id", "title"), disable_numparse=True) + "\n"


def report_schema() -> str:
    """The JSON Schema of `--format json`."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(ResultsOut)}
    for part in schema["$defs"].values():
        if "description" in part:
            part["description"] = " ".join(part["description"].split())
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _in(words: dict[str, str], lang: str) -> str:
    return words.get(lang) or next(iter(words.values()), "")


def _page(rule: Rule, lang: str) -> str:
    source = rule.source
    lines = [f"{rule.code} {rule.id} · {rule.severity.value} · {rule.pack}", "", _in(source.title, lang), ""]
    lines += [*textwrap.wrap(" ".join(_in(source.why, lang).split()), _WIDTH), ""]
    lines += [f"must hold: {source.must}", f"rounding:  {source.rounding}", f"finder:    {rule.finder}", ""]
    for name, examples in (("holds", source.tests.holds), ("broken", source.tests.broken), ("silent", source.tests.silent)):
        for example in examples:
            lines += [f"{name}:", textwrap.indent((example.given or example.sheet).rstrip(), "    "), ""]
    manual = (finders.get(rule.finder).__doc__ or "").strip()
    return "\n".join([*lines, f"the finder '{rule.finder}':", textwrap.indent(manual, "    ")]) + "\n"


def configuration(config: Config, packs: Iterable[Pack]) -> str:
    """What is in force: each setting with the file that states it, and the packs with their files."""
    lines = [f"configuration: {config.file or 'none found'}", ""]
    for name, value in msgspec.to_builtins(config.settings).items():
        origin = str(config.file) if name in config.said else "default"
        lines.append(f"{name} = {json.dumps(value, ensure_ascii=False, default=str)}    # {origin}")
    lines.append("")
    for pack in packs:
        files = sorted({rule.file for rule in pack.rules})
        lines.append(f"pack {pack.name} · {len(pack.rules)} rules · {pack.sha256[:12]} · {', '.join(files)}")
    return "\n".join(lines) + "\n"
