"""Lines that are the page's furniture as a whole: sharing, advertising, listening, navigation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.junk.page import Page, Rule, Span
from briefing_app.ingest.shape import plain_words, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST = 240
"""Signs of the longest line that can be furniture."""

EDGE = 6
"""Blocks at either end of a page among which names of sections are its navigation, not the heads of columns."""

_TOKEN = re.compile(r"[\w'@.]+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A line all of whose words are ``allowed``, and one of them ``strong``, is furniture."""

    allowed: frozenset[str]
    strong: frozenset[str]
    most: int = 14

    def matches(self, line: str) -> bool:
        """Say whether a line in plain words is made of this vocabulary alone."""
        first = _TOKEN.search(line)
        if len(line) > 16 * self.most or first is None:
            return False
        word = first.group().strip(".'")
        if word not in self.allowed and not word.isdigit():
            return False
        tokens = [token.strip(".'") for token in _TOKEN.findall(line)]
        if not 0 < len(tokens) <= self.most:
            return False
        return all(t in self.allowed or t.isdigit() for t in tokens) and any(t in self.strong for t in tokens)


_NAMES = words("facebook twitter linkedin whatsapp telegram reddit instagram youtube tiktok threads mastodon bluesky x")
_NETWORKS = words(
    "facebook twitter tweet linkedin whatsapp telegram reddit email e-mail mail pinterest pin print "
    "messenger bluesky threads mastodon instagram youtube tiktok flipboard copy share shares sharing "
    "rss bookmark url viber vk snapchat tumblr"
)
_SHARE = Vocabulary(
    _NETWORKS
    | words(
        "x on via by to with this the article story post page link it save gift full or and more "
        "button buttons options copied clipboard clippboard follow like friend friends in a your us me "
        "link's com media social menu close toggle open count comments comment"
    ),
    _NETWORKS,
)
_PLAYER = Vocabulary(
    words(
        "listen to this the article story audio version play pause stop duration minutes minute min mins "
        "now in your browser 00 playback speed volume mute unmute 1x 2x episode of volume seconds sec s "
        "download transcript text speech powered by ai generated"
    ),
    words("listen play pause playback mute unmute audio"),
    10,
)
_ADVERT = Vocabulary(
    words(
        "advertisement advertisements advertising ad ads sponsored promoted content by story article continues "
        "continue below after this the scroll to for reading more down page keep feedback report skip "
        "close remove paid partner promotion commercial"
    ),
    words("advertisement advertisements advertising ads ad sponsored promoted continues scroll skip promotion"),
)
_NAVIGATION = Vocabulary(
    words(
        "back to top home skip content main menu search next previous prev article articles post posts page "
        "navigation close open toggle show hide more load all read view comments newer older go of first last "
        "sections section expand collapse loading print pdf updates refresh stories story jump"
    ),
    words(
        "back home skip menu search next previous prev navigation toggle load loading newer older "
        "expand collapse refresh jump"
    ),
    7,
)

