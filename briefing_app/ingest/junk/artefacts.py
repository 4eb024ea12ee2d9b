"""What writing machines and templates leave behind: notes to a prompt, placeholders, citation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.junk.page import Page, Rule, Span
from briefing_app.ingest.junk.promotion import quoted
from briefing_app.ingest.shape import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SPOKEN = 340
"""Signs of the longest sentence that a writing machine says of its task."""

_BRACKET = re.compile(
    r"\[[^\[\]\n]{1,240}\]|\([^()\n]{1,240}\)|\{\{?[^{}\n]{1,120}\}\}?|<[A-Z][^<>\n]{2,80}>|"
    r"【[^【】\n]{1,60}】"
)
_OF_SESSION = re.compile(
    r"\b(?:(?:the|this|your|my|our) (?:prompt|session|conversation|chat|query|user|instructions?|input|knowledge "
    r"(?:base|cut-?off)|training data)|"
    r"(?:provided|given|supplied|included|mentioned|found|stated|part of|based on|according to|from|in) (?:in |as |"
    r"by |of |from )?(?:the |this |your )?"
    r"(?:provided |given |supplied |source |input |search |original )?(?:context|prompt|session|query|instructions?|"
    r"user|search results?|source (?:text|material|document)s?|input|snippets?|knowledge base)|"
    r"(?:context|information|details?|data|statistics?|figures?|sources?|facts?|quotes?) (?:was |were |is |are |as "
    r")?(?:not )?(?:provided|supplied|given) (?:for|in|by|to|above|here|with)|"
    r"as an? (?:ai|artificial|large) |language model|knowledge cut-?off|hallucinat|to be verified|fact[- ]check(?: "
    r"needed| required| this)?|needs? (?:verification|citation|a source)|verify this|unverified by the model)\b"
)
_PLACEHOLDER = re.compile(
    r"[\[({<]{1,2}\s?(?:(?:insert|add|enter|include|your|link to|placeholder|tbd|todo|tk|tktk|xx+|citation|source|"
    r"reference|internal link|external link|image|image here|"
    r"author|name|date|company|url|cta|keyword)(?:s)?(?= (?:here|needed|name|link|url|required|date|"
    r"placeholder|tbd|goes here|title|image|source|citation|text|of|to|a|relevant)\b)(?: (?:here|needed|name|link|url|"
    r"required|date|placeholder|tbd|goes here|title|image|source|citation|text)\b)*+(?: (?:of|to|a|relevant) .{1,120})?"
    r"|citation needed|placeholder|tktk|todo|tbd|lorem ipsum.{0,80}|insert .{2,80}|internal link.{0,60}|anchor "
    r"text.{0,60}|image: ?.{0,60})\s?[\])}>]{1,2}"
)
_MARK = re.compile(
    r"【\d{1,3}[†:][^【】]{0,40}】|:?contentReference\[oaicite:\d{1,3}\](?:\{index=\d{1,3}\})?|\boaicite:\d{1,3}|"
    r"(?:cite|navlist)?turn\d{1,2}(?:search|view|news|fetch)\d{1,2}|"
    r"\[(?:oai_citation|attached_file|web|cite_start|source|file|"
    r"ppl-ai-file-upload)[:_ ]?\d{0,3}[^\[\]\n]{0,60}\](?:\(https?://[^()\s]{1,300}\))?|[\ue200-\ue202]"
)
_SIGNS_OF_MARKS = ("【", "[", "oaicite", "\ue200", "\ue201", "\ue202", *(f"turn{n}" for n in range(10)))
_EAGER = re.compile(r"(?:certainly|sure|of course|absolutely|great question|understood|got it)[!.,]")
_SPOKEN = re.compile(
    r"(?:(?:certainly|sure|of course|absolutely|great question)[!,.:] ?(?:here|below|i|let)\b.{0,200}|"
    r"as an? (?:ai|artificial intelligence)(?: language)?(?: model| assistant)?,? .{0,300}|as a (?:large )?language "
    r"model,? .{0,300}|"
    r"(?:i hope this|hope this) (?:helps|article|meets|response).{0,120}|(?:let me know|feel free to ask) if "
    r"(?:you(?:'d| would) like|you (?:need|want)) (?:any|a|an|me to|further|more|additional|it|the article|"
    r"changes)\b.{0,160}|"
    r"(?:here is|here's|below is) (?:the|a|an|your) (?:revised |rewritten |requested |final |full |complete |draft |"
    r"polished |updated |\d{2,4}-word )*(?:article|blog post|rewrite|summary)\b(?! (?:of|by|from)).{0,120}:?|"
    r"(?:i (?:cannot|can't|do not|don't) (?:browse|access|verify|have access)\b.{0,200})|(?:my|the model's) "
    r"(?:knowledge|training)(?: data)? (?:cut-?off|ends|only).{0,160}|"
    r"would you like me to .{2,200}\?|(?:word|character) count ?: ?~?\d{1,5}.{0,20}|(?:meta (?:title|description)|"
    r"seo title|focus key ?(?:word|phrase)|slug|target keywords?|primary keyword|suggested (?:tags|title|image)) ?: "
    r"?.{0,240}|"
    r"(?:\[?end of (?:article|response|draft)\]?)|(?:note: )?this (?:article|content|text|summary|post) (?:was|has "
    r"been) (?:generated|written|created|produced) (?:by|with|using) (?:an? )?(?:ai|artificial intelligence|chatgpt|"
    r"language model).{0,160})"
)


def _find_brackets(page: Page) -> Iterator[Span]:
    for block in page.prose():
        for match in _BRACKET.finditer(page.text, block.start, block.end):
            inner = plain_words(match.group())
            if (len(inner) >= 12 and _OF_SESSION.search(inner) and not _is_law(inner)) or _PLACEHOLDER.fullmatch(inner):
                yield match.start(), match.end()


def _is_law(inner: str) -> bool:
    """Parliaments have sessions too: (in the 78th session of the Assembly) is no artefact."""
    return (
        bool(
            re.search(
                r"\b(?:assembly|council|committee|parliament|plenary|closing|opening|morning|afternoon|"
                r"special|regular|\d{1,3}(?:st|nd|rd|th))\b",
                inner,
            )
        )
        and "context" not in inner
        and "prompt" not in inner
    )


def _find_marks(page: Page) -> Iterator[Span]:
    if not any(sign in page.text for sign in _SIGNS_OF_MARKS):
        return
    for match in _MARK.finditer(page.text):
        yield match.start(), match.end()


def _find_spoken(page: Page) -> Iterator[Span]:
    for block in page.prose():
        if page.hints[block.number - 1] == "title":
            continue
        eager: Span | None = None
        for start, end in page.sentences(block):
            line = page.line(start, end)
            if _EAGER.fullmatch(line):
                eager = start, end
                continue
            if end - start < MOST_SPOKEN and _SPOKEN.fullmatch(line) and not quoted(page.text, block, start):
                yield eager[0] if eager else start, end
            eager = None


RULES = (
    Rule("machine-note", "A note about how the text was made, left in by mistake.", _find_brackets),
    Rule("machine-note", "A citation mark of a writing machine.", _find_marks),
    Rule("machine-note", "A writing machine speaks of its task, not of the subject.", _find_spoken),
)
