"""Text that a page keeps closed until a script opens it: panels behind a heading, pages for those without scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.html.hints import parts_of
from briefing_app.ingest.shape import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary")
_PANELS = words(
    "panel accordion accordeon collapse collapsible expandable expander faq answer tab tabpanel toggle details"
)
_OVERLAYS = words(
    "modal dialog popup overlay lightbox menu nav drawer offcanvas toast tooltip cookie consent banner dropdown"
)
_HIDING = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)\s{0,9};?", re.IGNORECASE)
_SENTENCE = 40
_MOST = 160
_SHELL = 300
"""Signs of prose below which a page may be a shell that scripts fill."""


def open_closed(tree: HtmlElement) -> None:
    """Make plain elements of what is closed only until the reader asks for it."""
    _open_buttons(tree)
    _open_details(tree)
    _open_panels(tree)
    _open_noscript(tree)


def _open_buttons(tree: HtmlElement) -> None:
    for button in list(tree.iter("button")):
        parent = button.getparent()
        if parent is None:
            continue
        if parent.tag in _HEADINGS or next(button.iter("h2", "h3", "h4", "h5", "h6"), None) is not None:
            button.tag = "span" if parent.tag in _HEADINGS else "div"


def _open_details(tree: HtmlElement) -> None:
    """Make a heading of what stands above a closed part that holds prose."""
    for summary in list(tree.iter("summary")):
        details = summary.getparent()
        if (
            details is not None
            and details.tag == "details"
            and len(details) > 1
            and len(summary.text_content()) < _MOST
        ):
            summary.tag, details.tag = "h4", "div"


def _open_panels(tree: HtmlElement) -> None:
    hidden = tree.xpath("//*[@hidden or @aria-hidden='true' or contains(@style, 'none')]")
    if not hidden:
        return
    controlled = {one for holder in tree.xpath("//*[@aria-controls]") for one in holder.get("aria-controls").split()}
    for element in hidden:
        if _is_panel(element, controlled) and _has_prose(element):
            for name in ("hidden", "aria-hidden"):
                element.attrib.pop(name, None)
            if style := element.get("style"):
                element.set("style", _HIDING.sub("", style[:2000]))


def _is_panel(element: HtmlElement, controlled: set[str]) -> bool:
    names = parts_of(f"{element.get('id') or ''} {element.get('class') or ''}")
    if element.get("role") in {"dialog", "alertdialog", "menu", "alert"} or any(one in _OVERLAYS for one in names):
        return False
    if next(element.iterancestors("nav", "footer", "aside", "header", "dialog"), None) is not None:
        return False
    if element.get("id") in controlled or element.get("role") == "tabpanel" or any(one in _PANELS for one in names):
        return True
    before = element.getprevious()
    return before is not None and (
        before.get("aria-expanded") is not None or before.find(".//*[@aria-expanded]") is not None
    )


def _has_prose(element: HtmlElement) -> bool:
    """Say whether it holds a sentence, and more words outside links than in them."""
    text = " ".join(str(part) for part in element.itertext()).strip()
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    return len(text) >= _SENTENCE and text[-1:] in '.!?…。！？:;)”"' and linked * 2 < len(text)


def _open_noscript(tree: HtmlElement) -> None:
    """Open what stands there for readers without scripts, where it is the page and the rest an empty shell."""
    best, most = None, 0
    for element in tree.iter("noscript"):
        size = sum(len(p.text_content()) for p in element.iter("p"))
        if size > most:
            best, most = element, size
    if best is None or most < _SHELL:
        return
    rest = sum(
        len(p.text_content()) for p in tree.iter("p") if next(p.iterancestors("noscript", "template"), None) is None
    )
    if rest * 2 < most:
        best.tag = "div"
