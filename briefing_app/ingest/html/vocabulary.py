"""What furniture calls itself in the languages of many sites: comments, replies, further reading, sharing, adverts.

Each pattern reads a short line in lower case; none proves anything of a sentence.
"""

from __future__ import annotations

import re

_COMMENTS = (
    r"comments?|kommentare?|kommentarer|commentaires?|comentarios?|comentários?|commenti|commento|reacties?|"
    r"reactions?|"
    r"komentarz(?:e|y)?|komentáře?|комментари[йияев]{1,3}|коментар[іїів]{1,3}|коментари|yorum(?:lar)?|"
    r"评论|評論|留言|コメント|댓글|تعليقات?|التعليقات|التعليق|टिप्पणियाँ|टिप्पणियां|टिप्पणी|प्रतिक्रियाएँ|σχόλια|"
    r"hozzászólás(?:ok)?|kommentit|"
    r"responses?|replies"
)
_NUMBER = r"(?:\d{1,3}(?:[., \u00a0]\d{3}|\d{0,3})|one|two|three|no|eine?|zwei|drei|ein|un|deux|uno|dos|due|keine)"
COMMENTS_HEAD = re.compile(
    r"\W{0,4}(?:(?:view|show|read|all|join the|reader|readers'|user|alle|tous les|les|los|tutti i|показать|"
    rf"die|latest|recent|top|most recent) ){{0,2}}(?:{_NUMBER}\s?)?(?:{_COMMENTS})"
    rf"(?:\s?[(\[:]?\s?{_NUMBER}\s?条?[)\]]?)?(?: (?:to|on|zu|à|sur|su|en|a|do|к)\b.{{1,70}})?\W{{0,3}}"
    rf"|{_NUMBER}\s?(?:条|件の?|個の)?\s?(?:{_COMMENTS})"
    rf"|\W{{0,3}}(?:{_NUMBER}\s?)?(?:网友|全部|最新|热门|讀者|读者)(?:评论|評論|留言)\W{{0,3}}"
    r"|(?:leave|add|post|write) (?:a|your) (?:comment|reply)|schreiben sie einen kommentar|laisser un commentaire|"
    r"deja un comentario|lascia un commento|deixe um comentário|dodaj komentarz|оставить комментарий|"
    r"join the (?:discussion|conversation)|discussion(?: \(\d{1,4}\))?|what do you think\?"
)
"""A line that stands above comments, or above the form for one."""

REPLY = re.compile(
    r"\W{0,3}(?:repl(?:y|ies)|reply to .{1,30}|respond|antworten|auf diesen kommentar antworten|répondre|responder|"
    r"rispondi|reageer|beantwoorden|reageren|odpowiedz|odpovědět|ответить|відповісти|отговор|yanıtla|cevapla|svar|"
    r"svara|"
    r"vastaa|回复|回復|返信|답글|رد|الرد|उत्तर दें|जवाब दें|απάντηση|report(?: abuse| comment)?|flag|melden|signaler|"
    r"reportar|segnala|zgłoś|пожаловаться|举报|通報|permalink|upvote|like(?: \(\d{1,4}\))?|\d{1,4} likes?|quote|"
    r"zitieren|citer|citar|cita|цитировать|引用|share|vote (?:up|down)|gefällt mir|j'aime|me gusta|mi piace|"
    r"нравится|赞(?: ?\(?\d{0,5}\)?)?|顶(?: ?\(?\d{0,5}\)?)?|いいね!?)\W{0,3}"
)
"""A button below a comment."""

AGO = re.compile(
    r"\b(?:an?|one|\d{1,3}) (?:second|minute|min|hour|hr|day|week|month|year|yr)s? ago\b"
    r"|\bvor (?:\d{1,3}|einer?m?) (?:sekunde|minute|stunde|tag|woche|monat|jahr)\w{0,2}\b"
    r"|\bil y a (?:\d{1,3}|une?) \w{3,9}|\bhace (?:\d{1,3}|una?) \w{3,9}|\bhá (?:\d{1,3}|uma?) \w{3,9}"
    r"|\b(?:\d{1,3}|un['’]?a?o?) ?\w{3,9} fa\b|\b\d{1,3} \w{3,9} geleden\b|\b\d{1,3} \w{3,9} temu\b"
    r"|\b\d{1,3} \w{3,9} (?:назад|тому)\b|\b\d{1,3} \w{2,6} önce\b"
    r"|\d{1,3} ?(?:秒|分钟|分|小时|時間|天|日|周|週間|个月|ヶ月|年)前|منذ \w{2,9}|\d{1,3} \w{2,8} पहले",
    re.IGNORECASE,
)
"""How long ago, as comments and teasers say it."""

