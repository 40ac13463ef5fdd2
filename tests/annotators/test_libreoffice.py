"""LibreOffice opens what we annotate, and shows each comment on exactly the figure; what it saves is still known as ours."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from checker.annotators import annotate, is_untouched
from tests.annotators.word import BODY, ELSEWHERE, WHOLE, commented, notes, report

OFFICE, TEXT = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}", "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAWN, LOOKED_UP = "1/2", "157"
"""A formula is an object there, and a reference is looked up anew."""


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    original = report()
    path = tmp_path_factory.mktemp("word") / "a.docx"
    path.write_bytes(annotate("a.docx", original, notes(original)))
    return path


def converted(path: Path, kind: str) -> Path:
    folder = path.parent / kind
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{kind}"


def test_each_comment_is_shown_on_its_figure(annotated: Path) -> None:
    found = shown(converted(annotated, "odt"))
    assert len(found) == len(BODY) + len(ELSEWHERE) - 1
    for figure in BODY.keys() - ELSEWHERE.keys() - {DRAWN, LOOKED_UP}:
        said = unicodedata.normalize("NFC", found[f"lời bình về {figure}"]).replace("\u2011", "-")
        assert said == WHOLE.get(figure, figure)


def test_what_it_saves_has_our_comments_replaced(annotated: Path) -> None:
    saved = converted(annotated, "docx").read_bytes()
    assert not is_untouched("a.docx", saved)
    assert len(commented(saved)) == len(BODY) + len(ELSEWHERE) - 1
    assert commented(annotate("a.docx", saved, [])) == {}


def shown(path: Path) -> dict[str, str]:
    """The text of each comment in an OpenDocument text, and the characters that it encloses."""
    found: dict[str, str] = {}
    open_: dict[str, str] = {}
    for event, element in etree.iterwalk(etree.fromstring(zipfile.ZipFile(path).read("content.xml")), events=("start", "end")):
        inside = any(above.tag == f"{OFFICE}annotation" for above in element.iterancestors())
        said = (element.text if event == "start" else element.tail) or ""
        if event == "start" and element.tag == f"{OFFICE}annotation":
            text = "\n".join("".join(line.itertext()) for line in element.iter(f"{TEXT}p"))
            found[text] = ""
            open_[element.get(f"{OFFICE}name") or text] = text
        elif event == "end" and element.tag == f"{OFFICE}annotation-end":
            open_.pop(element.get(f"{OFFICE}name"))
        if not inside and (event == "end" or element.tag != f"{OFFICE}annotation"):
            found.update({text: found[text] + said for text in open_.values()})
    return found
