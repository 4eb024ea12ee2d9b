"""Annotations as one HTML page to read or print: passages by article, notes rendered from their Markdown."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from briefing_app.domain.annotation import annotation_type
from briefing_app.export.dates import short_date
from briefing_app.export.evidence import source_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.briefing_input import Source

_TAGS = frozenset("p br em strong ul ol li blockquote code pre h1 h2 h3 h4 a hr".split())
_SAFE_LINK = re.compile(r"^(https?://|mailto:)", re.IGNORECASE)
_COLOURS = {
    "blue": "#3b6fb6",
    "yellow": "#c79a12",
    "teal": "#1f8a8a",
    "red": "#b3423a",
    "orange": "#c06a1a",
    "green": "#3d8a42",
    "violet": "#5b54a4",
    "pink": "#b4508a",
    "grey": "#6b7280",
}
_STYLE = """
body { max-width: 44em; margin: 2em auto; padding: 0 1.2em; font: 16px/1.6 Georgia, serif; }
h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin: 2em 0 .2em; }
.about, .kind { color: #5b6270; font: 13px/1.5 sans-serif; margin: 0; }
article { margin: 1.1em 0; padding-left: .9em; border-left: 4px solid var(--edge); }
blockquote.passage { margin: .3em 0; } .note { font-size: .95em; } .note > * { margin: .35em 0; }
@media (prefers-color-scheme: dark) { body { background: #1c1e22; color: #d7d9de; } a { color: #8fb0ee; } }
"""


def annotations_html(annotations: Iterable[Annotation], sources: Mapping[str, Source]) -> str:
    """Return a page that loads nothing and runs nothing; passages stand in text order within their articles."""
    by_article: dict[str, list[Annotation]] = {}
    for one in annotations:
        by_article.setdefault(one.article, []).append(one)
    body = [part for article, group in by_article.items() for part in _article(source_for(article, sources), group)]
    head = '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Annotations</title>\n'
    whole = "\n".join(body or ["<p>No annotations.</p>"])
    return f"{head}<style>{_STYLE}</style>\n</head>\n<body>\n<h1>Annotations</h1>\n{whole}\n</body>\n</html>\n"


def _article(source: Source, group: list[Annotation]) -> Iterable[str]:
    about = " · ".join(part for part in (source.author, source.site, short_date(source.published)) if part)
    yield f"<h2>{_link(source)}</h2>"
    if about:
        yield f'<p class="about">{escape(about)}</p>'
    for one in sorted(group, key=lambda each: (each.anchor.start, each.seq)):
        edge = _COLOURS.get(annotation_type(one.type).colour, "#6b7280")
        para = f" · para. {one.anchor.paragraph}" if one.anchor.paragraph else ""
        tags = "".join(f" · {escape(tag)}" for tag in one.tags)
        yield f'<article style="--edge: {edge}">'
        yield f'<blockquote class="passage">{escape(one.anchor.exact)}</blockquote>'
        yield f'<p class="kind">{escape(one.type)}{para}{tags}</p>'
        if one.note.strip():
            yield f'<div class="note">{rendered(one.note)}</div>'
        yield "</article>"


def _link(source: Source) -> str:
    title = escape(source.title)
    return f'<a href="{escape(source.url)}">{title}</a>' if _SAFE_LINK.match(source.url) else title


def rendered(note: str) -> str:
    """Return a note's Markdown as HTML in which nothing is active and nothing is loaded."""
    import markdown
    import nh3

    html = markdown.markdown(escape(note, quote=False).replace("&gt;", ">"), output_format="html")
    return nh3.clean(
        html, tags=set(_TAGS), attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}, link_rel="noopener"
    )