READ_ALSO = re.compile(
    r"\W{0,3}(?:(?:article réservé à nos abonnés )?(?:à )?lire (?:aussi|également|la suite)|sur le même (?:sujet|"
    r"thème)|"
    r"voir aussi|"
    r"zum thema|mehr zum thema|lesen sie (?:auch|mehr|hier)|siehe auch|auch interessant|mehr dazu|"
    r"lea? (?:también|más|además)|leer más|te puede interesar|también (?:te|le) puede interesar|ver también|"
    r"vea también|"
    r"leggi (?:anche|pure)|guarda anche|vedi anche|potrebbe interessarti|leia (?:também|mais)|veja (?:também|mais)|"
    r"saiba mais|lees (?:ook|meer|verder)|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|"
    r"читайте (?:также|ещё|еще|по теме|подробнее|також)|смотрите также|по теме|материалы по теме|подробнее|"
    r"дивіться також|"
    r"اقرأ (?:أيضا|أيضاً|ايضا|المزيد|كذلك)|شاهد أيضا|"
    r"延伸阅读|相关阅读|相关新闻|延伸閱讀|推荐阅读|关联阅读|関連記事|関連リンク|あわせて読みたい|"
    r"(?:ये|यह|इसे) भी (?:पढ़ें|देखें|पढ़े)|इसे भी पढ़ें|और पढ़ें|관련 ?기사|ayrıca (?:okuyun|bkz)|"
    r"ilgili haber(?:ler)?|bunu da oku|"
    r"les også|läs (?:också|mer|även)|lue myös|přečtěte si také|čtěte také|olvasta már|διαβάστε (?:επίσης|ακόμη)|"
    r"read (?:also|more|next)|also read|see also|more on this|related|recommended|don'?t miss|watch)"
    r"(?:\W{0,4}$|\s?[:：|»>→–—-]|\s(?=\S))"
)
"""How a line begins that points to another article."""

OF_ITSELF = re.compile(
    r"this (?:entry|post|article) was (?:posted|filed|published) (?:on|in|by|under)\b.{0,440}"
    r"|(?:posted|published|filed|written) by:? .{2,60}(?: at | on |\s?\|).{2,90}"
    r"|find this (?:article|story|page)(?: online)? at\s?:?.{0,300}|https?://\S{3,300}"
    r"|(?:url|permalink|short ?link|link to this (?:page|article)|source url|original url)\s?:?\s?https?://\S{3,300}"
    r"|\d{1,5} (?:answers?|antworten|respuestas|réponses|risposte|respostas|odpowiedzi|ответ(?:а|ов)?|views?|reads?|"
    r"view comments?|vistas|lectures|просмотр\w{0,3})|your answer|know someone who can answer\?.{0,120}"
    r"|\W{0,3}(?:publicité|publicidad|pubblicità|publicidade|anzeige|werbung|advertentie|reklama|reklam|реклама|إعلان|"
    r"विज्ञापन|广告|廣告|広告|annonse|annons|mainos|advertisement|advertorial)\W{0,3}"
    r"|(?:you(?:'re|’re| are) receiving|you (?:have )?received|sie erhalten|vous recevez|recibe[sn]?|ricevi|"
    r"вы получили|вы получаете) (?:this|diese[ns]?|cet(?:te)?|este|questa|это) (?:e-?mail|message|newsletter|nachricht|"
    r"courriel|correo|письмо)\b.{0,300}|[가-힣]{2,4} ?기자(?:[ =]?\(?[\w.-]{1,40}@[\w.-]{1,40}\)?)?"
    r"|(?:article )?réservé aux? abonnés|nur für abonnenten|solo para suscriptores|solo per abbonati|"
    r"только для подписчиков|tylko dla prenumeratorów|会员专享|会員限定"
)
"""A line in which a page speaks of itself."""
