"""Comment forms, comment threads, and questions that only ask the reader to comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.junk.page import LateRule, Page, Rule, Span, covered
from briefing_app.ingest.junk.promotion import is_transcript, quoted
from briefing_app.ingest.shape import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST = 300
MOST_OPENING = 120

_FORM = re.compile(
    r"(?:(?:leave|write|post|add|submit|drop) (?:a|your|us a) (?:reply|comment|response|review|message)\b.{0,60}"
    r"|(?:cancel|click here to cancel) reply\b.{0,20}"
    r"|your e-?mail(?: address)? (?:will not be|won't be|is never|is not|will never be) "
    r"(?:published|shared|displayed)\b.{0,120}"
    r"|(?:required|mandatory|obligatory) fields? (?:are|is) (?:marked|shown|starred)\b.{0,10}"
    r"|save my name,? (?:e-?mail|and)\b.{0,140}"
    r"|notify me (?:of|by|when|via)\b.{0,120}"
    r"|(?:post|submit|publish|send|add)(?: your| a)? comments?"
    r"|(?:comment|name|e-?mail|website|your name|your e-?mail|your comment|message|url)\s{0,2}(?:\*|\(required\)|"
    r"\(optional\)|:\s{0,2}\*)+"
    r"|(?:name|e-?mail|website)(?: address)?[\s*:]{0,4}(?:name|e-?mail|website)[\s*:]{0,4}(?:website)?[\s*:]{0,3}"
    r"|you must be (?:logged|signed) in to (?:post|comment|reply|leave)\b.{0,60}"
    r"|(?:log|sign) ?in (?:to|or register to|with .{2,40} to) (?:comment|reply|leave|post|join)\b.{0,60}"
    r"|comments? (?:are|is|have been) (?:closed|off|disabled|moderated|turned off|not available)\b.{0,100}"
    r"|(?:view|show|hide|load|see|read|join)(?: all| the| more)?(?: \d{1,5})? (?:comments?|discussion|"
    r"conversation)\b.{0,30}"
    r"|(?:\d{1,5}|no|one|two|three) (?:comments?|repl(?:y|ies)|responses?|thoughts?)(?: (?:to|on|yet|so "
    r"far)\b.{0,160})?"
    r"|this site uses akismet\b.{0,120}|learn how your comment data is processed\b.{0,10}"
    r"|be the first to (?:comment|reply|review|like)\b.{0,60}"
    r"|(?:comments?|discussion|reader comments|reply|replies|leave a comment|comments? section|comments? policy)"
    r"|(?:log in to|click to) reply|report (?:this )?(?:comment|abuse)|flag(?: as)? inappropriate|sort by:? (?:best|"
    r"newest|oldest|top|most .{2,12}).{0,30}"
    r"|characters? (?:left|remaining).{0,20}|\d{2,5} characters? (?:left|remaining)"
    r"|(?:i'm not a robot|captcha|recaptcha|prove you(?:'re| are) (?:human|not a robot)).{0,60}"
    r"|this (?:comment|site) (?:form )?is (?:under|protected by) .{2,100})[\s.*!:…]*"
)
_OPENS_THREAD = re.compile(
    r"(?:(?:\d{1,5}|one|two|three|no) (?:comments?|responses?|thoughts?|repl(?:y|ies))(?: (?:to|on)\b.{0,160})?|"
    r"(?:reader )?comments?(?: \(\d{1,5}\))?|"
    r"leave a (?:reply|comment)\b.{0,60}|join the (?:conversation|discussion)|what (?:readers|others) (?:say|are "
    r"saying)|discussion(?: about this post)?)[\s:.]*"
)
_THREAD = re.compile(
    r"(?:reply|log in to reply|like|report|flag|share|permalink|upvote|downvote|quote|edit|\d{1,4} ?(?:likes?|"
    r"replies|upvotes?))"
    r"|.{1,60}\bsays?:?|.{0,60}\b(?:at|,) \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: (?:says?|reply))?:?|"
    r".{0,40}\b\d{1,2} (?:minutes?|hours?|days?|weeks?|months?|years?) ago\b.{0,20}"
    r"|(?:[\w.-]{2,30} )?(?:on|posted on) .{4,40}"
)
_WHERE = re.compile(
    r"\b(?:in (?:the |our )?comments?(?: section| below| box|[.!?]|$)|comments? (?:section|box)|(?<!the )comments? "
    r"below|"
    r"(?:reply|respond|write to us|message us) below)"
)
_INVITES = re.compile(
    r"(?:(?:and |so |please |but |now |do |we'd love to |feel free to |don't hesitate to )?(?:let us know|tell us|"
    r"share your (?:thoughts|views?|opinions?|analysis|comments?|story|"
    r"stories|experiences?|feedback|take|questions?|ideas|insights?|perspective|reactions?|predictions?)|have your "
    r"say|sound off|weigh in|drop (?:us )?a (?:comment|line|note)|leave (?:us )?(?:a|your) (?:comment|thoughts?|"
    r"reply)|"
    r"(?<!the )comment below|join the (?:conversation|debate|discussion)|hear (?:from you|your)|give us your))\b"
)
_READER = re.compile(r"\b(?:you|your|yours)\b")
_ASKS = re.compile(
    r"(?:so,? |and |but |now,? |over to you[:,]? )?(?:what (?:do|are|is|would|did) you(?:r)?\b|what's your\b|do you "
    r"(?:think|agree|believe|support|see)\b|how do you\b|which .{2,80}\b(?:do|would) you\b|"
    r"are you\b|would you\b|have you\b|where do you\b|who do you\b|should .{2,100}\bin your (?:view|opinion))"
)


def _find_form(page: Page) -> Iterator[Span]:
    half = len(page.blocks) // 2
    for block in page.blocks:
        if block.end - block.start > MOST or page.hints[block.number - 1] == "title":
            continue
        line = page.line(block.start, block.end)
        if (_FORM.fullmatch(line) and (block.number > half or len(line) > 14)) or _all_form(page, block.number - 1):
            yield block.start, block.end


def _all_form(page: Page, index: int) -> bool:
    """A paragraph that holds several lines of a form, each a sentence."""
    parts = page.sentences(page.blocks[index])
    if not 2 <= len(parts) <= 6:
        return False
    return all(_FORM.fullmatch(page.line(start, end).strip("* ")) for start, end in parts)


def _find_thread(page: Page) -> Iterator[Span]:
    """Below a heading that opens comments, when what follows looks like a thread or a form."""
    blocks = page.blocks
    openings = [
        index
        for index in range(len(blocks) * 2 // 5, len(blocks))
        if blocks[index].end - blocks[index].start < MOST_OPENING
        and _OPENS_THREAD.fullmatch(page.line(blocks[index].start, blocks[index].end))
    ]
    for index in openings[:5]:
        rest = [page.line(b.start, b.end) for b in blocks[index + 1 :] if b.end - b.start < 160]
        signs = sum(1 for one in rest if _THREAD.fullmatch(one) or _FORM.fullmatch(one))
        if signs >= 2 and signs * 5 >= len(blocks) - index - 1:
            for block in blocks[index:]:
                yield block.start, block.end
            return


def _find_invitation(page: Page) -> Iterator[Span]:
    """Sentences that ask for comments, and the question to the reader that leads to them."""
    if is_transcript(page):
        return
    for block in page.prose():
        parts = page.sentences(block)
        lines = [page.line(start, end) for start, end in parts]
        asked = -1
        for index, line in enumerate(lines):
            if len(line) > 400 or quoted(page.text, block, parts[index][0]):
                continue
            if _invites(line):
                yield parts[index]
                asked = index
        if asked > 0:
            yield from _questions_before(lines, parts, asked)


def _invites(line: str) -> bool:
    if len(line) < 260 and _WHERE.search(line) and (_INVITES.search(line) or _READER.search(line)):
        return True
    found = _INVITES.match(line)
    if not found:
        return False
    return (
        bool(
            re.match(
                r".{0,40}(?:what you think|your (?:thoughts|views?|opinions?|take)|have your say|in the|"
                r"below|comment)",
                line,
            )
        )
        and "statement" not in line
    )


def _questions_before(lines: Sequence[str], parts: Sequence[Span], asked: int) -> Iterator[Span]:
    for index in range(asked - 1, -1, -1):
        if not lines[index].endswith("?") or not _READER.search(lines[index]):
            return
        yield parts[index]


def _find_closing_question(page: Page, hidden: Sequence[Span]) -> Iterator[Span]:
    """A question to the reader that stands last of all that is left, or above a comment form."""
    if is_transcript(page):
        return
    left = [b for b in page.blocks if not covered((b.start, b.end), hidden)]
    for block in left[-1:]:
        if block.kind is BlockKind.LIST_ITEM:
            return
        parts = [part for part in page.sentences(block) if not covered(part, hidden)]
        while parts:
            start, end = parts.pop()
            line = page.line(start, end)
            if not line.endswith("?") or not _ASKS.match(line) or quoted(page.text, block, start):
                return
            if not _above_form(page, block.end, hidden) and not re.search(
                r"\byour? (?:think|view|opinion|take|thoughts)\b|do you think", line
            ):
                return
            yield start, end


def _above_form(page: Page, end: int, hidden: Sequence[Span]) -> bool:
    return any(start > end and _FORM.fullmatch(plain_words(page.text[start:stop][:MOST])) for start, stop in hidden)


RULES = (
    Rule("comment-form", "Part of the form for comments.", _find_form),
    Rule("comment-thread", "Comments of readers.", _find_thread),
    Rule("comment-invitation", "Asks the reader for comments.", _find_invitation),
)
LATE = (LateRule("comment-invitation", "Asks the reader for an opinion.", _find_closing_question),)
