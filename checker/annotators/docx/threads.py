"""What newer Word keeps about comments beside them: which are answered or done, and their lasting ids.

Each is an entry that names the paragraph of a comment, or the lasting id that another entry gives it. Entries of comments that are
taken out go with them; an answer to one of those no longer says what it answers.
"""

from __future__ import annotations

from collections.abc import Collection

from checker.annotators.docx.parts import WordParts

_KINDS = ("commentsExtended", "commentsIds", "commentsExtensible")
_PARAGRAPH, _PARENT, _LASTING = "paraId", "paraIdParent", "durableId"


def forget(parts: WordParts, paragraphs: Collection[str]) -> None:
    """Takes out the entries of the comments with those paragraphs."""
    gone = {paragraph for paragraph in paragraphs if paragraph}
    for kind in _KINDS if gone else ():
        root = parts.named(kind)
        if root is None:
            continue
        for entry in list(root):
            said = {str(name).rpartition("}")[2]: (str(name), str(value)) for name, value in entry.attrib.items()}
            if _value(said, _PARAGRAPH) in gone or _value(said, _LASTING) in gone:
                gone |= {_value(said, _LASTING)} - {""}
                root.remove(entry)
            elif _value(said, _PARENT) in gone:
                del entry.attrib[said[_PARENT][0]]
        parts.put(parts.name(kind), root)


def _value(said: dict[str, tuple[str, str]], name: str) -> str:
    return said.get(name, ("", ""))[1]
