"""XML read without entities, without network, and only so deep."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_NUMBERED = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,9})|([0-9]{1,9}));")
_DECLARATION = re.compile(r"\A\s{0,999}<\?xml[^>]{0,300}\?>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MOST_TAGS = 2_000_000


def parsed(text: str, name: str) -> Element:
    """Return the root of decoded XML; InputError for entities of its own and for what is no XML at all."""
    if "<!ENTITY" in text or "<!entity" in text:
        raise InputError(f"“{name}” defines entities of its own, which is a way to harm its reader; it was not read.")
    if text.count("<") > _MOST_TAGS:
        raise InputError(f"“{name}” is too intricate: more than {_MOST_TAGS:,} tags.", hint="Split it.")
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    prepared = _NUMBERED.sub(_if_allowed, _NAMED.sub(_as_number, _CONTROLS.sub("", _DECLARATION.sub("", text)))).strip()
    try:
        root: Element | None = etree.fromstring(prepared.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"“{name}” is damaged XML and cannot be read; fetch or export it anew.") from error
    if root is None:
        raise InputError(f"“{name}” is damaged XML and cannot be read; fetch or export it anew.")
    return root


def _as_number(match: re.Match[str]) -> str:
    """Turn an entity of HTML, which feeds use without leave, into numbers, which XML knows."""
    found = html5.get(f"{match.group(1)};")
    if match.group(1) in _OWN or found is None:
        return match.group()
    return "".join(f"&#{ord(sign)};" for sign in found)


def _if_allowed(match: re.Match[str]) -> str:
    """Drop a number that stands for no character: the parser would take it, and fail when it is read out."""
    number = int(match.group(1), 16) if match.group(1) else int(match.group(2))
    return "" if number > 0x10FFFF or _CONTROLS.match(chr(number)) else match.group()


def local(element: Element) -> str:
    """Return an element's name without its namespace, in lower case."""
    return str(element.tag).rpartition("}")[2].lower()


def space(element: Element) -> str:
    """Return an element's namespace, or nothing."""
    tag = str(element.tag)
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of these local names."""
    for child in element:
        if local(child) in names:
            yield child


def first(element: Element, *names: str) -> Element | None:
    """Return the first child of the first of these local names that there is, its own namespace before others."""
    for name in names:
        for child in _own_first(element, name):
            return child
    return None


def _own_first(element: Element, name: str) -> list[Element]:
    """Return the children of a local name, those of the element's own namespace first (title before media:title)."""
    return sorted(children(element, name), key=lambda child: space(child) != space(element))


def content(element: Element | None) -> str:
    """Return all text in an element."""
    return "".join(map(str, element.itertext())).strip() if element is not None else ""


def text_of(element: Element, *names: str) -> str:
    """Return the text of the first child of these names that has any."""
    for name in names:
        for child in _own_first(element, name):
            if found := content(child):
                return found
    return ""


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its local name, whatever its namespace and case."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2].lower() == name:
            return str(value)
    return ""
