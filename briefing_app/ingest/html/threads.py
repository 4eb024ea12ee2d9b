"""Comments of readers below an article: found by names, descriptions and build, taken out before text is looked for.

A page that consists of a discussion keeps it: nothing goes where too little prose would be left.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from briefing_app.ingest.html.hints import parts_of
from briefing_app.ingest.html.vocabulary import AGO, COMMENTS_HEAD, REPLY
from briefing_app.ingest.shape import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_NAMES = words(
    "comments commentlist commentsection commentarea commentform comentarios comentários commentaires kommentare "
    "kommentarer commenti komentarze reacties disqus respond viafoura spotim livefyre intensedebate "
    "cusdis giscus utterances hyvor hypercomments cackle yorumlar"
)
_PAIRS = (
    "comment list|comment section|comment area|comment thread|comment container|comment wrapper|comment block|"
    "comment form|comment box|comment respond|disqus thread|dsq comments|fb comments|post comments|article comments|"
    "reader comments|user comments|conversation thread|comments list"
).split("|")
_HOLDERS = ("div", "section", "ol", "ul", "aside", "details", "table", "footer", "article", "form")
_NO_HOLDER = re.compile(
    r"\b(?:has|no|with|without|single|open|closed)-comments?\b|comments?-(?:open|closed|off|enabled)"
)
_LEAST_LEFT = 140
"""Letters of prose that must be left above comments for them to be comments on something."""
_CLAUSE = 30
_MOST_OF_IT = 0.5
_FEWEST = 3
_MOST_LOOKS, _MOST_HOLDERS, _MOST_FOUND = 24, 400, 4000
"""Headings and holders looked at closely in one page: none has so many of comments, a hostile one may."""
_SIGNS = 2
_RANKS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MOST_HEAD = 90
_STAMP = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d\d\b|(?:19|20)\d\d[-/.年]\d{1,2}")
_POST = re.compile(r"Question|Answer|DiscussionForum|QAPage|SocialMediaPosting|LiveBlog|BlogPosting", re.I)
_FORUM_NAMES = words("answer answers question postbody viewtopic topic showthread forum postmessage liveblog speech")
_COMMENT_WORD = re.compile(r"[ck]omm?ent|komentar|komment|коммент|комент|yorum|评论|評論|コメント|تعليق|reacti")
_MAY_HEAD = re.compile(
    r"[ck]omm?[eé]nt|kommt|react|repl|respon|коммент|комент|yorum|评论|評論|留言|コメント|댓글|تعليق|टिप्प|प्रतिक्र|σχόλ|"
    r"hozzá|discus|conversation|think",
    re.IGNORECASE,
)
_EASTERN = re.compile("[\u3040-\u9fff\uac00-\ud7a3]")
_SPACES = re.compile(r"\s+")


def drop_threads(tree: HtmlElement) -> None:
    """Take the comments out of a page's tree, where an article is left."""
    body = tree.find("body")
    root = tree if body is None else body
    found = [*_named(root), *islice(_headed(root), _MOST_FOUND)]
    if not found:
        found = list(islice(_repeated(root), _MOST_FOUND))
    if not found:
        return
    whole = prose_of(root)
    for element in found:
        if element is root or not _is_below(element, root):
            continue
        inside = prose_of(element)
        if whole - inside < _LEAST_LEFT or element.find(".//h1") is not None:
            continue
        if inside > whole * _MOST_OF_IT and not _prose_before(element, root):
            continue  # named like comments, and yet the text: nothing stands above it
        whole -= inside
        element.drop_tree()


def _is_below(element: HtmlElement, root: HtmlElement) -> bool:
    return any(holder is root for holder in element.iterancestors())


def prose_of(element: HtmlElement) -> int:
    """Return the signs of an element's longer runs of text outside links."""
    size = 0
    for one in element.iter():
        if not isinstance(one.tag, str) or one.tag in {"script", "style", "a", "noscript", "nav", "footer", "aside"}:
            text = ""
        else:
            text = one.text or ""
        tail = one.tail or ""
        for run in (text, tail if one is not element else ""):
            if len(run) > 10:
                size += _weight(run.strip())
    return size


def _weight(run: str) -> int:
    """Return the signs of a run of text if it is long enough for a clause; a Chinese sign says as much as three."""
    if run.isascii():
        return len(run) if len(run) > _CLAUSE else 0
    size = len(run) + 2 * len(_EASTERN.findall(run[:400]))
    return size if size > _CLAUSE else 0


# --- by name ------------------------------------------------------------------------------------


def _named(root: HtmlElement) -> Iterator[HtmlElement]:
    for element in root.iter(*_HOLDERS):
        kind = element.get("itemtype") or ""
        if kind.endswith(("/Comment", "/UserComments")) or element.get("itemprop") in {"comment", "comments"}:
            yield element
            continue
        names = f"{element.get('id') or ''} {element.get('class') or ''}".strip()
        if names and _is_name(names[:200]):
            yield element


def _is_name(names: str) -> bool:
    for name in names.split()[:8]:
        if _NO_HOLDER.search(name):
            continue
        parts = parts_of(name)
        if len(parts) > 4:
            continue
        if any(part in _NAMES for part in parts) and not {"count", "link", "number", "meta"} & set(parts):
            return True
        joined = f" {' '.join(parts)} "
        if any(f" {pair} " in joined for pair in _PAIRS):
            return True
    return False


