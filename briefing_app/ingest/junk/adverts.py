"""Advertising dressed as text: questions that sell, prices with a command, brands that explain, appeals for money."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.junk.page import Page, Rule, Span
from briefing_app.ingest.junk.promotion import candidates, is_transcript, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.domain.article import Block

MOST_APPEAL = 800
"""Signs of the longest paragraph that can be an appeal."""

SIGNS_OF_APPEAL = 2

_ASKS = re.compile(
    r"(?:are you |still |do you |always |maybe you're )?(?:looking (?:for|to)|need|want(?:ing)? (?:a|an|to|some|"
    r"the|your)|"
    r"thinking (?:of|about)|searching for|planning|ready (?:for|to)|in the market for|tired of|struggling with|"
    r"worried about|considering|dreaming of|hoping to|interested in|shopping for|short of|in need of|wondering)\b"
    r".{2,150}\?"
)
_SELLS = re.compile(
    r"(?:then |just |simply |why not |you can )?(?:compare|apply|call|book|shop|buy|order|switch|save|request|"
    r"claim|get|"
    r"try|visit|check|see|find|discover|explore|start|contact|join|register|speak|talk|chat|choose|browse|enjoy|"
    r"open|"
    r"let|use|download|sign|ask|trust|meet|upgrade|rent|hire|reserve)\b.{2,200}"
)
_GOODS = re.compile(
    r"\b(?:cheap(?:est)?|discount(?:s|ed)?|bargains?|deals?(?= (?:on|for|from|now|today)\b)|best (?:deals?|"
    r"prices?|rates?|"
    r"offers?)|special offers?|quotes?|payday|loans?|mortgages?|insurance|credit cards?|flights?|hotels?|tickets|"
    r"lawyers?|"
    r"attorneys?|plumbers?|brokers?|holidays?|vacations?|getaways?|home loans?|new (?:car|home|job|phone|laptop)|"
    r"used cars?|"
    r"vpn|web hosting|mattress|free (?:quote|trial|delivery|shipping|consultation|estimate)|no obligation|"
    r"your (?:home|house|car|kitchen|roof|savings|debts?|wardrobe|dream \w+|next \w+)|casino|betting|supplements?|"
    r"softwares?|subscriptions?|compare (?:offers|prices|quotes|rates|plans|deals))\b"
)
_BRAND = re.compile(r"\b[A-Z][a-z]{1,20}[A-Z][A-Za-z]{1,20}\b|\b[A-Za-z0-9-]{2,40}\.(?:com|net|io|shop|store|app)\b")
_PATRONYMIC = re.compile(r"\b(?:Mac|Mc|De|Di|La|Le|Van|Fitz|O)[A-Z]")
_WITH_NAME = re.compile(r"\b(?:with|at|on|from|via) [A-Z]")
_PHONE = re.compile(r"(?<!\w)(?:\+?\d[\d ().-]{7,18}\d|\d{3}-\d{4})(?!\w)")
_TRADE = re.compile(
    r"(?:then |just |simply |why not |you can )?(?:compare|apply|call|book|shop|buy|order|switch|request|claim|"
    r"hire|reserve)\b"
)

_PRICE = re.compile(
    r"[$€£]\s?\d|\b\d{1,3} ?(?:%|percent|per cent) off\b|\b\d[\d.,]{0,9} ?(?:€|£|usd|eur|dollars|euros|pounds)"
)
_ORDERS = re.compile(
    r"\b(?:book|buy|order|shop|save|grab|get|claim|reserve|hurry|call|subscribe|switch|apply|try|act|enrol|"
    r"enroll|pre-?order)"
    r"(?: [\w'-]{1,20}){0,3} (?:now|today|yours?|here|online|tonight|while)\b"
)
_IMPERATIVE = re.compile(
    r"(?:^|[!–—-]\s{0,2})(?:only |just )?(?:book|buy|order|shop|save|grab|get|claim|reserve|hurry|call)\b"
)

_EXPERTS = re.compile(
    r"(?:as |according to )?(?:the )?(?:experts|specialists|pros|professionals|team|folks|advisers|advisors|"
    r"people) (?:at|from|of|"
    r"behind) (?!the\b)[^,]{2,50}?(?: (?:explain|recommend|advise|remind|suggest|point out|put it|note|say)\b|,)"
)
_FINANCE = re.compile(
    r"\b(?:credit|savings|invest(?:ing|ments?|ors?)|trading|crypto\w{0,10}|platforms?|lenders?|borrow(?:ing|ers?)|rent(?:al|als)?)\b"
)
_OFFICE = re.compile(
    r"\b(?:university|institute|bank|council|centre|center|ministry|fund|organi[sz]ation|commission|agency|"
    r"association|"
    r"foundation|crisis|house|embassy|school|college|department|hospital|nations|union)\b"
)
_YOU = re.compile(r"\b(?:you|your|you're|yours)\b")

_REPORTED = re.compile(r"\b(?:said|says|say|told|added|asked|asks|according to|warned|urged)\b")
_READERS = re.compile(
    r"\b(?:journalism|newsroom|paywalls?|readers? like you|our readers|our reporting|this (?:site|website)|"
    r"reader[- ](?:"
    r"funded|supported)|independent (?:media|news|reporting)|our journalists)\b"
)
_PLEADS = re.compile(
    r"\b(?:please|consider (?:giving|supporting|joining|making|becoming|subscribing|an?)|donate|chip in|become an?|"
    r"if you can|help us|support (?:our|us)|(?:give|join|subscribe) (?:us )?(?:today|now))\b|^support\b"
)
_APPEALS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bsupport (?:our|us|independent|quality|fearless|local|free|this)\b|\byour support\b",
        r"\breaders? like you\b|\breader[- ](?:funded|supported)\b",
        r"\b(?:depends?|rel(?:y|ies)|counts?) (?:entirely |solely |only )?on (?:you|your|our|the (?:support|"
        r"generosity)|readers)\b",
        r"\b(?:keep|make)s? (?:our|this|it|us) .{0,40}\b(?:free|independent|open|possible|going|running|alive)\b",
        r"\b(?:donat(?:e|ion|ions|ing)|chip in|contribution|contribute|tip jar)\b",
        r"\b(?:become|becoming) (?:a|an) (?:\w+ )?(?:member|supporter|subscriber|patron|friend)\b|\bconsider "
        r"(?:giving|"
        r"supporting|joining|subscribing|a (?:gift|donation))\b",
        r"\bno (?:paywall|shareholders|billionaire|advertis\w{2,6})\b|\bpaywalls?\b|\btax[- ]deductible\b",
        r"\b(?:every|any) (?:gift|contribution|dollar|euro|pound|amount|donation|little)\b",
    )
)


def _find_questions(page: Page) -> Iterator[Span]:
    """A question about the reader's wants with a command behind it, and goods, a brand or a telephone in them."""
    if is_transcript(page):
        return
    asking = [one for one in candidates(page) if page.text[one[1][1] - 1] == "?" and _ASKS.fullmatch(one[2])]
    for block, span, line in asking:
        answer = _after(page, block, span)
        if answer is None:
            continue
        said = page.line(*answer)
        if _SELLS.fullmatch(said) and not _REPORTED.search(said) and _is_trade(page, line, said, (span[0], answer[1])):
            yield span
            yield answer


