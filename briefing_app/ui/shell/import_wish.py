"""What somebody wants to have imported."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportWish:
    """What is to be taken in: ``places`` (files, folders, addresses) or pasted ``text``, into a dossier or none.

    ``new_dossier`` names one that is to be made first. ``passage`` says that the text is HTML that was selected in
    another program: a part of a page, wanted whole.
    """

    places: tuple[str, ...] = ()
    text: str = ""
    dossier: str = ""
    new_dossier: str = ""
    passage: bool = False
