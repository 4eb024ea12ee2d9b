"""Sentences that promote the site: calls to click, follow, subscribe, read on, discover.

What a call to action is, is told by how a sentence begins (an imperative of a small lexicon) and
by what it asks for (the site's own goods: newsletters, channels, pages). Verbs that news and
speeches use too (*discover*, *explore*, *join*) need a second sign: an object of the site's, words
stuffed without grammar, or the same tail again in other sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing_app.domain.article import Block, BlockKind
from briefing_app.ingest.junk.page import Page, Rule, Span
from briefing_app.ingest.shape import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

QUOTE_REACH = 1500
"""Signs before a sentence in which a quotation can have begun."""

MOST = 420
"""Signs of the longest sentence that can be a promotion."""

_OPENING = (
    r"(?:if you (?:like|liked|enjoy|enjoyed|want|found)\b[^,]{0,80}, )?"
    r"(?:(?:and|but|so|also|then|or|please|now|just|why not|simply|to|you can|you can also|be sure to|make sure to|"
    r"make sure you|"
    r"remember to|feel free to|don't forget to|click to|we invite you to) ){0,3}"
)
_STRONG = tuple(
    re.compile(_OPENING + pattern)
    for pattern in (
        r"(?:find out|learn|discover|read|see|explore|know|hear|get|view) more\b(?! than| deeply| like| of the same|"
        r" broadly| closely| carefully)"
        r"(?: (?:about|on|here|at|how|why|in our|from our|details|information|stories|news|articles|below|from|from "
        r"the)\b|[\s:.!»>→…]*$|:)",
        r"(?:find out|learn|discover|see) (?:how|why|what|which|where|the (?:latest|best|top|secrets?))\b.{0,160}\b"
        r"(?:here|below|in our|on our|with our|our guide|in this (?:guide|video|post)|today|now)[\s.!»>→]*$",
        r"(?:click|tap) (?:here|on|the|this|below|to|through|for|above|link)\b",
        r"swipe (?:left|right|up|down|to|through)\b",
        r"scroll (?:down|up|on|to|for) (?:to |for )?(?:read|see|more|continue|the|view|below)\b",
        r"sign[- ]?up (?:to (?:our|the|receive|get|read|his|her|this|a|be)|for (?:our|the|a|free|his|her|more|email|"
        r"daily|weekly|your|this)|now|today|here|below|free|with your)\b",
        r"sign[- ]?up[\s.!]*$",
        r"subscribe\b(?! to (?:any|the|this|that) (?:theory|view|idea|notion|principle|belief|theory|position))(?: "
        r"(?:to|now|today|for|here|"
        r"and|via|on|below|free|from|with)\b|[\s.!]*$)",
        r"follow (?:the latest\b.{2,80}\b(?:here|live|our|blog)|us|our|me|@\w|my|along (?:with our|on|live)|the "
        r"author|this (?:topic|author|story)|.{2,60}\bon "
        r"(?:facebook|twitter|x|instagram|telegram|linkedin|whatsapp|youtube|tiktok|threads|bluesky|google news))\b",
        r"like (?:us|our page|this page|and share|and subscribe)\b",
        r"join (?:our|the conversation|the discussion|thousands|hundreds of|over \d|more than \d[\d,.]* (?:readers|"
        r"subscribers|people|members)|us (?:on|at our|on our|for our|today|now|live)|the .{2,40}\b(?:newsletter|"
        r"channel|community|mailing list|whatsapp|telegram|group))\b",
        r"(?:download|install|get) (?:our|the|your)\b.{0,60}\bapp\b",
        r"download (?:now|here|our|it now|for free|free|your (?:free|copy))\b",
        r"(?:don't|do not) miss (?:out|our|a|an|the|any|another|this|these|what)\b",
        r"don't forget to (?:subscribe|share|like|follow|check|sign|leave|comment|bookmark|hit)\b",
        r"check out (?:our|this|these|the|more|all|my|his|her|some|what|other|how|why|related)\b",
        r"check (?:our|back (?:for|here|soon|later|often|regularly))\b",
        r"stay (?:tuned|up[- ]to[- ]date|updated|connected|in the loop|in the know|informed (?:with|on|about|by|and "
        r"(?:subscribe|follow))|ahead of the (?:curve|news|game)|with us)\b",
        r"(?:get|receive|have) (?:the|our|all|your|more|breaking|daily|instant|exclusive|unlimited|full|weekly|a "
        r"weekly|a daily|news|a free|free|latest|top|alerts|notified)\b.{0,140}?\b"
        r"(?:inbox|newsletters?|our app|alerts?|notifications?|subscription|delivered|e-?mails?|unlimited access|"
        r"full access|digital access|app store|ad-free|free trial|whatsapp|telegram)\b",
        r"(?:visit|browse|explore|see|head (?:over )?to|go to|head over to) (?:our|us at|the shop|my) ?\b.{0,100}",
        r"for (?:more|further|additional|all the|the latest|daily|breaking|regular)\b.{0,80}?,? (?:please "
        r")?(?:click|check out|follow|subscribe|sign up|download our|join our|tune in|visit our|head to|like us|"
        r"stay tuned|read our|see our)\b",
        r"(?:watch|listen to|listen|tune in to|tune in|stream|catch)\b.{0,90}\b(?:our (?:\w+ )?(?:video|podcast|"
        r"show|episode|channel|live ?stream|series|documentary)|podcasts? (?:here|now)|spotify|apple podcasts|"
        r"wherever you get|youtube|video (?:below|above|here)|(?:below|here|now)[\s.!:]*$)",
        r"support (?:our|independent|quality|fearless|local|free) (?:\w+ )?(?:journalism|work|reporting|newsroom|"
        r"journalists|media|mission|site)\b",
        r"(?:donate|give) (?:now|today|here|to (?:our|us|the site|keep))\b",
        r"(?:make|consider (?:making|supporting|becoming|a)) (?:a|us|our|an)? ?\b.{0,40}(?:donation|contribution|"
        r"subscriber|member|supporter)\b.{0,100}",
        r"become (?:a|an) (?:\w+ )?(?:member|subscriber|supporter|patron|insider|premium)\b",
        r"(?:buy|shop|order|pre-?order|book|reserve|claim|grab|purchase) (?:now|today|here|yours|your (?:copy|"
        r"ticket|tickets|place|seat|spot|free|tour)|tickets|our|it (?:here|now|on)|a copy)\b",
        r"register (?:now|today|here|for free|free|to (?:read|continue|receive|get)|for (?:our|the|this|a free) "
        r"(?:\w+ )?(?:webinar|event|newsletter|course|updates|workshop))\b",
        r"(?:start|try|begin|activate|upgrade) (?:your|our|for free|a free|now|to premium|it free)\b.{0,60}(?:trial|"
        r"subscription|free|now|today|account|premium|plan|membership)\b",
        r"(?:log ?in|sign ?in|create (?:a|an|your)(?: free)? account|enter your e-?mail|type your e-?mail|update "
        r"your preferences|manage your (?:subscription|preferences|newsletters?)|unsubscribe|(?:view|read|see|open) "
        r"(?:this|it) "
        r"(?:e-?mail |newsletter |message )?(?:online|in (?:your|a) browser)|forward this|was this (?:e-?mail|"
        r"newsletter) forwarded)\b",
        r"share (?:this|it|the) (?:article|story|post|page|news|piece|video|link|on|with (?:your|a|friends|others|"
        r"someone))\b",
        r"(?:are you )?(?:having )?(?:trouble|problems) (?:reading|viewing|seeing)\b.{0,60}",
        r"(?:(?:want|looking|ready|need|eager|curious|hungry|love|like|interested|enjoying|enjoyed)(?: to| for| "
        r"in)? .{0,90}\?) ?.{0,60}(?:click|subscribe|sign up|check|join|follow|download|read more|learn more|"
        r"contact|explore our|here)",
        r"(?:want|looking|ready|curious|need)(?: to)? (?:know|learn|read|hear|for|dive|discover|see|stay|get) "
        r"(?:even )?(?:more|deeper|informed|updates|help)\b.{0,100}\?",
        r"(?:did you (?:like|enjoy|find)|was|is) this (?:article|story|post|page|content)\b.{0,60}\?",
        r"(?:you can|you may|readers can) (?:also )?(?:read|find|follow|sign up|subscribe|listen|watch|download|"
        r"view|access|see)\b.{0,140}\b(?:here|below|newsletter|facebook|twitter|instagram|telegram|whatsapp|youtube|"
        r"our (?:website|site|app|channel|page|podcast))[\s.!]*$",
        r"(?:bookmark|favou?rite|save) (?:this|our) (?:page|site|article|post)\b",
        r"turn on (?:push )?notifications\b|allow notifications\b|enable notifications\b",
        r"(?:hit|smash|press|tap) (?:the|that|on the) (?:\w+ )?(?:button|bell|link|icon)\b",
        r"(?:thanks?|thank you)(?: so much| very much)? for (?:reading|subscribing|watching this video|visiting "
        r"our)\b",
        r"(?:sponsored|brought to you|presented|powered) by\b.{2,60}$",
        r"use (?:the )?(?:promo |discount |coupon )?code\b.{2,100}",
        r"(?:advertise|partner) with (?:us|our)\b",
        r"(?:our|the) (?:free |daily |weekly |morning |flagship )*(?:newsletter|podcast|app|briefing e-?mail)s? "
        r"(?:is|are|delivers?|brings?|gives?|keeps?|will)\b.{0,80}\b(?:you|your|inbox)\b",
        r"we(?:'d| would) love to hear\b",
        r"(?:already|not) (?:a|an) (?:\w+ )?(?:subscriber|member)\b.{0,80}",
        r"(?:this (?:article|story|content|post) is (?:only )?(?:for|available (?:only )?(?:to|for)|reserved for|"
        r"exclusive to) (?:our )?(?:paid |paying |premium )?(?:subscribers|members|readers with)|"
        r"you(?:'ve| have) (?:reached|read|used|hit)\b.{0,60}\b(?:free|limit|articles)|to (?:continue|keep|finish) "
        r"reading\b|continue reading (?:this|the|with|your)\b|"
        r"(?:unlock|gain|enjoy) (?:unlimited|full|premium|exclusive|this)\b.{0,40}(?:access|article|content|"
        r"benefits|story)|"
        r"(?:subscribers|members) (?:get|can|enjoy|have) .{0,60}access)",
        r"(?:we|this (?:web)?site|our (?:web)?site|this page)(?: and our partners)? uses? (?:cookies|browser "
        r"storage)\b",
        r"(?:by (?:continuing|using|clicking|browsing|visiting|accepting|signing up|subscribing|"
        r"submitting)\b.{0,140}\b(?:cookies?|agree|consent|accept|privacy policy|terms))",
        r"(?:accept|reject|allow|manage|decline)(?: all| optional| necessary)? (?:cookies|cookie settings|"
        r"all)\b.{0,60}$",
        r"(?:read|see|view) our (?:privacy|cookie|comment(?:ing|s)?|community|terms|editorial)\b.{0,80}",
    )
)
_ANY_STRONG = re.compile("|".join(pattern.pattern for pattern in _STRONG))
_SITE_WORDS = re.compile(
    r"\b(?:our (?:website|site|page|channel|newsletter|guide|blog|coverage|latest|app|podcast|archive|collection|"
    r"services?|experts?|team|"
    r"courses?|shop|store|in-depth|full|complete|comprehensive|ultimate|free|other|interactive|dedicated|special)|"
    r"newsletter|whatsapp channel|telegram channel|"
    r"this (?:guide|post|blog)|ultimate guide|inbox|free trial)\b"
)
_WEAK = re.compile(
    r"(?:discover|explore|uncover|unlock|dive|delve|master|boost|learn|understand|see|get|find|join|watch|read|know|"
    r"meet|experience|"
    r"transform|elevate|maximi[sz]e|compare|browse|navigate|access|view|enjoy|grab|try)\b"
)
_GRAMMAR = words(
    "the a an is are was were has have had will would can could should may might must be been to that "
    "which who this these those it its their "
    "his her our we they he she not and or but if when as than then from with by"
    " of in on at off into onto there here your my so what how why i you me us out up before after again please"
)
_TOKEN = re.compile(r"[\w'-]+")
_OPENS = frozenset('"“«„')
_LABEL = re.compile(r"[A-ZÀ-Ý][\w.’'-]{0,30}(?: [A-ZÀ-Ý][\w.’'-]{0,30}){0,5}(?: \([^()\n]{1,40}\))?:\s")


def is_call(sentence: str) -> bool:
    """Say whether a sentence in plain words is a call to action by its words alone."""
    line = sentence.strip(" \t*_>•–—-→»")
    return _ANY_STRONG.match(line) is not None


def quoted(text: str, block: Block, start: int) -> bool:
    """Say whether what begins at ``start`` is somebody's words: inside quotation marks."""
    if text[start : start + 1] in _OPENS:
        return True
    first = max(block.start, start - QUOTE_REACH)
    before = text[first:start]
    if before.count("“") + before.count("«") > before.count("”") + before.count("»"):
        return True
    return first == block.start and before.count('"') % 2 == 1