def _after(page: Page, block: Block, span: Span) -> Span | None:
    """The sentence behind ``span``: in its block, or the next block where that is a line of its own."""
    for one, following in itertools.pairwise(page.sentences(block)):
        if one == span:
            return following
    if block.number >= len(page.blocks) or span[0] != block.start:
        return None
    below = page.blocks[block.number]
    parts = page.sentences(below)
    return parts[0] if len(parts) == 1 and below.kind is BlockKind.PARAGRAPH else None


def _is_trade(page: Page, asked: str, said: str, span: Span) -> bool:
    whole = page.text[span[0] : span[1]]
    if _is_branded(whole) or _PHONE.search(whole):
        return True
    goods = bool(_GOODS.search(asked) or _GOODS.search(said))
    if goods and (_TRADE.match(said) or said.endswith("!") or _WITH_NAME.search(whole)):
        return True
    return bool(_TRADE.match(said) and said.endswith(("!", "now.", "today.", "online.")) and _WITH_NAME.search(whole))


def _is_branded(text: str) -> bool:
    return any(not _PATRONYMIC.match(found.group()) for found in _BRAND.finditer(text))


def _find_prices(page: Page) -> Iterator[Span]:
    """A short sentence with a price and a command to buy at once."""
    for _, (start, end), line in candidates(page):
        if end - start > 200 or not _PRICE.search(line) or not _ORDERS.search(line):
            continue
        if _REPORTED.search(line):
            continue
        if line.endswith("!") or _IMPERATIVE.search(line):
            yield start, end


def _find_experts(page: Page) -> Iterator[Span]:
    """A firm's "experts" that explain its goods to the reader; those of an institute explain the subject."""
    for _, (start, end), line in candidates(page):
        match = _EXPERTS.match(line)
        if match is None or _OFFICE.search(match.group()):
            continue
        name = page.text[start : start + match.end()]
        signs = sum(map(bool, (_GOODS.search(line), _FINANCE.search(line), _YOU.search(line), line.endswith("!"))))
        if signs >= (1 if _is_branded(name) else 2):
            yield start, end


def _find_appeals(page: Page) -> Iterator[Span]:
    """A paragraph that asks the readers of a paper for their money: several signs together."""
    for block in page.prose():
        if block.end - block.start > MOST_APPEAL or page.hints[block.number - 1] == "title":
            continue
        line = page.line(block.start, block.end)
        if not _READERS.search(line) or not _PLEADS.search(line):
            continue
        if sum(1 for sign in _APPEALS if sign.search(line)) >= SIGNS_OF_APPEAL and _is_ours(page, block, line):
            yield block.start, block.end


def _is_ours(page: Page, block: Block, line: str) -> bool:
    """An appeal speaks for itself: we and you, nobody quoted, nobody reported."""
    if quoted(page.text, block, block.start) or any(mark in line for mark in '"“”«»'):
        return False
    if _REPORTED.search(line):
        return False
    return bool(re.search(r"\b(?:we|our|us|support)\b", line)) and not is_transcript(page)


RULES = (
    Rule("advertising", "Asks what the reader may want to buy, and where to buy it.", _find_questions),
    Rule("advertising", "Names a price and tells the reader to buy.", _find_prices),
    Rule("advertising", "Quotes a firm for what the firm sells.", _find_experts),
    Rule("appeal", "Asks the reader to pay for the site's work.", _find_appeals),
)
