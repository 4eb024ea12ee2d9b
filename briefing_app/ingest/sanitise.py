"""HTML made harmless: a strict allow-list, then links to the web and mail addresses only.

What stays can load nothing, run nothing, style nothing and name nothing: no src, srcset, style,
class, id, data:, no forms, frames, SVG, MathML; the words of formulas and drawings
stay. The text of noscript stays, because the reader runs no script; that of script, style, template
and title does not, because no browser shows it.
"""

from __future__ import annotations

import re

from briefing_app.domain.links import is_web
from briefing_app.ingest.html.depth import flattened

_TAGS = frozenset(
    {
        *("a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption"),
        *("center", "cite", "code", "col", "colgroup", "dd", "del", "dfn", "div", "dl", "dt", "em"),
        *("figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup"),
        *("hr", "i", "ins", "kbd", "li", "main", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby"),
        *("s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody"),
        *("td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr"),
    }
)
_ATTRIBUTES = {
    "a": {"href"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "bdo": {"dir"},
    "*": {"dir", "lang"},
}
_GONE_WITH_TEXT = {
    "script",
    "style",
    "template",
    "title",
    "iframe",
    "object",
    "applet",
    "noembed",
    "noframes",
    "textarea",
    "select",
    "datalist",
    "annotation",
    "annotation-xml",
    "desc",
    "metadata",
}
_PLAIN_VALUE = re.compile(r"[A-Za-z0-9-]{1,20}\Z")
_NOSCRIPT = re.compile(r"<(/?)noscript(?=[\s/>])", re.IGNORECASE)
_FOREIGN = re.compile(
    r"<(/?)(?:math|mi|mo|mn|ms|mtext|mrow|mfrac|msup|msub|msubsup|msqrt|mroot|mover|munder|munderover|mtable|mtr|mtd|"
    r"mstyle|mpadded|semantics|svg|g|text|tspan|textpath|foreignobject)(?=[\s/>])",
    re.IGNORECASE,
)
"""Formulas and drawings, whose words are read as if they stood in plain elements."""
_EMPTY_IN_DRAWING = re.compile(r"<(?:(/?)(?:svg|math)(?=[\s/>])|(script|style|title)\b[^<>]*/>)", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def sanitise(html: str) -> str:
    """Return harmless HTML with the same visible text; safe on any input."""
    import nh3

    plain = _NOSCRIPT.sub(r"<\1div", _CONTROLS.sub("", html.replace("\f", " ")))
    prepared = flattened(_FOREIGN.sub(r"<\1span", _ended_in_drawings(plain)))
    cleaned = nh3.clean(
        prepared,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        clean_content_tags=set(_GONE_WITH_TEXT),
        url_schemes={"http", "https", "mailto"},
        url_relative="deny",
        strip_comments=True,
        link_rel=None,
        generic_attribute_prefixes=set(),
        attribute_filter=_keep_attribute,
    )
    return str(cleaned)


def _ended_in_drawings(html: str) -> str:
    """End elements like ``<script/>`` inside drawings and formulas, where the sign at the end closes them.

    Outside it does not, and once the drawing is turned into plain elements it would swallow the rest of the page.
    """
    depth, done, parts = 0, 0, []
    for found in _EMPTY_IN_DRAWING.finditer(html):
        if found[2]:
            if depth:
                parts += [html[done : found.end()], f"</{found[2]}>"]
                done = found.end()
        else:
            depth = max(0, depth + (-1 if found[1] else 1))
    return "".join((*parts, html[done:])) if parts else html


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return value if tag == "a" and is_web(value) else None
    return value if _PLAIN_VALUE.match(value) else None