_READING = re.compile(
    r"(?:(?:estimated |average )?read(?:ing)?(?: time)?[:\s-]{0,3}(?:about |approx(?:imately|\.)? |~)?\d{1,3} ?"
    r"(?:-\d{1,3} )?(?:min(?:ute)?s?|sec(?:ond)?s?)\.?(?: read| \d{1,3} sec(?:ond)?s?)?"
    r"|(?:< ?)?\d{1,3} ?-?min(?:ute)?s?\.? (?:of )?read(?:ing)?(?: time)?)"
)
_TAGS = re.compile(
    r"(?:tags?|topics?|filed (?:under|in)|categor(?:y|ies)|keywords?|posted in|tagged(?: with| as)?|"
    r"in this story|related topics|more on this topic|hashtags?) ?[:|] ?\S.*"
)
_HASHTAGS = re.compile(r"#\w{2,40}(?:[\s,]{1,3}#\w{2,40}){1,20}")
_COPYRIGHT = re.compile(
    r"(?:(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:by )?\d{4}|[©ⓒ]|copyright (?:©|ⓒ|\(c\)|by )).{0,180}"
    r"|.{0,120}\ball rights reserved(?:\W.{0,3}[\W\d]{0,9}|[.;,|] .{2,80})?"
    r"|(?:this|the) material may not be (?:published|reproduced|broadcast).{0,120}"
    r"|(?:版权所有|版權所有|著作権).{0,80}|.{0,60}(?:alle rechte vorbehalten|tous droits réservés|todos los derechos "
    r"reservados|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|wszelkie prawa "
    r"zastrzeżone|все права защищены|усі права захищені|جميع الحقوق محفوظة|सर्वाधिकार सुरक्षित|無断転載.{0,4}|"
    r"tüm hakları saklıdır)"
    r"(?:\W.{0,60})?"
)
_RELATED = re.compile(
    r"(?:also read|read also|also see|see also|read next|up next|next read|read this next|read more|more on this(?: "
    r"story)?|"
    r"related(?: (?:articles?|stories|posts?|content|news|links?|coverage|reading|topics?|items?|video))?|"
    r"recommended(?: (?:stories|articles|reading|for you|by .{1,30}))?|you (?:may|might) (?:also )?(?:like|be "
    r"interested in)|"
    r"further reading on this site|more (?:from|in) .{2,40}|more (?:news|stories|articles|headlines)|most (?:read|"
    r"popular|viewed|shared|commented)|"
    r"trending(?: now| stories| topics)?|popular (?:now|posts|stories|articles)|latest (?:news|stories|posts|"
    r"articles|headlines|updates)|"
    r"editor'?s'? (?:picks?|choice)|top (?:stories|news)|in case you missed it|don'?t miss(?: it| out)?|what to "
    r"read next|"
    r"in other news|around the web|from our partners|keep reading|recent posts|dig deeper|go deeper)[\s:>»→.!…]{0,5}"
)
_RELATED_LINK = re.compile(
    r"(?:\W{0,3})(?:also read|read also|also see|see also|read more|read next|related(?: (?:article|story|post|news|"
    r"reading))?|"
    r"recommended(?: reading)?|more on this|don'?t miss|must read|watch|watch (?:also|now|more)|listen|in pictures|"
    r"explainer|"
    r"opinion|further reading|dig deeper|go deeper) ?(?::|\||»|>|→|—|–|-{1,2} ) ?\S.{0,220}"
)
_CRUMB = re.compile(r"\s?[>›»→/|·•]\s?")
_PATH = re.compile(r"\s?[>›»→|]\s?|\s[/·•]\s")
_SECTIONS = words(
    "home news world politics business opinion europe asia africa americas culture sport sports science "
    "technology tech "
    "economy markets health climate environment travel video videos podcasts live analysis explainer explainers "
    "editorial "
    "features interviews statement statements press release releases media newsroom publications speeches speech "
    "remarks "
    "transcript transcripts communique report reports commentary english français french español spanish deutsch "
    "german "
    "arabic russian русский українська ukrainian chinese 中文 العربية português italiano polski türkçe language "
    "languages "
    "documents document archive archives national international local latest about blog blogs events topics "
    "search menu"
)
"""Words that name a section of a site, a kind of text or a language: what paths to a page are made of."""
_MACHINERY = re.compile(
    r"(?:report (?:a|any) (?:problem|issue|error|mistake)s? (?:on|with|in|about) this (?:page|site|article|"
    r"document)\.?|"
    r"is there anything wrong with this page\?|(?:was|is) this page (?:useful|helpful)\?.{0,40}|"
    r"(?:this page was |page |content |date )?(?:last )?(?:modified|updated|reviewed|changed)(?: on)? ?: ?"
    r"[\d./-]{6,10}(?:[ ,t]{1,3}\d{1,2}[:.]\d{2}.{0,12})?|"
    r"page \d{1,4} (?:of|/) \d{1,4}(?: \| (?:single page|print|e-?mail this (?:story|article|page))){0,3}|"
    r"you are receiving this (?:e-?mail |newsletter |message |letter )?because .{3,140}|our mailing address is:?|"
    r"want to change how you receive these e-?mails\?|"
    r"(?:trouble (?:reading|viewing) this\? )?view this (?:e-?mail|newsletter) in your browser\.?|"
    r"(?:please )?(?:download|open|view|get|see|read)\b.{0,140}\b(?:pdf|docx?|xlsx?|odt|epub)\b(?: (?:file|version|"
    r"format|document)|[\s,(\[|–-]{1,3}~?\d{1,4}(?:[.,]\d{1,2})? ?[km]b){0,3}[\s)\].]{0,3}|"
    r".{2,140}[\[(](?:pdf|docx?|xlsx?|odt)[ ,:–-]{1,3}\d{1,4}(?:[.,]\d{1,2})? ?[km]b[^)\]]{0,20}[\])]|"
    r"(?:print|save|e-?mail|cite|listen to) this (?:page|article|document|statement)(?: as pdf)?)"
)
_AGO = re.compile(
    r"(?:(?:last )?(?:updated|modified|published|posted)[:\s]{0,2})?(?:about |an? |\d{1,2} ?)(?:s|m|h|d|sec|min|hr|"
    r"second|minute|hour|"
    r"day|week|month)s? ago(?: by .{1,40})?"
)
_LIVE = re.compile(
    r"(?:(?:show )?key (?:events|moments|posts|updates)(?: only)?|pinned(?: post)?|live(?: updates?| blog| feed| "
    r"reporting| coverage)?|"
    r"filters? ?(?:\(beta\))?:?|oldest first|newest first|please turn on javascript.{0,60}|new updates?|\d{1,3} new "
    r"(?:updates?|posts?)|"
    r"(?:last )?updated at \d{1,2}[.:]\d{2}.{0,24}|follow (?:our )?live (?:updates|coverage|blog).{0,60}|skip (?:to|"
    r"past) .{2,60}|"
    r"from the live ?blog|end of (?:live ?blog|recommended.{0,30}|list.{0,30})|list of \d{1,2} items|"
    r"(?:auto[- ]?refresh|auto[- ]?update)s?(?: (?:on|off|every .{1,20}))?)[.:!…]?"
)
_SCRIPT = re.compile(
    r"(?:your browser does not support .{2,80}|(?:please )?(?:enable|turn on) javascript.{0,100}|javascript (?:is|"
    r"must be) .{2,80}|"
    r"this (?:video|audio|content|embed|post|tweet) (?:is|cannot|can't|could not|has been).{0,80}|"
    r"(?:to view|to see) this (?:video|content|post).{0,120}|loading\W{0,4}|video player is loading.{0,40}|playing "
    r"(?:now|next).{0,60}|"
    r"view (?:this post on|tweet|on) (?:instagram|twitter|x|facebook|youtube)?.{0,20}|an? (?:error|unexpected "
    r"error) (?:has )?occurr?ed.{0,80})"
)
_CREDIT = re.compile(
    r"\(?(?:(?:additional |further )?(?:reporting|writing|editing|compiled|edited|translated|translation|graphics?|"
    r"produced) by[: ].{3,220}|"
    r"(?:editor|editing|edited|translator|proofread(?:ing)?|sub-?editor)s?: ?.{3,80}|with (?:inputs?|material|"
    r"reporting|files) from .{2,80})\)?\.?"
)
_NEWSROOM = re.compile(
    r"(?:our standards ?: .{2,80}|(?:got|have|do you have) (?:a|any) (?:news )?(?:tip|story|correction|question|"
    r"comment)s?.{0,160}|"
    r"(?:contact|email|e-mail|write to|reach|message) (?:the )?(?:author|reporter|writer|editor|journalist|newsroom|"
    r"us|him|her)\b.{0,140}|"
    r"(?:send|submit) (?:us )?(?:your )?(?:tips?|letters?|news tips?|feedback|corrections?).{0,120}|"
    r"(?:letters to the editor|report (?:a|an) (?:typo|error|mistake|correction)|spotted an error).{0,120})"
)


