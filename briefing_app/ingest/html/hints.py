"""What tags, roles and names of elements say of their content: furniture, standfirst, or nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing_app.ingest.shape import words

if TYPE_CHECKING:
    from lxml.etree import _Element

_FURNITURE_TAGS = frozenset({"nav", "aside", "footer", "form", "button", "menu", "dialog", "amp-sidebar", "fieldset"})
_FURNITURE_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "banner", "menu", "dialog"})
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")

# Names of the subject, of what a page has or has not: they say nothing of what the element is.
_NO_HINT = re.compile(
    r"(?:category|tag|has|no|with|without|hide|show|js|is|type|status|format|post|page)-|.{1,60}-(?:open|enabled|closed|active|wrapper)$"
)
_AD = re.compile(
    r"(?:(?:google|dfp|gpt|native|inline|display|banner|text)[-_]?)?(?:ads?|advert(?:isement|orial)?|sponsor(?:ed)?|promo)"
    r"(?:[-_](?:slot|unit|container|wrapper|wrap|block|box|banner|content|post|placement|inner|space|zone|area|\d{1,4}))"
    r"{0,3}|dfp[-_](?:slot|unit|ad)|(?:paid|partner|branded)[-_]content",
    re.IGNORECASE,
)
"""Whole names of places for advertising, wrappers among them: what is inside is no article's text."""
# Names that no author gives to an article's text; each is one part of a class or an id.
_STRONG = words(
    "share sharing sharebar sharedaddy addthis social socials related relatedposts relatedstories recommended "
    "recommendation recommendations recirc outbrain taboola newsletter newsletters signup subscribe subscription "
    "comments commentlist respond disqus cookie cookies consent gdpr breadcrumb breadcrumbs crumbs pagination pager "
    "navbar navigation nav navcontainer menu sidebar sponsored advert advertisement ads adslot promo promos "
    "catlinks editsection headerlink toc tagcloud taglist trending mostread popular modal popup paywall "
    "cta feedback skiplink masthead authorbox authorbio postprofile readmore seealso toolbar printfooter infobox navbox"
)
_PAIRS = (
    "author bio|author box|about author|author info|author card|media contact|press contact|most read|most popular|"
    "read more|read next|up next|see also|also like|latest news|latest posts|latest stories|more stories|more news|"
    "post tags|entry tags|tag list|tag links|entry footer|post footer|post meta|entry meta|post nav|site header|"
    "site footer|site nav|page header|contents nav|user info|inline related|related posts|jp relatedposts|"
    "comment form|comment list|comment author|comment content|comments area|comments page|mw editsection|"
    "sign up|skip link|newsletter signup|print only|screen reader|visually hidden|votecell"
).split("|")
_LEADS = words(
    "standfirst lead lede dek deck subtitle subheadline subhead subheading intro introduction kicker-text "
    "abstract strapline chapo chapeau desc description excerpt sottotitolo entradilla vorspann summary"
)
_OF_SITE = words("site blog tagline logo channel")
_CAPTIONS = words("caption captions imagecaption credit credits gallery slideshow carousel lightbox photocredit legend")
_BYLINES = words("byline bylines date dateline timestamp author authors meta credits posted published pubdate time")
_WHOLE = frozenset({"html", "body", "main", "article"})
_TEASER = 300
"""Signs of the longest article element that is but a pointer to another article."""
_APART = re.compile(
    r"comment|respond|reply|disqus|teaser|related|card\b|latest|recent|popular|trending|sidebar|widget|ticker|archive-?list",
    re.IGNORECASE,
)


def parts_of(names: str) -> list[str]:
    """Return the parts of class names and ids in lower case: ``postFooter_x`` has three."""
    return [part.lower() for part in _TOKEN.findall(names[:300])]


@lru_cache(maxsize=4096)
def _is_furniture_name(names: str) -> bool:
    for name in names.split()[:12]:
        if _AD.fullmatch(name):
            return True
        if _NO_HINT.match(name):
            continue
        parts = parts_of(name)
        if any(part in _STRONG for part in parts):
            return True
        joined = f" {' '.join(parts)} "
        if any(f" {pair} " in joined for pair in _PAIRS):
            return True
    return False


@lru_cache(maxsize=2048)
def _is_lead_name(names: str) -> bool:
    parts = parts_of(names)
    return any(part in _LEADS for part in parts) and not any(part in _OF_SITE for part in parts)


def _names(element: _Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()[:300]


def is_furniture(element: _Element) -> bool:
    """Say whether an element is furniture by its tag, its role or its names."""
    if element.tag in _WHOLE:
        return False
    if element.tag in _FURNITURE_TAGS or element.get("role") in _FURNITURE_ROLES:
        return True
    names = _names(element)
    return bool(names) and _is_furniture_name(names)


def is_advert(element: _Element) -> bool:
    """Say whether an element calls itself a place for advertising, and nothing else."""
    return element.tag not in _WHOLE and any(map(_AD.fullmatch, _names(element).split()[:12]))


def is_lead(element: _Element) -> bool:
    """Say whether an element calls itself the article's standfirst."""
    names = _names(element)
    return bool(names) and _is_lead_name(names)


@lru_cache(maxsize=2048)
def _is_byline_name(names: str) -> bool:
    return any(part in _BYLINES for part in parts_of(names))


def is_byline(element: _Element) -> bool:
    """Say whether an element calls itself a byline or a date."""
    names = _names(element)
    return element.tag not in _WHOLE and bool(names) and _is_byline_name(names)


@lru_cache(maxsize=2048)
def _is_caption_name(names: str) -> bool:
    return any(part in _CAPTIONS for part in parts_of(names))


def is_caption(element: _Element) -> bool:
    """Say whether an element calls itself a picture's caption."""
    names = _names(element)
    return bool(names) and element.tag not in _WHOLE and _is_caption_name(names)


def is_apart(element: _Element) -> bool:
    """Say whether an element belongs to comments, teasers or other furniture."""
    for holder in (element, *element.iterancestors()):
        if holder.tag in {"body", "main"}:
            return False
        names = f"{holder.get('class') or ''} {holder.get('id') or ''}"[:300]
        if _APART.search(names) and holder.tag != "article" and holder.find(".//h1") is None:
            return True
        if (
            holder.tag == "article"
            and len("".join(map(str, holder.itertext()))) < _TEASER
            and holder.find(".//h1") is None
        ):
            return True
        if holder is not element and is_furniture(holder) and holder.find(".//h1") is None and "meta" not in names:
            return True
    return False
