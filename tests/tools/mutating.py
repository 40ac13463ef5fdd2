"""Files as they come out of bad copies and bad programs: bytes lost, doubled, changed, put in; in an archive, also inside its parts."""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple

from hypothesis import strategies as st

_JUNK = (b"", b"\x00", b"\xff\xfe", b"<", b"</w:p>", b"&#0;", b"-1", b"99999999999999999999", b"A" * 300, b'="', b"]]>", b"%s%n", b"\n\n")


class Slip(NamedTuple):
    """`part` and `at` are thousandths: of the parts of an archive, of the bytes. So many bytes there give way to others."""

    part: int
    at: int
    gone: int
    junk: bytes
    twice: bool


slips = st.lists(
    st.builds(
        Slip,
        part=st.integers(0, 1_000),
        at=st.integers(0, 1_000),
        gone=st.sampled_from((0, 1, 2, 7, 64, 5_000)),
        junk=st.sampled_from(_JUNK) | st.binary(max_size=6),
        twice=st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


def mutated(data: bytes, found: list[Slip], inside: bool) -> bytes:
    """The file with these slips; `inside` the parts where it is an archive."""
    for slip in found:
        data = _inside(data, slip) if inside and zipfile.is_zipfile(io.BytesIO(data)) else _slipped(data, slip)
    return data


def _slipped(data: bytes, slip: Slip) -> bytes:
    start = len(data) * slip.at // 1_000
    end = min(len(data), start + slip.gone)
    return data[:start] + slip.junk + (data[start:end] * 2 if slip.twice else b"") + data[end:]


def _inside(data: bytes, slip: Slip) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        names = archive.namelist()
        chosen = names[min(len(names) - 1, len(names) * slip.part // 1_000)]
        for name in names:
            part = archive.read(name)
            copy.writestr(name, _slipped(part, slip) if name == chosen else part)
    return out.getvalue()