# --- by a heading: "12 comments" ------------------------------------------------------------------


def _headed(root: HtmlElement) -> Iterator[HtmlElement]:
    """What follows a heading that counts or names comments, as far as its holder reaches."""
    looked = 0
    for element in root.iter("h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b", "dt", "legend", "td"):
        if len(element) > 3 or not _may_head(element):
            continue
        text = _short(element)
        if not text or not COMMENTS_HEAD.fullmatch(text):
            continue
        looked += 1
        if looked > _MOST_LOOKS:
            return
        if not _prose_before(element, root) or (not _COMMENT_WORD.search(text) and _is_forum(element.getparent())):
            continue
        head: HtmlElement = element
        for _ in range(3):
            below = list(_below(head))
            if below:
                if _speaks(below, counted=any(map(str.isdigit, text))):
                    yield from (head, *below)
                break
            parent = head.getparent()
            if parent is None or parent is root:
                break
            head = parent


def _below(head: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what follows a heading up to the next one of its rank."""
    for one in head.itersiblings():
        if not isinstance(one.tag, str):
            continue
        if one.tag in _RANKS and (head.tag not in _RANKS or one.tag <= head.tag):
            text = _short(one)
            if text and not COMMENTS_HEAD.fullmatch(text):
                return
        yield one


def _may_head(element: HtmlElement) -> bool:
    """Say by its first words whether an element may stand above comments: cheap, asked of most elements."""
    text = element.text or ""
    for child in element[:2]:
        text = f"{text} {child.text or ''} {child.tail or ''}"
    return len(text) <= 2 * _MOST_HEAD and _MAY_HEAD.search(text) is not None


def _short(element: HtmlElement) -> str:
    size = 0
    parts = []
    for text in element.itertext():
        parts.append(str(text))
        size += len(text)
        if size > _MOST_HEAD * 2:
            return ""
    text = _SPACES.sub(" ", "".join(parts)).strip().casefold()
    return text if len(text) <= _MOST_HEAD else ""


def _speaks(below: list[HtmlElement], *, counted: bool) -> bool:
    """Say whether what follows looks like comments: ways to answer, times, a form."""
    signs = int(counted)
    for element in below[:60]:
        if element.tag in {"form", "textarea"} or element.find(".//textarea") is not None:
            signs += 2
        text = " ".join(str(part) for part in element.itertext())[:20_000]
        signs += sum(1 for one in element.iter("a", "button", "span") if len(one) < 3 and _is_reply(one))
        signs += len(AGO.findall(text)) + sum(1 for _ in element.iter("time")) + (_STAMP.search(text[:160]) is not None)
        if signs >= _SIGNS:
            return True
    return False


def _is_reply(element: HtmlElement) -> bool:
    return REPLY.fullmatch(_short(element)) is not None


def _prose_before(element: HtmlElement, root: HtmlElement) -> bool:
    size = 0
    for one in element.iterancestors():
        for before in one.itersiblings(preceding=True):
            size += prose_of(before) if isinstance(before.tag, str) else 0
            if size >= _LEAST_LEFT:
                return True
        if one is root:
            break
    for before in element.itersiblings(preceding=True):
        size += prose_of(before) if isinstance(before.tag, str) else 0
    return size >= _LEAST_LEFT


# --- by build: siblings each with a name, a date and a text ---------------------------------------


def _repeated(root: HtmlElement) -> Iterator[HtmlElement]:
    looked = 0
    for holder in root.iter("ul", "ol", "div", "section", "table", "tbody", "dl"):
        if len(holder) < _FEWEST:
            continue
        kinds = Counter(_kind(child) for child in holder if isinstance(child.tag, str))
        kind, count = kinds.most_common(1)[0]
        if count < _FEWEST or kind[0] in {"p", "br", "a", "h2", "h3", "option", "img", "script"}:
            continue
        posts = [child for child in holder if isinstance(child.tag, str) and _kind(child) == kind]
        looked += 1
        if looked > _MOST_HOLDERS:
            return
        if not all(map(_is_comment, posts[:6])) or _is_forum(holder) or not _prose_before(posts[0], root):
            continue
        yield from posts


def _kind(element: HtmlElement) -> tuple[str, str]:
    names = re.sub(r"\d+", "", element.get("class") or "")
    return (str(element.tag), " ".join(sorted(names.split()[:1])))


def _is_comment(element: HtmlElement) -> bool:
    if element.find(".//h1") is not None or element.find(".//h2") is not None or element.find(".//h3") is not None:
        return False
    return _signs(element) >= 2


def _signs(element: HtmlElement) -> int:
    """Count what marks a comment: a way to answer it, a time, a portrait."""
    text = " ".join(str(part) for part in element.itertext())[:3000]
    answers = any(_is_reply(one) for one in element.iter("a", "button", "span") if len(one) < 3)
    stamped = (
        element.find(".//time") is not None or AGO.search(text) is not None or _STAMP.search(text[:160]) is not None
    )
    return answers * 2 + stamped


def _is_forum(element: HtmlElement) -> bool:
    """Say whether an element belongs to a thread of a forum or to questions and answers: those are the text."""
    for one in (element, *element.iterdescendants("div", "article", "section", "li", "td"), *element.iterancestors()):
        names = f"{one.get('id') or ''} {one.get('class') or ''}"[:200]
        if _POST.search(one.get("itemtype") or "") or any(part in _FORUM_NAMES for part in parts_of(names)):
            return True
    return False
