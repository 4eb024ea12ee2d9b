"""What the worker may read: the program's own folders, however they are called, and nothing around them."""

from __future__ import annotations

import os
from pathlib import Path

import lxml

from briefing_app import paths
from briefing_app.worker import roots


def test_readable_when_the_programs_own_then_yes() -> None:
    for name in (os.__file__, lxml.__file__, roots.__file__, str(paths.resource("gazetteers")), "/dev/null"):
        assert roots.readable(name), name


def test_readable_when_the_users_or_around_then_no(tmp_path: Path) -> None:
    home = Path.home()
    outside = [tmp_path / "a.txt", home, home / "letter.txt", Path("/"), Path("/etc/passwd"), Path("/proc/1/environ")]
    checkout = Path(paths.__file__).parent.parent
    outside += [checkout / ".git" / "config", checkout / "library.brief"]
    outside += [Path(os.__file__).parent / ".." / ".." / ".." / ".." / ".." / ".." / "etc" / "passwd"]
    for one in outside:
        assert not roots.readable(str(one)), one


def test_readable_when_a_link_leads_out_then_no(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(os.__file__)
    assert roots.readable(str(link))
    link.unlink()
    link.symlink_to("/etc/passwd")
    assert not roots.readable(str(link))