def is_transcript(page: Page) -> bool:
    """Say whether the text records speakers: at least four blocks open with a speaker's label."""
    labels = sum(1 for b in page.blocks if _LABEL.match(page.text, b.start, min(b.end, b.start + 120)))
    return labels >= 4 and labels * 6 >= len(page.blocks)


def candidates(page: Page) -> Sequence[tuple[Block, Span, str]]:
    """Return the sentences that may promote, in plain words: no quotations, none too long (looked for once)."""
    if not page.promising:
        page.promising.extend(_promising(page))
    return page.promising


def _promising(page: Page) -> Iterator[tuple[Block, Span, str]]:
    for block in page.prose():
        if page.hints[block.number - 1] in {"title", "byline", "date"}:
            continue
        for start, end in page.sentences(block):
            if end - start <= MOST and not quoted(page.text, block, start):
                yield block, (start, end), page.line(start, end)


_SURE = re.compile(
    r"newsletter|\binbox\b|subscri(?:be\b(?! to (?:the|a) [a-z]{3,14} (?:on|of))|ption|ber)|\bclick|\btap\b|"
    r"\bswipe|\bscroll|\bapps?\b|"
    r"cookies?\b|podcast|\bour (?:website|site|page|channel|coverage|latest|live|app|blog|guide|video|privacy|"
    r"community|"
    r"partners?|reporting|journalis|stories|shop|store|team|free|full|services?|terms|newsroom|work)|\b(?:here|"
    r"below)[\W\d]{0,6}$|"
    r"\bthis (?:article|story|page|post|video|link|site|website|button|e-?mail|content)\b|https?:|www\.|e-?mail|"
    r"(?:facebook|twitter|instagram|telegram|whatsapp|youtube|linkedin|tiktok|google news|spotify)\b|\b(?:follow|"
    r"like|join|"
    r"support) (?:us|our|me)\b|notifications?|\balerts?\b|unlimited|free trial|\bdonat|\bjournalis|log ?in\b|"
    r"sign ?in\b|"
    r"\baccount\b|more (?:stories|news|articles|from)|premium|membership|\badverti|breaking news|for (?:reading|"
    r"watching)|"
    r"promo|discount|coupon|!$|\bget the latest|stay (?:tuned|up|in the)|\bcheck out\b|back (?:for|here|soon|"
    r"later)|miss out"
)
"""What a call asks for that no office, court or speaker asks for; others need company to be believed."""
_BUTTON = 40


