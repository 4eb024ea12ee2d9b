"""What hostile texts are made of, over and over: ordinary characters and the ends and beginnings of words."""

from __future__ import annotations

ORDINARY = (
    *(" ", "\n", "\t", "a", "A", "0", "a ", "A ", "Aa ", "0 ", "a. ", "A. ", "1,", "1.", "- ", "— ", '"', "“", "”"),
    *("'", "’s ", "(", ")", "[", "<", "<a ", "&amp;", "a=", "http://a", "@", "of the ", "and ", "said ", "January "),
    *("€", "\u00a0", "é", "中"),
)
