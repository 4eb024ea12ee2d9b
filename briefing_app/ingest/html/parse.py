"""Safe parsing of a page: bounded, with nothing hidden, active or remote left in the tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.errors import InputError
from briefing_app.ingest.html.depth import flattened
from briefing_app.ingest.limits import MAX_TAGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STYLE_HIDDEN = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.I)
_DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "embed",
    "applet",
    "svg",
    "math",
    "canvas",
    "form",
    "dialog",
    "audio",
    "video",
    "map",
    "select",
    "textarea",
    "button",
    "input",
    "datalist",
)
_UNCLOSED = frozenset({"embed", "object", "applet", "svg", "canvas", "audio", "video", "map", "button"})
"""Where one of these holds paragraphs, somebody forgot to end it, and the page's own text lies in it."""
_HOLDERS = ("form", "button", "object", "applet", "canvas", "dialog", "map", "textarea", "audio", "video", "embed")
_UNTOLD = frozenset({"script", "style", "a", "select", "option", "noscript", "template", "title"})
_BULK, _RUN = 200, 25
_LEAST_SEEN = 100
"""Signs of prose that a page must show for what it hides to be no text."""
_MARKS = (
    "//*[contains(@class, 'mw-editsection') or contains(@class, 'headerlink') or contains(@class, 'anchorjs-link')"
    " or (self::sup and contains(@class, 'reference'))]"
)
"""Marks for editing and for references; they are no part of the text."""
_FORM_PARAGRAPHS = 3
_FORM_TEXT = 400
_WHOLE = frozenset({"html", "body", "main", "article"})
_XML = re.compile(r"^\s{0,99}<\?xml[^>]{0,300}\?>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ENDS = re.compile(r"</(?:body|html)\s{0,9}>", re.I)
"""Ends of the page: libxml2 reads nothing behind them, browsers do, and old pages have text there."""
_SHADOW = re.compile(r"<template[^>]{0,300}\bshadowroot(?:mode)?\b[^>]{0,300}>", re.I)


def parse(text: str, source: str) -> HtmlElement:
    """Return the page's tree; InputError where there are too many tags or none can be found.

    The tree is at most some 250 elements deep, so that no recursion runs deep.
    """
    if text.count("<") > MAX_TAGS:
        raise InputError(
            f"“{source}” is too intricate: more than {MAX_TAGS:,} tags.",
            hint="Save the article alone, as text, and import that.",
        )
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    prepared = flattened(_SHADOW.sub("<div>", _ENDS.sub("", _CONTROLS.sub("", _XML.sub("", text)))))
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        return _gathered(document_fromstring(prepared.encode("utf-8"), parser=parser))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise InputError(f"“{source}” holds no page that can be read.") from error


def _gathered(tree: HtmlElement) -> HtmlElement:
    """Put what stands behind the end of the body into it, as browsers do."""
    body = tree.find("body") if tree.tag == "html" else None
    if body is None:
        return tree
    for late in list(body.itersiblings()):
        if late.tag == "body":
            for child in list(late):
                body.append(child)
        elif isinstance(late.tag, str) and late.tag != "head":
            body.append(late)
    return tree


def drop_hidden(tree: HtmlElement) -> None:
    """Take out of the tree what a reader never sees, and what is no text."""
    _open_forms(tree)
    _open_bulk(tree)
    _open_formulas(tree)
    for element in list(tree.iter(*_DROPPED)):
        if element.tag in _UNCLOSED and len(element.findall(".//p")) >= _FORM_PARAGRAPHS:
            element.tag = "div"
        else:
            _drop(element)
    for table in tree.xpath("//table[p]"):
        # Paragraphs outside its cells: the table was never ended, and browsers show them before it.
        table.tag = "div"
    for element in tree.xpath(_MARKS):
        _drop(element)
    size = told = 0
    for element in tree.xpath("//*[@hidden or @aria-hidden='true' or contains(@style, ':')]"):
        if element.tag in _WHOLE or not _is_hidden(element):
            continue
        size = size or len(tree.text_content())
        if len(element.text_content()) * 2 > size:
            continue
        told = told or _told(tree)
        if told - _told(element) >= _LEAST_SEEN or told < 2 * _LEAST_SEEN:
            _drop(element)


def _open_bulk(tree: HtmlElement) -> None:
    """Make a plain element of what is no text by its tag and yet holds most of the page's."""
    found = [element for element in tree.iter(*_HOLDERS) if len(element)]
    whole = _told(tree) if found else 0
    for element in found:
        inside = _told(element)
        if inside > _BULK and inside * 2 > whole:
            element.tag = "div"


def _told(element: HtmlElement) -> int:
    """Return the signs of longer runs of text outside links, scripts and lists of choice."""
    size = 0
    for one in element.iter():
        if one.tag not in _UNTOLD and one.text and len(one.text) > _RUN:
            size += len(one.text.strip())
        if one is not element and one.tail and len(one.tail) > _RUN:
            size += len(one.tail.strip())
    return size


def _open_formulas(tree: HtmlElement) -> None:
    """Leave of formulas what is read of them, in line."""
    for formula in list(tree.iter("math")):
        for note in list(formula.iter("annotation", "annotation-xml")):
            _drop(note)
        formula.tag = "span"


def _open_forms(tree: HtmlElement) -> None:
    """Make forms that hold the page's text plain elements: some systems put all of a page into one."""
    forms = [
        form
        for form in tree.iter("form")
        if len(form.findall(".//p")) >= _FORM_PARAGRAPHS or form.find(".//article") is not None
    ]
    if not forms:
        forms = [form for form in tree.iter("form") if form.getparent() is not None and form.getparent().tag == "body"]
    for form in forms:
        if len(form.text_content()) > _FORM_TEXT:
            form.tag = "div"


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("aria-hidden") == "true" or "hidden" in element.attrib:
        return bool(element.get("hidden") != "until-found")
    return _STYLE_HIDDEN.search(element.get("style", "")[:2000]) is not None


def _drop(element: HtmlElement) -> None:
    """Remove an element, keeping the text behind it."""
    parent = element.getparent()
    if parent is not None:
        element.drop_tree()