def _find_calls(page: Page) -> Iterator[Span]:
    found = list(_calls(page))
    sure = [_is_sure(page, block, line) for block, _, line in found]
    if not any(sure):
        return
    for _, span, _ in found:
        yield span


def _is_sure(page: Page, block: Block, line: str) -> bool:
    short = block.end - block.start <= _BUTTON and not page.of(block).rstrip().endswith((".", "?", ";", ":", ","))
    return short or _SURE.search(line) is not None


def _calls(page: Page) -> Iterator[tuple[Block, Span, str]]:
    transcript = is_transcript(page)
    for block, span, line in candidates(page):
        if not is_call(line):
            continue
        if transcript and not _LINKS.search(line):
            continue
        if block.kind is BlockKind.HEADING and span == (block.start, block.end) and _is_topic(line):
            continue
        yield block, span, line


_LINKS = re.compile(
    r"\b(?:click (?:here|on|the)|newsletter|cookies|our app|on (?:facebook|twitter|instagram|telegram)|"
    r"read more:|find out more|our (?:website|podcast))\b"
)


def _is_topic(line: str) -> bool:
    """A heading of a few words that opens like a call may name a topic: "Follow our money"."""
    return len(line.split()) <= 3 and not re.search(r"more|subscribe|sign up|newsletter|follow us|download|click", line)


