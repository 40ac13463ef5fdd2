"""LibreOffice, where the machine has it: turns the bytes of one format into those of another.

Each run has a profile of its own in a temporary folder, so that several may run at once and none touches that of the person at
the machine. The profile lets nothing run and nothing be fetched: no macros, no links that are updated, and a proxy that is not there.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from checker.locales.unreadable import Unreadable

SECONDS = 60
MOST_BYTES = 128 * 1024 * 1024
_COMMANDS = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_WINDOWS = ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432")
_NOWHERE = "http://127.0.0.1:9"
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


class ConversionError(Unreadable):
    """LibreOffice is not there, or cannot do it. The message says what to do."""


def find() -> str:
    """The command that starts LibreOffice; "" where there is none."""
    on_path = next((found for command in _COMMANDS if (found := shutil.which(command))), "")
    windows = (Path(folder, "LibreOffice", "program", "soffice.com") for name in _WINDOWS if (folder := os.environ.get(name)))
    places = (*(Path(place).expanduser() for place in _PLACES), *windows)
    return on_path or next((str(place) for place in places if place.is_file()), "")


def convert(data: bytes, extension: str, to: str) -> bytes:
    """A file with that extension (".doc") as another one (".docx"). Raises ConversionError."""
    command = find()
    if not command:
        raise ConversionError("no_libreoffice", extension=extension)
    with tempfile.TemporaryDirectory(prefix="report-checker-", ignore_cleanup_errors=True) as folder:
        here = Path(folder)
        given, made = here / f"document{extension}", here / "out" / f"document{to}"
        given.write_bytes(data)
        _write_profile(here / "profile")
        _run([command, f"-env:UserInstallation={(here / 'profile').as_uri()}", *_options(to, made.parent), str(given)], here)
        if not made.is_file():
            raise ConversionError("conversion_failed")
        if made.stat().st_size > MOST_BYTES:
            raise ConversionError("part_large", name=made.name, size=MOST_BYTES // 1024**2)
        return made.read_bytes()


def _options(to: str, folder: Path) -> list[str]:
    quiet = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"]
    return [*quiet, "--convert-to", to.lstrip("."), "--outdir", str(folder)]


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (folder / "user").mkdir(parents=True)
    text = f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    (folder / "user" / "registrymodifications.xcu").write_text(text, "utf-8")


def _run(command: list[str], folder: Path) -> None:
    """Runs it to its end, or ends it and all that it started."""
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NOWHERE)
    environment = {**os.environ, **nowhere, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, stdin=quiet, stdout=quiet, stderr=quiet, env=environment, cwd=folder, start_new_session=sys.platform != "win32"
        )
    except OSError as error:
        raise ConversionError("conversion_failed") from error
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ConversionError("conversion_slow", seconds=SECONDS) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """LibreOffice starts a second process, which goes on when only the first one is ended."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
