"""Notices that lie over a page: cookies, consent, dialogs. They go before text is looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.html.hints import parts_of
from briefing_app.ingest.shape import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES = words(
    "cookie cookies consent gdpr dsgvo rgpd ccpa cmp onetrust didomi usercentrics quantcast truste borlabs cookiebot "
    "iubenda cookiebanner cookienotice cookieconsent cookiebar"
)
_LEAST_LEFT = 60
"""Signs of prose that must be left for a notice to lie over something."""
_CLAUSE = 25
_STOPS = frozenset(".!?…。！？؟।:;")
_SILENT = frozenset({"script", "style", "a", "noscript", "nav", "footer", "h1", "h2", "h3", "h4", "button", "title"})
_RIGHTS = re.compile(r"\W{0,3}(?:copyright\b|©|\(c\))", re.IGNORECASE)
_ROLES = frozenset({"dialog", "alertdialog"})


def drop_banners(tree: HtmlElement) -> None:
    """Take out the notices of a page that has something to read beside them."""
    found = [
        element
        for element in tree.iter("div", "section", "aside", "dialog", "form", "footer", "header")
        if element.get("role") in _ROLES or _is_named(element)
    ]
    if not found:
        return
    body = tree.find("body")
    root = tree if body is None else body
    whole = _prose(root)
    for element in found:
        if element is root or not any(holder is root for holder in element.iterancestors()):
            continue
        if element.find(".//h1") is not None or element.find(".//article") is not None:
            continue
        inside = _prose(element)
        if whole - inside >= _LEAST_LEFT or not inside:
            whole -= inside
            element.drop_tree()


def _is_named(element: HtmlElement) -> bool:
    names = f"{element.get('id') or ''} {element.get('class') or ''}".strip()
    return bool(names) and any(part in _NAMES for part in parts_of(names[:200]))


def _prose(element: HtmlElement) -> int:
    """Return the signs of an element's sentences; headings, links and notices of rights are none."""
    size = 0
    for one in element.iter():
        text = one.text if isinstance(one.tag, str) and one.tag not in _SILENT else ""
        for run in (text, one.tail if one is not element else ""):
            if run and len(run) > _CLAUSE:
                line = run.strip()
                if line[-1:] in _STOPS and not _RIGHTS.match(line):
                    size += len(line)
    return size
