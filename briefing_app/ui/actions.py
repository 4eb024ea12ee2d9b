"""Every action of the window, declared once: menus, palette, key sheet and docs are made from this table.

How an action runs: the window makes one QAction for each and, when it is triggered, calls its own method
for it, or ``perform(action_id)`` of the panel the action belongs to (the panel lists the ids it knows in a set
``ACTIONS``). An action whose panel does not know it is left out of the window.

Keys: an action of scope ``WINDOW`` works anywhere in the window, one of other scopes only while the focus is in
one of those panels, so that E archives in the list and edits in the panel of suggestions. Text fields keep
single letters for themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """Where in the window an action's keys work."""

    WINDOW = "anywhere"
    LIST = "article list"
    READER = "reader"
    PANEL = "side panel"
    NOTE = "note"


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "File"
    EDIT = "Edit"
    VIEW = "View"
    GO = "Go"
    ARTICLE = "Article"
    HELP = "Help"


@dataclass(frozen=True, slots=True)
class Action:
    """One action. ``text`` names it in the menu, ``keys`` are Qt's portable key texts, the first is shown.

    ``group`` parts a menu by lines; ``submenu`` puts it into a menu below; ``checkable`` ones show a mark;
    ``description`` is one sentence for the key sheet and the docs.
    """

    id: str
    text: str
    menu: Menu
    group: int
    description: str
    keys: tuple[str, ...] = ()
    scopes: tuple[Scope, ...] = (Scope.WINDOW,)
    submenu: str = ""
    checkable: bool = False

    @property
    def title(self) -> str:
        """Return the name without the dots that say a question follows."""
        return self.text.rstrip("…")


_READING = (Scope.LIST, Scope.READER)
_READER = (Scope.READER,)
_NOTE = (Scope.NOTE,)

FILE = (
    Action("import", "Import…", Menu.FILE, 1, "Take in files, a folder, pasted text or a page.", ("Ctrl+I",)),
    Action(
        "import_clipboard",
        "Import from clipboard",
        Menu.FILE,
        1,
        "Take in what was copied: a text, an address, files.",
        ("Ctrl+Shift+V",),
    ),
    Action("imports", "Last imports…", Menu.FILE, 1, "What became of each file; export the list."),
    Action("feeds", "Feeds…", Menu.FILE, 2, "Subscribe to feeds, file them, and set when they are looked into."),
    Action("refresh_feeds", "Refresh feeds", Menu.FILE, 2, "Look for news in all feeds now.", ("F5",)),
    Action("watch_folder", "Watch folder…", Menu.FILE, 2, "Name a folder whose new files are taken in by themselves."),
    Action("offline", "Work offline", Menu.FILE, 2, "Let nothing be fetched: no page, no feed.", checkable=True),
    Action("write_note", "Write briefing note", Menu.FILE, 3, "Start or open the note of this dossier.", ("Ctrl+N",)),
    Action("export_note", "Export note…", Menu.FILE, 3, "Write the note to a file.", ("Ctrl+E",), _NOTE),
    Action(
        "export_corrections",
        "Export corrections…",
        Menu.FILE,
        3,
        "Write what you accepted, edited and dismissed to a file, with the texts.",
    ),
    Action("new_dossier", "New dossier…", Menu.FILE, 4, "Start a dossier for a negotiation.", ("Ctrl+Shift+N",)),
    Action("edit_dossier", "Edit dossier…", Menu.FILE, 4, "Change its parties, issues, colours and order."),
    Action("delete_dossier", "Delete dossier", Menu.FILE, 4, "Delete the dossier; its articles stay in the library."),
    Action("new_library", "New library…", Menu.FILE, 5, "Make an empty library, plain or encrypted."),
    Action("open_library", "Open library…", Menu.FILE, 5, "Open another library.", ("Ctrl+O",)),
    Action("back_up", "Back up now", Menu.FILE, 5, "Keep a backup in the folder of backups beside the library."),
    Action("quit", "Quit", Menu.FILE, 6, "Save everything and close.", ("Ctrl+Q",)),
)

