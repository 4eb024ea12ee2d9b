"""The words of the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from briefing_app import __version__
from briefing_app.domain.position import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

STANCES = "supports, opposes, rejects, demands, offers, conditional or undecided"


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence and whose exit code is 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message[:1].upper()}{message[1:]}. See “{self.prog} --help”.\n")


def parser() -> _Parser:
    """Return the parser of the whole command line."""
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--library", metavar="PATH", help="the library file (default: the one in your data folder)")
    common.add_argument("--json", action="store_true", help="print JSON, one object a line where there are many")
    main = _Parser(prog="briefing-reader", description="Read articles, see who holds what position, write the note.")
    main.add_argument("--library", metavar="PATH", default="", help="the library file")
    main.add_argument("--json", action="store_true", help="print JSON")
    main.add_argument("--version", action="version", version=f"Briefing Reader {__version__}")
    commands = main.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, help_: str) -> _Parser:
        return commands.add_parser(name, help=help_, description=help_, parents=[common])

    _text_commands(command)
    _library_commands(command)
    _feed_commands(command, common)
    _actor_commands(command, common)
    _correction_commands(command)
    _mark_commands(command)
    _result_commands(command)
    _care_commands(command)
    return main


def parsed(words: Sequence[str]) -> argparse.Namespace:
    """Return the options of a command line."""
    return parser().parse_args(words)


if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[[str, str], _Parser]


def _text_commands(command: Command) -> None:
    for name, help_ in (
        ("extract", "clean documents, without a library"),
        ("sanitise", "sanitise HTML, without a library"),
        ("analyse", "clean and analyse documents, without a library"),
    ):
        one = command(name, help_)
        one.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
        one.add_argument("--out", metavar="DIR", help="write NAME.json there for each input")
        if name == "analyse":
            one.add_argument("--published", metavar="DATE", help="the date that “Monday” counts from")
            one.add_argument("--pipeline", metavar="NAME", help="a language pipeline of your own")
    command("anchor", "find quotes again: JSON lines in, JSON lines out")


def _library_commands(command: Command) -> None:
    new = command("new", "make a library")
    new.add_argument("--encrypted", action="store_true", help="encrypt it")
    dossiers = command("dossiers", "list dossiers, add one, or set one from a file")
    dossiers.add_argument("action", nargs="?", choices=("list", "add", "set"), default="list")
    dossiers.add_argument("name", nargs="?", metavar="NAME|FILE.json")
    import_ = command("import", "take articles in")
    import_.add_argument("paths", nargs="*", metavar="PATH_OR_URL", help="a file, a folder, an address, or -")
    import_.add_argument("--dossier", metavar="NAME", help="put them into this dossier")
    import_.add_argument("--resume", action="store_true", help="go on with every import that was interrupted")
    import_.add_argument(
        "--analysis",
        choices=("now", "later"),
        help="wait for the language analysis too (default), or leave it to the next import, or the window",
    )
    imports = command("imports", "list the imports remembered, or what became of each input of one")
    imports.add_argument("run", nargs="?", metavar="NUMBER|ID", help="1 is the latest")
    imports.add_argument("--outcome", choices=("imported", "duplicate", "updated", "refused", "failed"))
    imports.add_argument("--format", choices=("json", "csv"))
    imports.add_argument("--out", metavar="FILE")
    list_ = command("list", "list articles")
    list_.add_argument("--dossier", metavar="NAME")
    command("show", "show one article").add_argument("article", metavar="ARTICLE")
    search = command("search", "search articles, passages and notes")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--limit", type=_count, default=20, metavar="N")
    search.add_argument("--rank", choices=("newest", "best"), default="newest")
    command("batch", "run JSON commands from standard input")


def _feed_commands(command: Command, common: _Parser) -> None:
    feeds = command("feeds", "list feeds, find, add, edit or remove one, look for news, or export the list")
    names = ("list", "find", "add", "edit", "back", "remove", "refresh", "export")
    actions = feeds.add_subparsers(dest="action", metavar="|".join(names))
    one = {name: actions.add_parser(name, parents=[common]) for name in names}
    one["find"].add_argument("place", metavar="ADDRESS", help="a feed, or a page that names feeds")
    one["add"].add_argument("place", metavar="URL_OR_OPML")
    one["add"].add_argument("--dossier", metavar="NAME", help="put what the feed brings into this dossier")
    one["add"].add_argument("--user", metavar="NAME", help="name to log in with; the password goes into the keyring")
    one["edit"].add_argument("place", metavar="URL")
    one["edit"].add_argument("--name", metavar="NAME", help="what you call it; empty for what it calls itself")
    one["edit"].add_argument("--folder", metavar="NAME")
    one["edit"].add_argument("--dossier", metavar="NAME", help="put what it brings into this dossier; empty for none")
    one["edit"].add_argument("--full", action=argparse.BooleanOptionalAction, help="fetch the page of each new item")
    one["back"].add_argument("place", metavar="URL", help="give a feed that moved its old address again, for good")
    one["export"].add_argument("place", metavar="FILE.opml", nargs="?")
    one["remove"].add_argument("place", metavar="URL")
    one["refresh"].add_argument("place", metavar="URL", nargs="?")
    one["refresh"].add_argument("--full", action="store_true", help="fetch the page of each new item too")


def _actor_commands(command: Command, common: _Parser) -> None:
    actors = command("actors", "find actors, add, name, rename, merge or split them")
    names = ("find", "show", "add", "rename", "name", "unname", "office", "merge", "split", "rulings", "forget")
    actions = actors.add_subparsers(dest="action", metavar="|".join(names), required=True)
    one = {name: actions.add_parser(name, parents=[common]) for name in names}
    one["find"].add_argument("words", metavar="WORDS", nargs="?", default="")
    one["find"].add_argument("--limit", type=_count, default=20, metavar="N")
    one["add"].add_argument("name", metavar="NAME")
    kinds = ("person", "org", "gpe", "loc", "norp", "fac", "event", "law")
    one["add"].add_argument("--kind", choices=kinds, default="org")
    one["add"].add_argument("--parent", metavar="ACTOR", help="what it belongs to")
    one["forget"].add_argument("words", metavar="WORDS", help="what was ruled on")
    for name in names[1:2] + names[3:9]:
        one[name].add_argument("actor", metavar="ACTOR", help="a key, or the exact name")
    for name in ("rename", "name", "unname"):
        one[name].add_argument("name", metavar="NAME")
    sorts = ("name", "acronym", "demonym", "metonym", "role", "nickname")
    one["name"].add_argument("--kind", choices=sorts, default="name", help="what sort of name it is")
    one["name"].add_argument("--acting", action="store_true", help="it means the actor only where it acts")
    one["office"].add_argument("title", metavar="TITLE")
    one["office"].add_argument("serves", metavar="FOR", help="the country or organisation")
    for name in ("name", "office"):
        one[name].add_argument("--from", dest="since", default="", metavar="DATE")
        one[name].add_argument("--to", dest="until", default="", metavar="DATE")
    one["merge"].add_argument("into", metavar="INTO", help="the actor that it is one with")


def _correction_commands(command: Command) -> None:
    corrections = command("corrections", "export what you accepted, edited and dismissed, or learn from it")
    actions = ("export", "status", "learn", "forget")
    corrections.add_argument("action", nargs="?", choices=actions, default="export", metavar="|".join(actions))
    corrections.add_argument("--out", metavar="FILE.jsonl", help="default: standard output")
    corrections.add_argument("--adopt", action="store_true", help="use what is learnt where it is measured as better")


def _mark_commands(command: Command) -> None:
    highlight = command("highlight", "highlight a passage")
    statement = command("statement", "record what a party said on an issue")
    for one in (highlight, statement):
        one.add_argument("article", metavar="ARTICLE")
        one.add_argument("--quote", required=True, metavar="TEXT", help="the passage, as it stands in the article")
        one.add_argument("--prefix", default="", metavar="TEXT", help="what stands before it")
        one.add_argument("--suffix", default="", metavar="TEXT", help="what stands behind it")
    highlight.add_argument("--type", default="Claim", metavar="TYPE")
    highlight.add_argument("--tag", action="append", metavar="TAG")
    highlight.add_argument("--note", default="", metavar="MARKDOWN")
    statement.add_argument("--party", action="append", required=True, metavar="NAME")
    statement.add_argument("--issue", required=True, metavar="NAME")
    statement.add_argument("--stance", required=True, metavar="STANCE", help=STANCES)
    statement.add_argument("--speaker", default="", metavar="NAME")
    statement.add_argument("--paraphrase", default="", metavar="TEXT")
    statement.add_argument("--hedged", action="store_true")
    statement.add_argument("--mark", action="append", metavar="MARK", help="red-line, precondition or concession")
    statement.add_argument("--said", default="", metavar="DATE")


def _result_commands(command: Command) -> None:
    annotations = command("annotations", "export annotations")
    annotations.add_argument("--dossier", metavar="NAME")
    annotations.add_argument("--format", choices=("json", "jsonld", "csv", "md", "html"), default="json")
    annotations.add_argument("--out", metavar="FILE")
    positions = command("positions", "print who holds which position")
    positions.add_argument("--dossier", required=True, metavar="NAME")
    positions.add_argument("--as-of", metavar="DATE")
    positions.add_argument("--since", metavar="DATE")
    positions.add_argument("--include", choices=("confirmed", "all"), default="all")
    positions.add_argument("--format", choices=("json", "csv", "md"))
    positions.add_argument("--out", metavar="FILE")
    positions.add_argument("--override", choices=[one.value for one in Stance], help="read one position otherwise")
    positions.add_argument("--withdraw", action="store_true", help="take back what --override said of it")
    positions.add_argument("--party", metavar="NAME", help="whose position --override and --withdraw mean")
    positions.add_argument("--issue", metavar="NAME")
    positions.add_argument("--reason", default="", metavar="TEXT", help="why; it goes with the position into notes")
    positions.add_argument("--says", default="", metavar="TEXT", help="what the party holds, in a few words")
    note = command("note", "write a briefing note")
    note.add_argument("--dossier", required=True, metavar="NAME")
    note.add_argument("--template", default="briefing-note", metavar="NAME")
    note.add_argument("--out", required=True, metavar="FILE.md|.html")
    note.add_argument("--as-of", metavar="DATE")
    note.add_argument("--include", choices=("confirmed", "all"), default="all")
    note.add_argument("--set", action="append", metavar="FIELD=VALUE")
    screenshot = command("screenshot", "paint the real window to a file")
    screenshot.add_argument("out", metavar="OUT.png")
    screenshot.add_argument("--view", choices=("reader", "note"), default="reader")
    screenshot.add_argument("--dossier", metavar="NAME")
    screenshot.add_argument("--article", metavar="ARTICLE")
    screenshot.add_argument("--size", default="1600x900", metavar="WxH")
    screenshot.add_argument("--theme", choices=("light", "dark", "system"), default="light")
    screenshot.add_argument("--scale", type=float, default=1.0, metavar="N")


def _care_commands(command: Command) -> None:
    command("check", "check the library").add_argument("--repair", action="store_true", help="mend what can be")
    one = command("backup", "write a backup to one file")
    one.add_argument("file", nargs="?", metavar="FILE", help="default: among those kept beside the library")
    command("backups", "list the backups kept beside the library")
    command("restore", "make a library of a backup").add_argument("file", metavar="FILE")


def _count(word: str) -> int:
    number = int(word)
    if number < 1:
        raise argparse.ArgumentTypeError("it must be at least 1")
    return number
