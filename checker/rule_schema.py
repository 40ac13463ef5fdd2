"""The JSON Schema of rule files, made from the types that read them: editors complete and check them with it.

In VS Code, with the YAML extension: `# yaml-language-server: $schema=rules.schema.json` as the first line of a rule file, after
`checker schema rules > rules.schema.json`.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from checker import finders
from checker.rules.model import PackSource, RuleSource

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ALWAYS = ("id", "code")


def rule_schema() -> str:
    """The schema as text."""
    names = finders.every()
    types = [PackSource, RuleSource, *(finders.get(name).Options for name in names)]
    (pack, rule, *options), parts = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    whole = {"$schema": _DIALECT, "title": "A rule file of the checker", **pack, "$defs": parts}
    packs, rules = parts[_name(pack)], parts[_name(rule)]
    packs["properties"]["rules"]["items"] = rule
    rules["properties"]["extends"] = {"type": "string", "description": "the id or code of a rule; keys that are not stated are its own"}
    rules["anyOf"] = [{"required": ["extends"]}, {"required": [name for name in rules["required"] if name not in _ALWAYS]}]
    rules["required"] = list(_ALWAYS)
    rules["properties"]["find"] = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "properties": {name: {**schema, "description": _about(name)} for name, schema in zip(names, options, strict=True)},
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _name(reference: dict[str, Any]) -> str:
    return str(reference["$ref"]).rpartition("/")[2]


def _about(finder: str) -> str:
    """The first sentence of a finder's manual page."""
    return " ".join((finders.get(finder).__doc__ or "").strip().split("\n\n")[0].split())
