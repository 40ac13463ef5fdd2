"""Variables of a pack: ${year} in any text of a rule is the pack's `variables: {year: 2024}`, or what the configuration says it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from checker.rules.yaml import Path

_VARIABLE = re.compile(r"\$\{(?P<name>[^{}$]{1,60})\}")


class UnknownVariable(Exception):
    """A text speaks of a variable that the pack does not have. `path` leads to the text."""

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name)
        self.name = name
        self.path = path


def filled_in(value: Any, variables: Mapping[str, str | int], path: Path = ()) -> Any:
    """The value with every variable filled in. Raises UnknownVariable."""
    if isinstance(value, dict):
        return {key: filled_in(item, variables, (*path, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [filled_in(item, variables, (*path, index)) for index, item in enumerate(value)]
    if not isinstance(value, str) or "${" not in value:
        return value
    for match in _VARIABLE.finditer(value):
        if match["name"] not in variables:
            raise UnknownVariable(match["name"], path)
    return _VARIABLE.sub(lambda match: str(variables[match["name"]]), value)
