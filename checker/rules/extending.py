"""A rule that extends another: it has its keys, but for those that it states itself. Of `find` it may state some options only."""

from __future__ import annotations

from typing import Any

_OWN = ("id", "code", "extends")


def extended(raw: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    """The keys of the whole rule. Its id and code are always its own."""
    own = {key: value for key, value in raw.items() if key != "extends"}
    whole = {key: value for key, value in base.items() if key not in _OWN} | own
    if isinstance(own.get("find"), dict) and isinstance(base.get("find"), dict):
        whole["find"] = {name: _merged(options, base["find"].get(name)) for name, options in own["find"].items()}
    return whole


def _merged(options: Any, base: Any) -> Any:
    return base | options if isinstance(options, dict) and isinstance(base, dict) else options
