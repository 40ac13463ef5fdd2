"""What the process that reads a PDF file says to the one that asked: pages, one message each, then that it is done, or what is wrong."""

from __future__ import annotations

from typing import IO

import msgspec

from checker.pages.shape import Page

_LENGTH = 4


class Message(msgspec.Struct, array_like=True):
    """A page; or the key of a problem and what fills its gaps; or, with neither, the end."""

    page: Page | None = None
    problem: str = ""
    values: dict[str, str | int] = {}


_DECODER = msgspec.msgpack.Decoder(Message)
_ENCODER = msgspec.msgpack.Encoder()


def send(message: Message, out: IO[bytes]) -> None:
    data = _ENCODER.encode(message)
    out.write(len(data).to_bytes(_LENGTH, "big") + data)
    out.flush()


def receive(given: IO[bytes]) -> Message | None:
    """The next message; None where there is none, for the other process has ended."""
    length = given.read(_LENGTH)
    data = given.read(int.from_bytes(length, "big")) if len(length) == _LENGTH else b""
    try:
        return _DECODER.decode(data) if data else None
    except msgspec.DecodeError:
        return None
