"""Junk rules by their words: what each hides, and the like of it that stays."""

from __future__ import annotations

import pytest

from briefing_app.ingest.clean import clean

BODY = (
    "The ministers of the two states met in Harrow on Monday and left without a text, as they had done in March.\n\n"
    "They meet again in May. Nobody in Harrow expects a treaty before the winter, and few expect one after it.\n\n"
    "The upper state wants the quota lowered. The lower state refuses, and says that its fields are dry already.\n\n"
)


def _hidden(text: str) -> dict[str, str]:
    document = clean(text.encode(), "a.txt")
    return {document.text[one.start : one.end].strip(): one.rule for one in document.removals}


JUNK = [
    ("Looking for a cheap loan? Compare offers with LendFast today!", "advertising"),
    ("Thinking of selling your house? Call 0800 555 019 now.", "advertising"),
    ("Boots from €29 – order yours today!", "advertising"),
    ("As experts at RentWise recommend, have your savings looked at.", "advertising"),
    ("Please support our newsroom. Readers like you keep our reporting free.", "appeal"),
    ("Report a problem with this page", "page-line"),
    ("Date modified: 2026-03-14", "page-line"),
    ("Page 2 of 7", "page-line"),
    ("Page 1 of 1 | Single page | E-mail this story", "page-line"),
    ("You are receiving this because you opted in at our website.", "page-line"),
    ("View this email in your browser", "page-line"),
    (
        "A version of this article appears in print on March 5, 2025, Section B, Page 1 of the Lund edition.",
        "newsroom-credit",
    ),
    ("Download the full text (PDF, 220 KB)", "page-line"),
    ("World | Europe | Analysis", "navigation"),
    ("Ada Quist contributed reporting from Lund.", "newsroom-credit"),
    ("Ada Quist reported from Oste and Bo Sample from Lund.", "newsroom-credit"),
    ("Ada Quist teaches law at the University of Brask.", "author-box"),
    ("So, here is everything you need to know:", "missing-list"),
]

TEXT = [
    "Looking for a way out? Start with the map.",
    "Want peace? Call Harrow, the sceptics say.",
    "Are they ready for a deal? Get them a text, said the envoy.",
    "The fund stands at €400 million; states may apply now for grants.",
    "As experts at the World Bank explain, your water costs more each year.",
    "As specialists at OpenWater explain, the lake has lost a metre.",
    "We support independent media, and your support keeps our talks open.",
    "Page 2 of 7 of the annex names the stations.",
    "A version of this article appears in the treaty of 1922, and nobody has read it.",
    "Download of the readings is free to all states.",
    "Harrow | 12 | 14 | 19",
    "Ada Quist reported from Oste that nobody came.",
    "The two parties contributed to this round of talks.",
    "Ambassador Ada Quist leads the centre for the review of the treaty.",
    "Contacts between the two sides continue.",
    "By Friday both states name an inspector.",
    "Updated rules on fishing were published on 3 May 2026.",
]


@pytest.mark.parametrize(("line", "rule"), JUNK)
def test_junk_when_a_line_is_furniture_then_it_is_hidden_by_its_rule(line: str, rule: str) -> None:
    hidden = _hidden(f"Ministers leave Harrow without a text\n\n{BODY}{line}\n")
    assert "".join(hidden).replace(" ", "") == line.replace(" ", "")
    assert set(hidden.values()) == {rule}


@pytest.mark.parametrize("line", TEXT)
def test_junk_when_a_line_only_looks_like_it_then_it_stays(line: str) -> None:
    assert not _hidden(f"Ministers leave Harrow without a text\n\n{BODY}{line}\n")
    assert not _hidden(f"Ministers leave Harrow without a text\n\n{line}\n\n{BODY}")


def test_junk_when_contacts_close_a_statement_then_they_are_hidden_to_the_last_number() -> None:
    cards = "Media contact\n\nIna Bloom, Press Officer\n\nTel: +44 20 7946 0000\n\nina@ports.example"
    hidden = _hidden(f"Ministers leave Harrow without a text\n\n{BODY}{cards}\n")
    assert list(hidden) == cards.split("\n\n")
    assert set(hidden.values()) == {"contacts"}


def test_junk_when_a_heading_of_contacts_has_no_number_below_then_it_stays() -> None:
    assert not _hidden(f"Ministers leave Harrow without a text\n\n{BODY}Contacts\n\nBoth sides keep them up.\n")


def test_junk_when_the_byline_is_kept_as_author_then_it_is_hidden() -> None:
    byline = "By Ada Quist | Updated 3 May 2026, 10:15 | 4 min read"
    document = clean(f"Ministers leave Harrow without a text\n\n{byline}\n\n{BODY}".encode(), "a.txt")
    assert (document.author, document.published) == ("Ada Quist", "2026-05-03")
    assert [(document.text[r.start : r.end], r.rule) for r in document.removals] == [(byline, "byline")]


@pytest.mark.parametrize("site", ["The Harbour Post", "harbour.org"])
def test_title_when_the_sites_name_stands_above_then_the_line_below_it_is_the_title(site: str) -> None:
    document = clean(f"{site}\n\nMinisters leave Harrow without a text\n\n{BODY}".encode(), "a.txt")
    assert (document.title, document.site) == ("Ministers leave Harrow without a text", site)
    assert [(document.text[r.start : r.end], r.rule) for r in document.removals] == [(site, "site-name")]


def test_title_when_a_ministry_stands_above_then_its_name_stays_in_view() -> None:
    head = "Ministry of Foreign Affairs\n\nStatement of the ministers on the talks in Harrow"
    document = clean(f"{head}\n\n{BODY}".encode(), "a.txt")
    assert document.title == "Statement of the ministers on the talks in Harrow"
    assert not document.removals


def test_title_when_it_is_the_longer_line_then_what_follows_it_stays_text() -> None:
    document = clean(f"Ministers leave Harrow without a text\n\n{BODY}".encode(), "a.txt")
    assert document.title == "Ministers leave Harrow without a text"
    assert not document.site


NOTE = "Ada Quist teaches law at the University of Brask. The views expressed here are her own."
OP_ED = f"Nobody wants to draft the treaty\n\nBy Ada Quist\n\n16 November 2025\n\n{BODY}{NOTE}\n"


def test_junk_when_a_plain_op_ed_has_no_furniture_then_byline_and_note_stay() -> None:
    document = clean(OP_ED.encode(), "a.txt")
    assert (document.author, document.published) == ("Ada Quist", "2025-11-16")
    assert not document.removals


def test_junk_when_an_op_ed_was_copied_with_furniture_then_byline_and_note_go_with_it() -> None:
    hidden = _hidden(f"{OP_ED}\nPlease support our newsroom. Readers like you keep our reporting free.\n")
    assert {"byline", "author-box", "appeal"} == set(hidden.values())
