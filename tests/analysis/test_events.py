"""Sentences of single events: what they state, and that those which only tell what happened state nothing."""

from __future__ import annotations

from briefing_app.analysis.engine import Engine
from briefing_app.domain.analysis import AnalysisRequest

HAPPENED = """
Russian and Turkish officials met in Ankara on Tuesday to discuss grain shipments.
The president arrived in Vienna for a two-day visit.
Israel and Lebanon exchanged prisoners at the Naqoura crossing.
Germany delivered ten tanks to Ukraine last week.
The delegations will reconvene in Doha on Sunday.
India and China held the nineteenth round of corps commander talks.
Ethiopian troops crossed the border near Badme.
The court in The Hague heard arguments from both sides.
Egypt's foreign minister spoke by telephone with his Saudi counterpart.
The United Nations evacuated 300 civilians from the city.
Police in Nairobi arrested four protesters.
France recalled its ambassador from Niamey.
The World Bank approved a loan of $500 million for Kenya.
Talks between the two Koreas broke off without a date for the next round.
The envoy flew to Khartoum after meetings in Addis Ababa.
Turkey shelled positions in northern Syria overnight.
South Africa chairs the group this year.
The agreement entered into force on 1 March.
Pakistan reopened the Torkham crossing after six days.
The minister signed the visitors' book and left.
Brazil exported 4 million tonnes of soy to China in May.
The two leaders shook hands before the cameras.
Serbia mobilised reservists along the boundary line.
The European Commission published its annual report on enlargement.
Japan's prime minister will travel to Manila next month.
The ceasefire line runs through the village.
Armenia and Azerbaijan share a border of more than 1,000 kilometres.
The United States imposed tariffs on steel in 2018.
Colombian rebels kidnapped two engineers.
The conference was attended by delegates from 40 countries.
""".strip().splitlines()
STATED = """
Russia accused Ukraine of violating the ceasefire.|opposes
Iran threatened to close the strait.|opposes
China protested the sale of missiles to Taiwan.|opposes
Germany praised Poland's handling of the refugees.|supports
Turkey rejected the proposal for a buffer zone.|rejects
India refused to join the trade pact.|rejects
Kenya appealed to Ethiopia for restraint.|demands
The United States demanded the release of its citizens.|demands
Cuba offered to host the next round.|offers
Norway promised $50 million in aid to Gaza.|offers
Egypt agreed to reopen the crossing.|offers
Israel vowed not to withdraw from the heights.|rejects
Qatar expressed support for the mediation.|supports
Serbia denounced the arrest of its officials.|opposes
Japan lodged a protest over the launch.|opposes
North Korea warned it would respond to the drills.|opposes
Pakistan ruled out talks with the group.|rejects
Mexico called on the parties to return to the table.|demands
Sudan's army dismissed the report as fabricated.|rejects
The African Union endorsed the roadmap.|supports
France condemned the coup in Niger.|opposes
The Houthis claimed the right to search ships.|demands
Venezuela said it was willing to discuss a new date.|offers
The EU lifted sanctions on Syria's banks.|offers
Georgia declined to extradite the suspect.|rejects
The Taliban denied harbouring the fighters.|rejects
Hungary vetoed the aid package.|rejects
Ukraine conditioned talks on a troop withdrawal.|conditional
Bolivia is weighing whether to join the bloc.|undecided
Rwanda apologised for the incident.|offers
Chile backs the resolution.|supports
Spain criticised the tariffs as illegal.|opposes
Indonesia hailed the agreement.|supports
Libya's rival government pledged cooperation with the mission.|offers
Iraq asked the coalition to leave.|demands
Lebanon complained to the Security Council about the overflights.|opposes
Thailand insisted that the border be reopened.|demands
Australia will not recognise the annexation.|rejects
Brazil thanked Norway for its contribution to the fund.|supports
Peru proposed a joint patrol.|offers
""".strip().splitlines()


def found(text: str) -> list[str]:
    request = AnalysisRequest(text, ((0, len(text)),), published="2026-03-02", language="en")
    return [one.stance.value for one in Engine.load().analyse(request).statements]


def test_what_only_happened_is_seldom_taken_for_a_stance() -> None:
    wrong = [text for text in HAPPENED if found(text)]
    assert len(wrong) <= 0.07 * len(HAPPENED), wrong


def test_stance_of_an_event_is_mostly_right_among_seven() -> None:
    wrong = [line for line in STATED if found(line.partition("|")[0])[:1] != [line.partition("|")[2]]]
    assert len(wrong) <= 0.22 * len(STATED), wrong
