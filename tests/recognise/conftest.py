"""From a sentence to what is written in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.figure import Written
from checker.locales import load
from checker.place import Place
from checker.recognise.scan import scan
from checker.text import Text


@pytest.fixture(scope="session")
def scanned() -> Callable[..., tuple[Written, ...]]:
    """Everything that a Vietnamese (or English) sentence writes, in order."""

    def scan_it(text: str, language: str = "vi") -> tuple[Written, ...]:
        locale = load(language)
        return scan(Text.at(text, Place(line=1, column=1)), locale, locale.style)

    return scan_it
