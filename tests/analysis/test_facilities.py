"""Buildings, works and ways that no list holds, told by their shape."""

from __future__ import annotations

import pytest

from tests.analysis.bases import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They pumped crude from the Quorrin oil field again.", "Quorrin oil field"),
        ("Crude from the Quorrin field was shipped.", "Quorrin field"),
        ("Some 9,000 live in the al-Qorr camp now.", "al-Qorr camp"),
        ("He inspected the Novovask oil terminal.", "Novovask oil terminal"),
        ("They closed the Salwenna border post.", "Salwenna border post"),
        ("Trucks wait at the Nassorin crossing.", "Nassorin crossing"),
        ("They shut the Kurpsenna hydropower station.", "Kurpsenna hydropower station"),
        ("They shut the Kurpsenna Wind Farm.", "Kurpsenna Wind Farm"),
        ("Grain leaves through the Port of Beirenna.", "Port of Beirenna"),
        ("They met at the Quillport Conference Centre.", "Quillport Conference Centre"),
        ("Power flows through the Vulkan-Isakka line.", "Vulkan-Isakka line"),
        ("They stopped at Checkpoint Dorrin.", "Checkpoint Dorrin"),
        ("They left from Terminal 2 at noon.", "Terminal 2"),
        ("Farmers blocked the A14 motorway.", "A14"),
        ("The talks went on at Marlow House.", "Marlow House"),
        ("They shot at the Kenyan Quorrin prison.", "Quorrin prison"),
    ],
)
def test_shape_tells_a_facility_whole(text: str, name: str) -> None:
    assert ("FAC", name, name) in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "He is of the Paulsen camp, whose leader Ann Paulsen spoke. Paulsen agreed.",
        "Goods for the Kenya market were late.",
        "She leads the Quorrin field of study.",
        "They follow the Geneva road map.",
        "A Kenya pipeline was discussed.",
        "The Kenyan prison was full.",
    ],
)
def test_owner_country_or_figure_of_speech_is_no_facility(text: str) -> None:
    assert not [name for label, name, _ in names(text) if label == "FAC"]


def test_river_is_told_by_its_banks_and_bridges() -> None:
    found = names("They fought on both banks of the Quorra. Two bridges over the Senna fell.")
    assert {("LOC", "Quorra"), ("LOC", "Senna")} <= {(label, name) for label, name, _ in found}
