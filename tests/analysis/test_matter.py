"""What a stance is about, by the parse: its words in short, and the name of the issue."""

from __future__ import annotations

import pytest

from briefing_app.analysis.matter import base_of, issue_name, matter_of, said_of
from tests.analysis.trees import parsed

RELEASE = """Oslo/NNP/2/nsubj urged/VBD/0/root both/DT/4/det sides/NNS/2/obj to/TO/6/mark release/VB/2/xcomp
    the/DT/9/det 300/CD/9/nummod prisoners/NNS/6/obj by/IN/11/case May/NNP/6/obl ././2/punct"""
FUNDING = """Riyadh/NNP/2/nsubj offered/VBD/0/root $/$/2/obj 5/CD/4/compound million/CD/3/nummod for/IN/9/case
    the/DT/9/det central/JJ/9/amod bank/NN/3/nmod ././2/punct"""
RELATIVE = """Sana/NNP/12/nsubj ,/,/5/punct which/WDT/5/nsubj long/RB/5/advmod insisted/VBD/1/acl:relcl on/IN/8/case
    a/DT/8/det withdrawal/NN/5/obl ,/,/5/punct is/VBZ/12/cop now/RB/12/advmod ready/JJ/0/root to/TO/14/mark
    accept/VB/12/xcomp a/DT/17/det joint/JJ/17/amod committee/NN/14/obj ././12/punct"""
QUOTED = """“/``/5/punct We/PRP/5/nsubj will/MD/5/aux not/RB/5/advmod accept/VB/11/ccomp foreign/JJ/7/amod
    inspectors/NNS/5/obj ,/,/5/punct ”/''/5/punct Ali/NNP/11/nsubj said/VBD/0/root ././11/punct"""
PASSIVE = """The/DT/3/det draft/NN/3/compound resolution/NN/5/nsubj:pass was/VBD/5/aux:pass rejected/VBN/0/root
    by/IN/7/case Lima/NNP/5/obl:agent ././5/punct"""
WHICH = """It/PRP/2/nsubj proposed/VBD/0/root an/DT/4/det amnesty/NN/2/obj ,/,/8/punct which/WDT/8/obj
    Lima/NNP/8/nsubj rejects/VBZ/4/acl:relcl ././2/punct"""
PLAN = """Lima/NNP/2/nsubj opposes/VBZ/0/root the/DT/4/det plan/NN/2/obj for/IN/7/case a/DT/7/det truce/NN/4/nmod
    ././2/punct"""
SUBJUNCTIVE = """Brussels/NNP/2/nsubj demanded/VBD/0/root Lima/NNP/4/nsubj suspend/VB/2/ccomp its/PRP$/6/nmod:poss
    increase/NN/4/obj first/RB/4/advmod ././2/punct"""
PAYMENT = """Lima/NNP/3/nsubj remains/VBZ/3/cop opposed/JJ/0/root to/IN/6/case any/DT/6/det payment/NN/3/obl
    that/WDT/8/nsubj passes/VBZ/6/acl:relcl through/IN/10/case Sana/NNP/8/obl ././3/punct"""

TOLD = """Lima/NNP/2/nsubj called/VBD/0/root on/IN/4/case Quito/NNP/2/obl not/RB/7/advmod to/TO/7/mark
    ratify/VB/2/advcl trade/NN/9/compound deals/NNS/7/obj ././2/punct"""
CHARGED = """Lima/NNP/2/nsubj accused/VBD/0/root Quito/NNP/2/obj of/IN/5/mark interfering/VBG/2/advcl in/IN/8/case
    its/PRP$/8/nmod:poss elections/NNS/5/obl ././2/punct"""
HELP = """Lima/NNP/2/nsubj agreed/VBD/0/root to/TO/4/mark help/VB/2/xcomp Quito/NNP/4/obj ././2/punct"""
PARTY = """Lima/NNP/2/nsubj backs/VBZ/0/root Quito/NNP/2/obj ././2/punct"""


@pytest.mark.parametrize(
    ("written", "cue", "said", "issue"),
    [
        (RELEASE, "urged", "that both sides release the 300 prisoners by May", "Release of prisoners"),
        (FUNDING, "offered", "$ 5 million for the central bank", "Central bank"),
        (RELATIVE, "insisted", "a withdrawal", "Withdrawal"),
        (RELATIVE, "ready", "to accept a joint committee", "Joint committee"),
        (QUOTED, "accept", "foreign inspectors", "Foreign inspectors"),
        (PASSIVE, "rejected", "The draft resolution", "Draft resolution"),
        (WHICH, "rejects", "an amnesty", "Amnesty"),
        (PLAN, "opposes", "the plan for a truce", "Truce"),
        (SUBJUNCTIVE, "demanded", "that Lima suspend its increase first", "Suspension of increase"),
        (TOLD, "called", "that Quito not ratify trade deals", "Ratification of trade deals"),
        (CHARGED, "accused", "interfering in its elections", "Interference in elections"),
        (HELP, "agreed", "to help Quito", "Helping Quito"),
        (PARTY, "backs", "Quito", ""),
        (PAYMENT, "opposed", "any payment that passes through Sana", "Payment"),
    ],
)
def test_a_stance_is_about_what_hangs_on_its_word(written: str, cue: str, said: str, issue: str) -> None:
    text, tokens, tree = parsed(written)
    at = next(i for i, token in enumerate(tokens) if token.text == cue)
    found = matter_of(tokens, tree, at)
    assert found is not None
    assert said_of(text, tokens, tree, at, found) == said
    assert issue_name(tokens, tree, found) == issue


def test_a_word_with_nothing_on_it_is_about_nothing() -> None:
    _, tokens, tree = parsed("Lima/NNP/2/nsubj refused/VBD/0/root ././2/punct")
    assert matter_of(tokens, tree, 1) is None


def test_a_long_matter_ends_before_a_part_that_may_be_left_out() -> None:
    tail = " ".join(f"word{n}/NN/8/obl" for n in range(30))
    text, tokens, tree = parsed(
        f"Lima/NNP/2/nsubj wants/VBZ/0/root the/DT/5/det free/JJ/5/amod passage/NN/2/obj of/IN/7/case ships/NNS/5/nmod"
        f" crossing/VBG/7/acl {tail}"
    )
    found = matter_of(tokens, tree, 1)
    assert found is not None
    assert said_of(text, tokens, tree, 1, found).startswith("the free passage of ships")
    assert len(said_of(text, tokens, tree, 1, found).split()) <= 20


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [("lifted", "VBN", "lift"), ("releases", "VBZ", "release"), ("denies", "VBZ", "deny"), ("sign", "VB", "sign"),
     ("ratifying", "VBG", "ratify"), ("released", "VBD", "release"), ("of", "IN", ""), ("has", "VBZ", "have")],
)  # fmt: skip
def test_the_base_of_a_verb_is_read_from_its_form(word: str, tag: str, base: str) -> None:
    assert base_of(word, tag) == base
