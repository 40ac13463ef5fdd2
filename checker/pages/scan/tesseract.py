"""Calls the program tesseract: pictures → marks. It may take so long and no longer, and one thread."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.locales.unreadable import Unreadable
from checker.pages.scan.hocr import Mark, pages

if TYPE_CHECKING:
    from checker.pages.scan.grey import Grey

PROGRAM = "tesseract"
DPI = 300
"""Dots an inch: it is best at these, and misreads digits below."""

LANGUAGE = "vie"
FIGURES = "eng"
"""What reads figures best; `LANGUAGE` where it is not installed."""

COLUMN, BLOCK, LINE = 4, 6, 7
"""How a picture is laid out: one column of text of any size, one block, one line."""

_LONGEST = 60.0
_ASKING = 10.0


class ScanError(Unreadable):
    """The picture cannot be recognised. The message says what is missing."""


class TooSlow(Exception):
    """Recognition took longer than it may."""


def require() -> None:
    """Raises ScanError where the program, or its Vietnamese, is not installed."""
    if shutil.which(PROGRAM) is None:
        raise ScanError("no_tesseract")
    if LANGUAGE not in languages():
        raise ScanError("no_vietnamese")


@cache
def languages() -> frozenset[str]:
    """The languages that are installed."""
    try:
        said = subprocess.run([PROGRAM, "--list-langs"], capture_output=True, timeout=_ASKING, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(said.decode("utf-8", "replace").split())


def marks(pictures: Sequence[Grey], layout: int, language: str = LANGUAGE, seconds: float = _LONGEST) -> list[list[Mark]]:
    """The marks of each picture. Raises TooSlow; ScanError where tesseract fails."""
    if not pictures:
        return []
    chosen = language if language in languages() else LANGUAGE
    with tempfile.TemporaryDirectory(prefix="checker-scan-") as folder:
        names = [_kept(picture, Path(folder, f"{number}.pgm")) for number, picture in enumerate(pictures)]
        listed = Path(folder, "pictures.txt")
        listed.write_text("\n".join(names) + "\n", encoding="utf-8")
        found = pages(_run([str(listed), "-", "-l", chosen, "--psm", str(layout), "--dpi", str(DPI), "hocr"], seconds))
    if len(found) != len(pictures):
        raise ScanError("tesseract_failed", why=f"{len(found)} / {len(pictures)}")
    return found


def turned(picture: Grey, seconds: float = _LONGEST) -> int:
    """By how many degrees, clockwise, the page must be turned to stand upright; 0 where that cannot be told."""
    if "osd" not in languages():
        return 0
    with tempfile.TemporaryDirectory(prefix="checker-scan-") as folder:
        name = _kept(picture, Path(folder, "page.pgm"))
        try:
            said = _run([name, "-", "-l", "osd", "--psm", "0", "--dpi", str(DPI)], seconds).decode("utf-8", "replace")
        except ScanError:
            return 0
    told = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line)
    return int(told["Rotate"]) if told.get("Rotate", "") in ("90", "180", "270") else 0


def _kept(picture: Grey, path: Path) -> str:
    height, width = picture.shape
    path.write_bytes(f"P5 {width} {height} 255\n".encode() + picture.tobytes())
    return str(path)


def _run(arguments: list[str], seconds: float) -> bytes:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(
            [PROGRAM, *arguments], capture_output=True, timeout=seconds, env=environment, stdin=subprocess.DEVNULL, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TooSlow from error
    except OSError as error:
        raise ScanError("tesseract_failed", why=str(error)) from error
    if done.returncode:
        raise ScanError("tesseract_failed", why=_last_line(done.stderr))
    return done.stdout


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:200] if lines else "?"
