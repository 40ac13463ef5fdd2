"""A zip archive with some of its parts replaced: every other part is copied as it lies there, not even unpacked.

The order of the parts stays; new ones follow. A part that is not replaced is never inflated, so a bomb passes through unlit.
"""

from __future__ import annotations

import copy
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

_LOCAL_HEADER, _NAME_AND_EXTRA = 30, 26
_DESCRIPTOR_FOLLOWS = 0x08


def repacked(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive with these parts in the stead of its own, or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        known = {info.filename: info for info in source.infolist()}
        for name, info in known.items():
            if name in parts:
                target.writestr(_fresh(name, info), parts[name])
            else:
                _copy(data, info, target)
        for name in parts:
            if name not in known:
                target.writestr(_fresh(name), parts[name])
        target.comment = source.comment
    return out.getvalue()


def checksums(data: bytes, parts: Mapping[str, bytes]) -> dict[str, int]:
    """The checksum of each part that `repacked` gives."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        kept = {info.filename: info.CRC for info in source.infolist()}
    return kept | {name: zlib.crc32(part) for name, part in parts.items()}


def _fresh(name: str, like: zipfile.ZipInfo | None = None) -> zipfile.ZipInfo:
    """What is said of a part that is written anew; a fixed time, so that the same notes make the same bytes."""
    info = zipfile.ZipInfo(name, like.date_time if like else (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = like.external_attr if like else 0
    return info


def _copy(data: bytes, info: zipfile.ZipInfo, target: zipfile.ZipFile) -> None:
    """The sizes stand in the header, so what else would follow the part to say them is left out."""
    lengths = struct.unpack_from("<HH", data, info.header_offset + _NAME_AND_EXTRA)
    begin = info.header_offset + _LOCAL_HEADER + sum(lengths)
    info = copy.copy(info)
    assert target.fp is not None
    info.flag_bits &= ~_DESCRIPTOR_FOLLOWS
    info.header_offset = target.fp.tell()
    target.fp.write(info.FileHeader())
    target.fp.write(memoryview(data)[begin : begin + info.compress_size])
    target.start_dir = target.fp.tell()
    target.filelist.append(info)
    target.NameToInfo[info.filename] = info