def _find_stuffed(page: Page) -> Iterator[Span]:
    """Weak openers: the site's own goods, or a string of key words without grammar, or a repeated tail."""
    if is_transcript(page):
        return
    weak = [(block, span, line) for block, span, line in candidates(page) if _WEAK.match(line)]
    tails = Counter(_tail(line) for _, _, line in weak)
    for block, span, line in weak:
        tokens = _TOKEN.findall(line)
        if (
            len(tokens) < 4
            or "http" in line
            or "www." in line
            or (block.kind is BlockKind.HEADING and span == (block.start, block.end))
        ):
            continue
        if block.kind is BlockKind.LIST_ITEM and span[0] == block.start:
            continue
        if _SITE_WORDS.search(line) or tails[_tail(line)] >= 3 or _is_stuffed(tokens, page, block, span):
            yield span


def _tail(line: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(line)[-3:])


def _is_stuffed(tokens: Sequence[str], page: Page, block: Block, span: Span) -> bool:
    """Key words on end: few words of grammar, at the end of a paragraph or behind a heading."""
    if span[1] != block.end or span[0] == block.start or len(tokens) > 18:
        return False
    grammar = sum(1 for word in tokens if word in _GRAMMAR)
    return grammar == 0 and len(tokens) >= 5


def _find_repeated(page: Page) -> Iterator[Span]:
    """One sentence again and again with another last word: a template filled by a machine."""
    groups: dict[tuple[str, ...], list[tuple[Span, tuple[str, ...]]]] = {}
    for block, span, line in candidates(page):
        tokens = tuple(_TOKEN.findall(line))
        if not 5 <= len(tokens) <= 24 or span[1] != block.end or block.kind is BlockKind.LIST_ITEM:
            continue
        if _WEAK.match(line) or is_call(line):
            groups.setdefault(tokens[:4], []).append((span, tokens))
    for members in groups.values():
        if len(members) < 3:
            continue
        shared = set.intersection(*(set(tokens) for _, tokens in members))
        for span, tokens in members:
            if len(shared) >= 0.7 * len(set(tokens)):
                yield span


RULES = (
    Rule("promotion", "Asks the reader to do something for the site; says nothing of the subject.", _find_calls),
    Rule("promotion", "Key words strung together to be found by search engines.", _find_stuffed),
    Rule("repeated-promotion", "The same sentence stands here again and again with another ending.", _find_repeated),
)
