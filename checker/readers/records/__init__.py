"""Records in JSON and YAML: what a program wrote out of a register or a form.

A list of objects is a table whose header rows are the keys (an object inside a record gives a second header row); a list inside
a record is a table of its own; other values are paragraphs "key: value". A folder's .json and .yaml files are mostly settings:
they are read where they are named.

nodes   the values of a file, each with its place
json    JSON → nodes
yaml    YAML → nodes: no tags, no aliases, nothing but text, numbers, lists and objects
blocks  nodes → paragraphs and tables
"""

from __future__ import annotations

from checker.document import Document
from checker.readers import ReadError, decode, sha256
from checker.readers.records.blocks import blocks
from checker.readers.records.json import read_json
from checker.readers.records.yaml import read_yaml

EXTENSIONS = (".json", ".yaml", ".yml")
ONLY_NAMED = True


def read(path: str, data: bytes) -> Document:
    """The document in `data`. Raises ReadError with the line of what is wrong."""
    text, encoding = decode(data)
    if not text.strip():
        raise ReadError("empty")
    is_json = path.lower().endswith(".json")
    root = (read_json if is_json else read_yaml)(text, path)
    return Document(path, "json" if is_json else "yaml", sha256(data), tuple(blocks(root)), details=(("encoding", encoding),))