_RIGHTS = (
    "© ⓒ (c) copyright rights published reproduced broadcast rechte droits derechos diritti direitos prawa права حقوق "
    "सर्वाधिकार hakları 版权 版權 著作権 無断"
).split()
"""One of these stands in every line that can match `_COPYRIGHT`."""


def _has_rights(line: str) -> bool:
    return any(word in line for word in _RIGHTS) and _COPYRIGHT.fullmatch(line) is not None


def _tagged(line: str) -> bool:
    return bool(_TAGS.fullmatch(line) or _HASHTAGS.fullmatch(line))


def _is_crumbs(line: str) -> bool:
    return _is_path(line) or _is_sections(line)


def _is_sections(line: str) -> bool:
    """Parts with marks between them, two of them sections or languages: "From: ... | Statement | English"."""
    if len(line) > 160 or line[-1:] in {".", "!", "?", ":"}:
        return False
    parts = [part for part in _PATH.split(line.removeprefix("you are here:")) if part]
    if not 2 <= len(parts) <= 9 or any(len(part.split()) > 7 for part in parts):
        return False
    known = sum(all(word in _SECTIONS or word in {"&", "and"} for word in part.split()) for part in parts)
    return known >= 2 or (known == 1 and parts[0].startswith(("from:", "in:", "section:")))


