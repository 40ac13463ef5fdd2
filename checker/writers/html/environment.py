"""The template's engine, and the policy of a page: its own style and script, by their hashes, and nothing from anywhere else."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).parent / "page"


def environment() -> Environment:
    """Escapes whatever is not said to be markup; an undefined name is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    made = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    style, script = ((_FOLDER / name).read_text("utf-8") for name in ("page.css", "page.js"))
    made.globals.update(style=Markup(style), script=Markup(script), policy=policy(style, script))
    return made


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy of a page with this style and this script."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
