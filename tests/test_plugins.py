"""Modules are found by their file's name, ours without asking what other packages bring."""

import pytest

from checker.plugins import Plugins

FINDERS = Plugins("checker.finders")


def test_our_modules_are_found_by_their_names() -> None:
    assert {"totals", "breakdown", "restated"} <= set(FINDERS.own())
    assert FINDERS.get("totals").__name__ == "checker.finders.totals"


def test_what_nobody_brings_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        FINDERS.get("no_such_finder")


def test_other_packages_are_asked_only_for_names_that_are_not_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        name = "theirs"

        def load(self) -> str:
            return "their module"

    monkeypatch.setattr("checker.plugins._others", lambda group: [Point()] if group == "checker.finders" else pytest.fail(group))
    assert FINDERS.get("theirs") == "their module"
    assert "theirs" in FINDERS.every()
    assert list(FINDERS.modules())[-1] == "their module"
    monkeypatch.setattr("checker.plugins._others", lambda group: pytest.fail(f"{group} was asked"))
    assert FINDERS.get("totals")
