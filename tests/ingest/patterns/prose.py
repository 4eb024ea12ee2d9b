"""Made-up sentences: enough of them that no two paragraphs of a page are alike."""

# ruff: noqa: E501 (lists of words stand as they are)

from __future__ import annotations

import random
from dataclasses import dataclass, field

_WHO = {
    "en": "the harbour board|the delegation from the north|a spokeswoman for the ministry|the river commission|"
    "Mayor Ilse Torvald|the mediator, Jonas Okello,|two senior officials|the growers’ union|an engineer on the site|"
    "the parliamentary group|Dr Amina Castell|the regional court|most of the observers|the insurers",
    "de": "die Hafenbehörde|eine Sprecherin des Ministeriums|der Vermittler Jonas Okello|die Flusskommission|"
    "zwei hohe Beamte|das Regionalgericht|die Gewerkschaft der Bauern|die Bürgermeisterin Ilse Torvald",
    "fr": "le conseil du port|une porte-parole du ministère|le médiateur Jonas Okello|la commission du fleuve|"
    "deux hauts fonctionnaires|le tribunal régional|le syndicat des maraîchers|la maire Ilse Torvald",
    "es": "la junta del puerto|una portavoz del ministerio|el mediador Jonas Okello|la comisión del río|"
    "dos altos funcionarios|el tribunal regional|el sindicato de agricultores|la alcaldesa Ilse Torvald",
    "ru": "совет порта|представитель министерства|посредник Йонас Окелло|речная комиссия|"
    "двое высокопоставленных чиновников|областной суд|профсоюз земледельцев|мэр города",
    "ar": "مجلس الميناء|متحدثة باسم الوزارة|الوسيط يوناس أوكيلو|لجنة النهر|مسؤولان كبيران|المحكمة الإقليمية",
}
_DID = {
    "en": "told reporters that|said in a letter that|had argued for months that|now accepts that|found in its review that|"
    "repeated on {day} that|warned the assembly that|wrote to the council, saying that|denied in public that",
    "de": "erklärte am {day}, dass|schrieb in einem Brief, dass|warnte den Rat, dass|fand in der Prüfung heraus, dass",
    "fr": "a déclaré {day} que|a écrit dans une lettre que|a averti le conseil que|a conclu dans son rapport que",
    "es": "declaró el {day} que|escribió en una carta que|advirtió al consejo de que|concluyó en su informe que",
    "ru": "сообщил в {day}, что|написал в письме, что|предупредил совет о том, что|установил в отчёте, что",
    "ar": "قال يوم {day} إن|كتب في رسالة أن|حذر المجلس من أن|خلص في تقريره إلى أن",
}
_WHAT = {
    "en": "the lock gates at {place} would not be rebuilt before the floods|{num} households had lost their right to the water|"
    "the price of a crossing, set at {num} crowns, was never agreed|the second pier of {place} had moved by {num} millimetres|"
    "no convoy had passed {place} since the spring, in spite of the guarantees|the fund held {num} million less than was claimed|"
    "the ferry to {place} could carry only {num} people a day, far fewer than planned|"
    "the talks in {place} would be held again, with {num} delegates at the table|"
    "the survey of {place}, done by {num} volunteers, had been lost in the archive",
    "de": "die Schleuse bei {place} nicht vor der Flut erneuert wird|{num} Haushalte ihr Recht auf Wasser verloren haben|"
    "die Fähre nach {place} nur {num} Menschen am Tag tragen kann|der Fonds {num} Millionen weniger enthält als behauptet",
    "fr": "l’écluse de {place} ne serait pas rebâtie avant la crue|{num} foyers avaient perdu leur droit à l’eau|"
    "le bac de {place} ne pouvait porter que {num} personnes par jour|le fonds contenait {num} millions de moins que prévu",
    "es": "la esclusa de {place} no se reconstruiría antes de la crecida|{num} hogares habían perdido su derecho al agua|"
    "el transbordador de {place} solo podía llevar a {num} personas al día|el fondo tenía {num} millones menos",
    "ru": "шлюз у города {place} не будет восстановлен до паводка|{num} семей потеряли право на воду|"
    "паром до города {place} берёт только {num} человек в день|в фонде на {num} миллионов меньше, чем заявлено",
    "ar": "بوابة {place} لن يعاد بناؤها قبل الفيضان|{num} أسرة فقدت حقها في المياه|العبارة إلى {place} لا تحمل سوى {num} شخصا",
}
_END = {
    "en": ".|.|, a claim that nobody on the other side has answered.|, according to minutes seen this week.|"
    ", and that the matter was closed.|, although the figures differ from year to year.|; the rest was left open.",
    "de": ".|, so das Protokoll der Sitzung.|, was die Gegenseite bestreitet.",
    "fr": ".|, selon le compte rendu de la séance.|, ce que l’autre partie conteste.",
    "es": ".|, según el acta de la sesión.|, algo que la otra parte niega.",
    "ru": ".|, как следует из протокола.|, с чем не согласна другая сторона.",
    "ar": ".|، وفقا لمحضر الجلسة.|، وهو ما تنفيه الجهة الأخرى.",
}
_DAYS = {
    "en": "Monday|Tuesday|Thursday|Friday",
    "de": "Montag|Dienstag|Freitag",
    "fr": "lundi|mardi|vendredi",
    "es": "lunes|martes|viernes",
    "ru": "понедельник|среду|пятницу",
    "ar": "الاثنين|الثلاثاء|الجمعة",
}
_PLACES = "Lower Varn|Oste|Merrin Bay|Kelda|Santo Brel|Tarnholm|Ust-Livna|Port Amery|Halvik|Dunmarra|Corvena|Besk"
_HEADS = (
    "What the survey found|A pier that moved|Who pays for the water|The view from Kelda|Letters without answers|"
    "The next round|Numbers that do not add up|An old dispute returns|How the fund was spent|What happens now|"
    "The long way round|A question of rights|Before the floods|Voices from the ferry|The court’s answer"
)
_TITLES = {
    "en": "{place} lock will not be rebuilt before the floods, board admits|Why the ferry to {place} carries so few|"
    "River commission and growers at odds over {place}|Inside the {num} million crowns missing from {place}|"
    "Talks on water rights reopen in {place} after a silent year|Convoys stay away from {place}, mediator says",
    "de": "Schleuse bei {place} wird nicht vor der Flut erneuert|Warum die Fähre nach {place} so wenige trägt",
    "fr": "L’écluse de {place} ne sera pas rebâtie avant la crue|Pourquoi le bac de {place} reste à quai",
    "es": "La esclusa de {place} no se reconstruirá antes de la crecida|Por qué el barco a {place} no sale",
    "ru": "Шлюз у города {place} не восстановят до паводка|Почему паром до города {place} почти пуст",
    "ar": "بوابة {place} لن يعاد بناؤها قبل الفيضان",
}


