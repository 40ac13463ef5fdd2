"""LibreOffice as a converter: where it is, what it may not do, and what is said when it cannot."""

from __future__ import annotations

import http.server
import io
import os
import threading
import time
import zipfile
from pathlib import Path

import pytest

from checker import libreoffice
from checker.libreoffice import ConversionError, convert, find

here = pytest.mark.skipif(not find(), reason="LibreOffice is not on this machine")
posix = pytest.mark.skipif(os.name != "posix", reason="a shell script stands in for LibreOffice")
RICH = rb"{\rtf1\ansi \u272?\'e3 m\u7903? 12 l\u7899?p\par}"


def linking(section: str, picture: str) -> str:
    """A text with a section and a picture that stand in other files."""
    names = {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible"}
    spaces = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in names.items())
    return (
        f'<?xml version="1.0"?><office:document {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        f'<text:section text:name="a"><text:section-source xlink:href="{section}"/><text:p>x</text:p></text:section>'
        f'<text:p><draw:frame svg:width="1cm" svg:height="1cm"><draw:image xlink:href="{picture}"/></draw:frame></text:p>'
        "</office:text></office:body></office:document>"
    )


def words(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script in the stead of LibreOffice."""
    path = tmp_path / "soffice"
    monkeypatch.setattr(libreoffice, "find", lambda: str(path))
    return path


def written(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@here
def test_it_converts_and_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert "12 l" in words(convert(RICH, ".rtf", ".docx"))
    assert not list(tmp_path.glob("report-checker-*"))


@here
def test_several_run_at_once() -> None:
    made: list[bytes] = []
    runs = [threading.Thread(target=lambda: made.append(convert(RICH, ".rtf", ".docx"))) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert len(made) == 2


@here
def test_nothing_is_fetched_and_no_other_file_is_read(tmp_path: Path) -> None:
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_: object) -> None: ...

    secret = tmp_path / "secret.txt"
    secret.write_text("MAT KHAU 12345")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server_at = f"http://127.0.0.1:{server.server_port}"
    made = words(convert(linking(secret.as_uri(), f"{server_at}/a.png").encode(), ".fodt", ".docx"))
    fields = [rf'{{\field{{\*\fldinst INCLUDETEXT "{to}"}}{{\fldrslt x}}}}' for to in (secret, f"{server_at}/b.txt")]
    made += words(convert(("{\\rtf1 " + " ".join(fields) + "\\par}").encode(), ".rtf", ".docx"))
    server.shutdown()
    assert not asked
    assert "MAT KHAU" not in made


def test_where_there_is_none_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find", lambda: "")
    with pytest.raises(ConversionError) as caught:
        convert(b"x", ".doc", ".docx")
    assert caught.value.key == "no_libreoffice"
    assert ".doc" in str(caught.value)


@posix
@pytest.mark.parametrize("script", ["exit 1", "exit 0"])
def test_a_run_that_makes_nothing(program: Path, script: str) -> None:
    written(program, script)
    with pytest.raises(ConversionError) as caught:
        convert(b"x", ".doc", ".docx")
    assert caught.value.key == "conversion_failed"


def test_a_command_that_is_none(program: Path) -> None:
    assert not program.exists()
    with pytest.raises(ConversionError):
        convert(b"x", ".doc", ".docx")


@posix
def test_a_run_that_does_not_end_is_ended_with_all_that_it_started(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beside = tmp_path / "pid"
    written(program, f"sleep 60 & echo $! > {beside}; wait")
    monkeypatch.setattr(libreoffice, "SECONDS", 1)
    with pytest.raises(ConversionError) as caught:
        convert(b"x", ".doc", ".docx")
    assert caught.value.key == "conversion_slow"
    assert not alive(int(beside.read_text()))


def alive(pid: int) -> bool:
    """Does a process still run? One that has ended may wait for somebody to ask."""
    for _ in range(50):
        try:
            if " Z " in Path(f"/proc/{pid}/stat").read_text():
                return False
            os.kill(pid, 0)
        except (OSError, ProcessLookupError):
            return False
        time.sleep(0.02)
    return True


@posix
def test_what_it_makes_is_bounded(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(program, 'for a; do [ "$b" = --outdir ] && out=$a; b=$a; done; mkdir -p "$out"; head -c 2000 /dev/zero > "$out/document.docx"')
    assert len(convert(b"x", ".doc", ".docx")) == 2000
    monkeypatch.setattr(libreoffice, "MOST_BYTES", 1999)
    with pytest.raises(ConversionError) as caught:
        convert(b"x", ".doc", ".docx")
    assert caught.value.key == "part_large"


@posix
def test_it_has_a_profile_of_its_own_that_runs_no_macros(program: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    written(program, f'for a; do case "$a" in -env:*) cat "${{a#*file://}}/user/registrymodifications.xcu" > {seen};; esac; done; exit 1')
    with pytest.raises(ConversionError):
        convert(b"x", ".doc", ".docx")
    settings = seen.read_text()
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true' in settings
    assert '"Link" oor:op="fuse"><value>0' in settings


def test_it_is_found_on_the_path_and_in_the_usual_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "LibreOffice" / "program" / "soffice.com"
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(libreoffice, "_PLACES", ())
    monkeypatch.delenv("ProgramFiles", raising=False)
    assert find() == ""
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    place.parent.mkdir(parents=True)
    place.write_text("")
    assert find() == str(place)
    if os.name == "posix":
        written(tmp_path / "soffice", "exit 0")
        assert find() == str(tmp_path / "soffice")