def _is_path(line: str) -> bool:
    if not line.startswith(("home", "you are here", "news >", "start >", "accueil", "startseite")):
        return False
    return 2 <= len(_CRUMB.findall(line)) <= 9 and len(line) < 160 and line[-1] not in ".!?"


def _any(*patterns: re.Pattern[str]) -> Callable[[str], bool]:
    def matches(line: str) -> bool:
        return any(pattern.fullmatch(line) for pattern in patterns)

    return matches


_LINES: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    ("share-line", "Buttons for sharing the page.", _SHARE.matches),
    ("player-line", "Label of an audio or video player.", _PLAYER.matches),
    ("advertising", "Label of an advertisement.", _ADVERT.matches),
    ("navigation", "Navigation of the site.", _NAVIGATION.matches),
    ("navigation", "Path to the page within its site.", _is_crumbs),
    ("reading-time", "How long reading takes, as the site reckons.", _any(_READING)),
    ("tags", "Tags of the site.", _tagged),
    ("copyright", "Copyright line.", _has_rights),
    ("related-link", "Pointer to other articles of the site.", _any(_RELATED, _RELATED_LINK)),
    ("live-furniture", "Control of a live page.", _any(_LIVE, _AGO)),
    ("player-line", "Notice of the page's own machinery.", _any(_SCRIPT)),
    ("newsroom-credit", "Who edited or translated for the newsroom.", _any(_CREDIT)),
    ("page-line", "The page speaks of itself: its date, its number, its files.", _any(_MACHINERY)),
    ("newsroom-contact", "How to reach the newsroom.", _any(_NEWSROOM)),
)
_KEPT_KINDS = frozenset({BlockKind.TABLE_ROW, BlockKind.PREFORMATTED})


def is_furniture(text: str) -> bool:
    """Say whether a line, standing alone, is furniture of a page."""
    return len(text) <= MOST and _which(plain_words(text)) >= 0


def _which(line: str) -> int:
    return next((index for index, (_, _, matches) in enumerate(_LINES) if matches(line)), -1)


def _classes(page: Page) -> dict[int, int]:
    """Say by block number which line of the table a block is, once for all rules."""
    found = page.memo.get("furniture")
    if found is None:
        found = page.memo["furniture"] = {}
        for index, block in enumerate(page.blocks):
            if block.kind in _KEPT_KINDS or block.end - block.start > MOST or page.hints[index] == "title":
                continue
            line = page.line(block.start, block.end)
            which = _which(line)
            if EDGE <= index < len(page.blocks) - EDGE and _is_sections(line):
                continue
            if which >= 0 and not (line in _NAMES and _stands_alone(page, index)):
                found[block.number] = which
    return found


def _finder(wanted: int) -> Callable[[Page], Iterator[Span]]:
    def find(page: Page) -> Iterator[Span]:
        for number, which in _classes(page).items():
            if which == wanted:
                block = page.blocks[number - 1]
                yield block.start, block.end

    return find


def _stands_alone(page: Page, index: int) -> bool:
    """A lone network's name is a button only among others; else it may be a heading."""
    around = page.blocks[max(index - 1, 0) : index] + page.blocks[index + 1 : index + 2]
    return not any(b.end - b.start <= MOST and _SHARE.matches(page.line(b.start, b.end)) for b in around)


RULES = tuple(Rule(name, reason, _finder(index)) for index, (name, reason, _) in enumerate(_LINES))