EDIT = (
    Action("undo", "Undo", Menu.EDIT, 1, "Take back the last change, also after a restart.", ("Ctrl+Z",)),
    Action("redo", "Redo", Menu.EDIT, 1, "Make the change again.", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Action("find", "Find in article…", Menu.EDIT, 2, "Look for words in the article.", ("Ctrl+F",), _READING),
    Action("find_next", "Find next", Menu.EDIT, 2, "Go to the next find.", ("F3",), _READING),
    Action("find_previous", "Find previous", Menu.EDIT, 2, "Go to the find before.", ("Shift+F3",), _READING),
    Action("search", "Search the library", Menu.EDIT, 3, "Go to the search field.", ("/", "Ctrl+Shift+F")),
    Action(
        "filter", "Filter the list…", Menu.EDIT, 3, "Show only unread, starred, dated … articles.", ("Ctrl+Shift+L",)
    ),
    Action("select_all", "Select all articles", Menu.EDIT, 4, "Select the whole list.", ("Ctrl+A",), (Scope.LIST,)),
)

VIEW = (
    Action("view_reader", "Reader", Menu.VIEW, 1, "Show articles.", ("Ctrl+1",), checkable=True),
    Action("view_note", "Note", Menu.VIEW, 1, "Show the briefing note.", ("Ctrl+2",), checkable=True),
    Action("panel_positions", "Positions", Menu.VIEW, 2, "What each party holds.", ("F4",)),
    Action("panel_entities", "Entities", Menu.VIEW, 2, "Who and what is named.", ("F7",)),
    Action("panel_annotations", "Annotations", Menu.VIEW, 2, "Your marks in the article.", ("F8",)),
    Action("panel_figures", "Figures", Menu.VIEW, 2, "Sums, percentages and dates.", ("F9",)),
    Action(
        "actors",
        "Actors…",
        Menu.VIEW,
        2,
        "Who is known by which names; add, rename, merge and split them.",
        ("Ctrl+Shift+A",),
    ),
    Action("decide_names", "Names to decide…", Menu.VIEW, 2, "Answer whom names mean that may mean several."),
    Action("rulings", "Rulings on names…", Menu.VIEW, 2, "List what you said of names, and take it back."),
    Action(
        "certainty",
        "Certainty of suggestions…",
        Menu.VIEW,
        2,
        "Say how sure a suggestion must be to be shown, and by which measure.",
    ),
    Action(
        "learn",
        "Learn from my decisions…",
        Menu.VIEW,
        2,
        "Try what your decisions teach, on this machine; adopt it where it is better, return at any time.",
    ),
    Action("next_pane", "Next pane", Menu.VIEW, 3, "Move the focus to the next column.", ("F6",)),
    Action("previous_pane", "Previous pane", Menu.VIEW, 3, "Move the focus to the column before.", ("Shift+F6",)),
    Action(
        "toggle_nav",
        "Library column",
        Menu.VIEW,
        4,
        "Show or hide places and dossiers.",
        ("Ctrl+Shift+B",),
        checkable=True,
    ),
    Action("toggle_side", "Side panel", Menu.VIEW, 4, "Show or hide the side panel.", ("Ctrl+Alt+B",), checkable=True),
    Action(
        "toggle_highlights",
        "Marks in the text",
        Menu.VIEW,
        5,
        "Show or hide all marks.",
        ("Ctrl+Shift+H",),
        checkable=True,
    ),
    Action("text_larger", "Larger text", Menu.VIEW, 6, "Make the reading text larger.", ("Ctrl++", "Ctrl+=")),
    Action("text_smaller", "Smaller text", Menu.VIEW, 6, "Make the reading text smaller.", ("Ctrl+-",)),
    Action("text_normal", "Normal text size", Menu.VIEW, 6, "Go back to the normal size.", ("Ctrl+0",)),
    Action(
        "text_wider", "Wider column", Menu.VIEW, 6, "Four characters more to the line.", ("Ctrl+Alt++", "Ctrl+Alt+=")
    ),
    Action("text_narrower", "Narrower column", Menu.VIEW, 6, "Four characters fewer to the line.", ("Ctrl+Alt+-",)),
    Action(
        "theme_system",
        "Follow the system",
        Menu.VIEW,
        7,
        "Light or dark as the desktop is.",
        submenu="Theme",
        checkable=True,
    ),
    Action("theme_light", "Light", Menu.VIEW, 7, "Dark words on a light ground.", submenu="Theme", checkable=True),
    Action("theme_dark", "Dark", Menu.VIEW, 7, "Light words on a dark ground.", submenu="Theme", checkable=True),
    Action("full_screen", "Full screen", Menu.VIEW, 8, "Use the whole screen.", ("F11",), checkable=True),
)

GO = (
    Action(
        "palette", "Command palette…", Menu.GO, 1, "Find any action, article or dossier.", ("Ctrl+K", "Ctrl+Shift+P")
    ),
    Action("back", "Back", Menu.GO, 2, "Go back to the article before.", ("Alt+Left",)),
    Action("forward", "Forward", Menu.GO, 2, "Go forward again.", ("Alt+Right",)),
    Action("next_article", "Next article", Menu.GO, 3, "Open the next article of the list.", ("J",), _READING),
    Action("previous_article", "Previous article", Menu.GO, 3, "Open the article before.", ("K",), _READING),
    Action("next_highlight", "Next mark", Menu.GO, 4, "Go to your next mark.", ("]",), _READER),
    Action("previous_highlight", "Previous mark", Menu.GO, 4, "Go to your mark before.", ("[",), _READER),
    Action("next_entity", "Next name", Menu.GO, 4, "Go to the next name.", ("}",), _READER),
    Action("previous_entity", "Previous name", Menu.GO, 4, "Go to the name before.", ("{",), _READER),
    Action(
        "go_to_paragraph", "Go to paragraph…", Menu.GO, 5, "Go to a paragraph by its number.", ("Ctrl+G",), _READING
    ),
    Action("go_inbox", "Inbox", Menu.GO, 6, "Unread articles.", submenu="Library"),
    Action("go_review", "To review", Menu.GO, 6, "Articles with open suggestions.", submenu="Library"),
    Action("go_annotated", "Annotated", Menu.GO, 6, "Articles with marks of yours.", submenu="Library"),
    Action("go_all", "All articles", Menu.GO, 6, "The whole library.", submenu="Library"),
    Action("go_starred", "Starred", Menu.GO, 6, "Articles with a star.", submenu="Library"),
    Action("go_archive", "Archive", Menu.GO, 6, "Articles put away.", submenu="Library"),
    Action("go_trash", "Trash", Menu.GO, 6, "Deleted articles, kept for 30 days.", submenu="Library"),
)

ARTICLE = (
    Action("toggle_read", "Read or unread", Menu.ARTICLE, 1, "Mark as read, or as unread.", ("U",), _READING),
    Action("toggle_star", "Star", Menu.ARTICLE, 1, "Put a star on it, or take it off.", ("S",), _READING),
    Action("archive", "Archive", Menu.ARTICLE, 1, "Put it away, or take it out again.", ("E",), _READING),
    Action(
        "trash",
        "Move to trash",
        Menu.ARTICLE,
        1,
        "Delete it; it stays in the trash for 30 days.",
        ("Del",),
        (Scope.LIST,),
    ),
    Action("restore", "Restore from trash", Menu.ARTICLE, 1, "Take it out of the trash."),
    Action(
        "purge",
        "Delete for good…",
        Menu.ARTICLE,
        1,
        "Delete what lies in the trash for ever.",
        ("Shift+Del",),
        (Scope.LIST,),
    ),
    Action("put_in_dossier", "Put in dossier…", Menu.ARTICLE, 2, "Add it to a dossier.", ("D",), _READING),
    Action("take_from_dossier", "Take out of dossier", Menu.ARTICLE, 2, "Take it out of the dossier shown."),
    Action(
        "edit_metadata",
        "Edit details…",
        Menu.ARTICLE,
        2,
        "Correct title, author, date, source and address.",
        ("F2",),
        _READING,
    ),
    Action("highlight", "Highlight", Menu.ARTICLE, 3, "Mark the selected passage.", ("H",), _READER),
    Action("annotate", "Note on passage", Menu.ARTICLE, 3, "Mark the passage and write a note on it.", ("N",), _READER),
    Action("tag", "Tag", Menu.ARTICLE, 3, "Tag the passage.", ("T",), _READER),
    Action(
        "statement",
        "New statement…",
        Menu.ARTICLE,
        3,
        "Say who holds what, with this passage as evidence.",
        ("P",),
        _READER,
    ),
    Action(
        "override_position",
        "Read position otherwise…",
        Menu.ARTICLE,
        3,
        "Say how you read the position chosen in the panel, and why.",
    ),
    Action("alias", "This name means…", Menu.ARTICLE, 3, "Say who or what a name stands for.", ("A",), _READER),
    Action(
        "delete_highlight", "Delete mark", Menu.ARTICLE, 3, "Delete the chosen mark and its note.", ("Del",), _READER
    ),
    Action(
        "hide_passage",
        "Hide passage",
        Menu.ARTICLE,
        3,
        "Take the passage out of view; it stays in the library.",
        ("X",),
        _READER,
    ),
    Action(
        "hide_always",
        "Hide passage always",
        Menu.ARTICLE,
        4,
        "Hide it here and wherever this site prints it.",
        (),
        _READER,
    ),
    Action(
        "show_removed",
        "Show removed text",
        Menu.ARTICLE,
        4,
        "List what was taken out of view, to put it back.",
        (),
        _READER,
    ),
    Action(
        "put_all_back",
        "Put all removed text back",
        Menu.ARTICLE,
        4,
        "Show everything that was taken out of view.",
        (),
        _READER,
    ),
    Action(
        "copy_citation",
        "Copy with citation",
        Menu.ARTICLE,
        5,
        "Copy the passage and where it stands.",
        ("Ctrl+Shift+C",),
        _READER,
    ),
    Action(
        "caret_mode",
        "Caret",
        Menu.ARTICLE,
        5,
        "Move through the text by keys: arrows by paragraph, Enter marks.",
        ("C",),
        _READER,
    ),
)

HELP = (
    Action("key_sheet", "Keys", Menu.HELP, 1, "All keys on one page.", ("?", "F1")),
    Action("about", "About Briefing Reader", Menu.HELP, 2, "Version and licence."),
)

ACTIONS: tuple[Action, ...] = FILE + EDIT + VIEW + GO + ARTICLE + HELP
BY_ID: dict[str, Action] = {one.id: one for one in ACTIONS}
WRITES = frozenset(
    {
        "import",
        "import_clipboard",
        "feeds",
        "refresh_feeds",
        "watch_folder",
        "write_note",
        "new_dossier",
        "edit_dossier",
        "delete_dossier",
        "undo",
        "redo",
    }
    | {"toggle_read", "toggle_star", "archive", "trash", "restore", "purge", "put_in_dossier", "take_from_dossier"}
    | {"edit_metadata", "highlight", "annotate", "tag", "statement", "alias", "delete_highlight"}
    | {
        "hide_passage",
        "hide_always",
        "put_all_back",
        "decide_names",
        "certainty",
        "learn",
        "override_position",
        "rulings",
    }
)
"""Actions that change the library, and are absent where it is open for reading only."""


def keys_of(action: Action, remapped: dict[str, str]) -> tuple[str, ...]:
    """Return the keys in force: the user's own where he set some (an empty text takes all keys away)."""
    own = remapped.get(action.id)
    return action.keys if own is None else tuple(own.split())
