"""What was decided, from the command line: exported, learnt from, and returned to what was shipped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.cli.library import opened_library
from briefing_app.cli.output import print_json, print_line, print_result
from briefing_app.domain.codec import to_plain
from briefing_app.domain.learning import Part
from briefing_app.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace

    from briefing_app.domain.learning import Learnt, Trial
    from briefing_app.services.services import Services


def corrections(options: Namespace) -> int:
    """Export what was accepted, edited and dismissed; learn from it; or return to what was shipped."""
    if options.out and options.action != "export":
        raise UsageError("Only an export is written to a file.", hint="Leave --out away, or say “corrections export”.")
    if options.adopt and options.action != "learn":
        raise UsageError("Only what is learnt now can be adopted.", hint="Say “corrections learn --adopt”.")
    with opened_library(options) as services:
        match options.action:
            case "status":
                return _status(services, options)
            case "learn":
                return _learn(services, options)
            case "forget":
                return _forget(services, options)
            case _:
                return _export(services, options)


def _export(services: Services, options: Namespace) -> int:
    from briefing_app.export.corrections import lines

    if not options.out:
        for line in lines(services.corrections.gold()):
            print_line(line)
        return 0
    count = services.corrections.export(Path(options.out))
    wrote = f"Wrote {options.out}; it holds the text of {count} {'article' if count == 1 else 'articles'}."
    print_result({"corrections": options.out, "articles": count}, wrote, as_json=options.json)
    return 0


def _status(services: Services, options: Namespace) -> int:
    view = services.learning.view()
    used = {part: view.uses(part) for part in Part}
    if options.json:
        counts = {"decisions": view.decisions, "dismissed": view.dismissed, "names": view.names}
        trials = {part.value: to_plain(one.trial(part)) if one is not None else None for part, one in used.items()}
        print_json({**counts, "in_use": trials})
        return 0
    print_line(f"{view.decisions} decisions on suggestions, {view.dismissed} dismissed; {view.names} corrected names.")
    for part, one in used.items():
        print_line(f"{part.value}: {'as shipped' if one is None else 'as learnt'}")
        if one is not None:
            _print(one.trial(part))
    return 0


def _learn(services: Services, options: Namespace) -> int:
    learnt = services.learning.learn()
    adopted: tuple[Part, ...] = ()
    if options.adopt and learnt.allowed:
        adopted = services.learning.adopt(learnt)
        _analyse_again(services)
    if options.json:
        print_json({"trials": to_plain(learnt.trials), "adopted": [one.value for one in adopted]})
    else:
        _print_learnt(learnt, adopted)
    return 1 if options.adopt and not adopted else 0


def _forget(services: Services, options: Namespace) -> int:
    changed = services.learning.forget()
    count = _analyse_again(services)
    told = "Everything is as it was shipped." if changed else "Nothing learnt was in use."
    print_result({"forgotten": changed, "analysed": count}, told, as_json=options.json)
    return 0


def _analyse_again(services: Services) -> int:
    """Analyse the articles that what is in use now reads otherwise; return how many."""
    waiting = services.importing.waiting()
    for article in waiting:
        services.importing.analyse(article)
    return len(waiting)


def _print_learnt(learnt: Learnt, adopted: tuple[Part, ...]) -> None:
    for trial in learnt.trials:
        print_line(f"{trial.part.value}: {'adopted' if trial.part in adopted else 'not adopted'}")
        _print(trial)


def _print(trial: Trial) -> None:
    for words, one in (("held out", trial.own), ("shipped set", trial.shipped)):
        if one.count:
            print_line(f"  {words}: right {one.before} of {one.count} before, {one.after} after")
    if trial.reason:
        print_line(f"  {trial.reason}")