@dataclass
class Prose:
    """A source of sentences in one language, always the same for the same seed."""

    seed: int
    language: str = "en"
    random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)

    def _pick(self, table: dict[str, str]) -> str:
        return self.random.choice(table[self.language].split("|"))

    def _fill(self, text: str) -> str:
        text = text.replace("{place}", self.place()).replace("{day}", self._pick(_DAYS))
        return text.replace("{num}", str(self.random.randint(12, 980)))

    def place(self) -> str:
        return self.random.choice(_PLACES.split("|"))

    def sentence(self) -> str:
        who, did, what, end = (self._pick(table) for table in (_WHO, _DID, _WHAT, _END))
        text = self._fill(f"{who} {did} {what}{end}")
        return text[0].upper() + text[1:]

    def paragraph(self, least: int = 2, most: int = 4) -> str:
        return " ".join(self.sentence() for _ in range(self.random.randint(least, most)))

    def paragraphs(self, count: int) -> list[str]:
        return [self.paragraph() for _ in range(count)]

    def heading(self) -> str:
        return self.random.choice(_HEADS.split("|")) + f" in {self.place()}"

    def title(self) -> str:
        return self._fill(self._pick(_TITLES))

    def quote(self) -> str:
        return f"“{self.sentence().rstrip('.')},” said {self.random.choice(['Ms Torvald', 'Mr Okello', 'Dr Castell'])}."

    def item(self) -> str:
        return self._fill(self._pick(_WHAT)).capitalize() + "."
