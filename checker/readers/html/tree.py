"""Characters → the tree of a page, bounded in depth and size, and the names of what is in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.readers import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_BYTES = 32 * 1024 * 1024
MOST_TAGS = 300_000
_MEGABYTE = 1024 * 1024


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = _names(
    "html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre address article aside center details fieldset figcaption figure "
    "footer form header hr legend main menu nav section summary table caption thead tbody tfoot tr td th"
)
_LEFT_OUT = _names(
    "head title script style template noscript iframe frame frameset noframes object applet embed svg canvas audio video map select datalist "
    "textarea button input del annotation annotation-xml"
)
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)", re.IGNORECASE)
_FIELD, _PAGE_FIELDS = "sdfield", ("page", "docstat")
_TOP = ("header", "footer")


def parse(text: str) -> _Element:
    """The root of a page. Raises ReadError where it is too large, too deep, or holds nothing."""
    from lxml import etree

    data = text.encode("utf-8", "replace")
    if len(data) > MOST_BYTES:
        raise ReadError("file_large", size=MOST_BYTES // _MEGABYTE)
    if data.count(b"<") > MOST_TAGS:
        raise ReadError("many_tags", most=MOST_TAGS)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.ParserError as error:
        raise ReadError("empty") from error
    except etree.XMLSyntaxError as error:
        raise ReadError("not_html") from error
    limit = next((entry.message for entry in parser.error_log if entry.type_name == "ERR_RESOURCE_LIMIT"), "")
    if limit:
        raise ReadError("too_deep" if "depth" in limit else "file_large", size=MOST_BYTES // _MEGABYTE)
    if root is None:
        raise ReadError("empty")
    return root


def name(element: _Element) -> str:
    """The element's name; "" of a comment."""
    return element.tag if isinstance(element.tag, str) else ""


def is_shown(element: _Element) -> bool:
    """Is it text that a reader of the page sees?"""
    tag = name(element)
    if not tag or tag in _LEFT_OUT or element.get("hidden") is not None:
        return False
    if tag == _FIELD:
        return (element.get("type") or "").lower() not in _PAGE_FIELDS
    return not _HIDDEN.search(element.get("style") or "")


def page_part(element: _Element) -> str:
    """ "header" or "footer" where it is one of the printed page, as LibreOffice writes it."""
    title = element.get("title") or ""
    parent = element.getparent()
    return title if title in _TOP and name(element) == "div" and parent is not None and name(parent) == "body" else ""
