"""Invented clinics of a few pages: in Spanish, in German, and in English with a part in Spanish."""

from collections.abc import Mapping
from typing import NamedTuple


class Page(NamedTuple):
    """`body`: headings after hashes, as in Markdown, and paragraphs, one a line. `link`: its name in the menu."""

    language: str
    title: str
    link: str
    body: str


_ES_FILL = (
    "Nuestro equipo escucha a cada persona, explica con calma lo que ocurre y propone un plan que se puede seguir en casa "
    "y en el trabajo, con visitas cortas y objetivos claros para las próximas semanas. "
)
_DE_FILL = (
    "Unser Team hört zu, erklärt in Ruhe, was geschieht, und schlägt einen Plan vor, der zu Ihrem Alltag passt, mit kurzen "
    "Terminen und klaren Zielen für die nächsten Wochen. "
)
_EN_FILL = (
    "Our team listens to each person, explains calmly what is going on, and suggests a plan that works at home and at the "
    "office, with short visits and clear goals for the weeks to come. "
)

SPANISH = {
    "/": Page("es", "Fisioterapia Ribera del Sol", "Inicio", f"# Fisioterapia en la ribera\n{_ES_FILL * 8}\nTratamos también el codo de tenista."),
    "/dolor-de-espalda/": Page("es", "Dolor de espalda: síntomas y tratamiento", "Dolor de espalda", "\n".join([
        "# Dolor de espalda", f"El dolor en la espalda es muy frecuente. {_ES_FILL * 4}",
        "## ¿Qué es la lumbalgia?", f"La lumbalgia afecta a la zona lumbar. {_ES_FILL * 3}",
        "## Síntomas del dolor lumbar", f"Los dolores lumbares empeoran al sentarse. {_ES_FILL * 3}",
        "## Causas", f"Una hernia discal es una de ellas. {_ES_FILL * 3}",
        "## ¿Cómo se trata?", f"Con ejercicios y terapia manual. {_ES_FILL * 3}"])),
    "/fascitis-plantar/": Page("es", "Fascitis plantar", "Fascitis plantar", f"# Fascitis plantar\nLa fascitis plantar duele al levantarse. {_ES_FILL * 9}"),
    "/tratamientos/fisioterapia/": Page("es", "Fisioterapia: cómo funciona", "Fisioterapia", "\n".join([
        "# Fisioterapia", f"La fisioterapia devuelve el movimiento. {_ES_FILL * 4}",
        "## ¿Qué es la fisioterapia?", _ES_FILL * 3, "## ¿Cómo funciona?", _ES_FILL * 3, "## ¿Es eficaz?", _ES_FILL * 3,
        "## Riesgos y contraindicaciones", _ES_FILL * 3, "## ¿Cuánto cuesta?", _ES_FILL * 3])),
    "/contacto/": Page("es", "Contacto", "Contacto", f"# Contacto\nLlámenos al +34 910 123 456. {_ES_FILL * 2}"),
    "/tarifas/": Page("es", "Tarifas y seguros", "Tarifas", f"# Tarifas\n{_ES_FILL * 6}"),
    "/nuestro-equipo/": Page("es", "Nuestro equipo", "Equipo", f"# Nuestro equipo\n{_ES_FILL * 8}"),
    "/aviso-legal/": Page("es", "Aviso legal", "Aviso legal", f"# Aviso legal\n{_ES_FILL * 4}"),
}  # fmt: skip

GERMAN = {
    "/": Page("de", "Zahnarztpraxis am Lindenhof", "Start", f"# Zahnarztpraxis am Lindenhof\n{_DE_FILL * 8}\nAuch Angstpatienten sind willkommen."),
    "/leistungen/parodontitis/": Page("de", "Parodontitis: Symptome und Behandlung", "Parodontitis", "\n".join([
        "# Parodontitis", f"Die Parodontitis beginnt mit Zahnfleischbluten. {_DE_FILL * 4}",
        "## Was ist eine Parodontitis?", f"Sie ist eine Entzündung. {_DE_FILL * 3}",
        "## Anzeichen", f"Blutendes Zahnfleisch fällt zuerst auf. {_DE_FILL * 3}",
        "## Wie wird behandelt?", f"Die Parodontitisbehandlung dauert einige Wochen. {_DE_FILL * 3}"])),
    "/leistungen/zahnimplantate/": Page("de", "Zahnimplantate in Lindenhof", "Implantate", "\n".join([
        "# Zahnimplantate", f"Ein Zahnimplantat ersetzt die Wurzel. {_DE_FILL * 4}",
        "## Was ist ein Zahnimplantat?", _DE_FILL * 3, "## Wie läuft die Behandlung ab?", _DE_FILL * 3,
        "## Ergebnisse und Haltbarkeit", _DE_FILL * 3, "## Risiken", _DE_FILL * 3, "## Was kostet ein Implantat?", _DE_FILL * 3])),
    "/leistungen/": Page("de", "Leistungen", "Leistungen", f"# Leistungen\n## Professionelle Zahnreinigung\n{_DE_FILL * 6}\n## Zahnersatz\n{_DE_FILL * 3}"),
    "/kontakt/": Page("de", "Kontakt und Anfahrt", "Kontakt", f"# Kontakt\nRufen Sie an: +49 30 901820. {_DE_FILL * 2}"),
    "/team/": Page("de", "Unser Team", "Team", f"# Unser Team\n{_DE_FILL * 9}"),
    "/impressum/": Page("de", "Impressum", "Impressum", f"# Impressum\n{_DE_FILL * 3}"),
}  # fmt: skip

ENGLISH = {
    "/": Page("en", "Harbour Physical Therapy", "Home", f"# Physical therapy by the harbour\n{_EN_FILL * 8}"),
    "/back-pain/": Page("en", "Low back pain: symptoms and treatment", "Back pain", "\n".join([
        "# Low back pain", f"Low back pain is very common. {_EN_FILL * 4}", "## What is low back pain?", _EN_FILL * 3,
        "## Symptoms", _EN_FILL * 3, "## Treatment", _EN_FILL * 3])),
    "/services/physical-therapy/": Page("en", "Physical therapy: how it works", "Physical therapy", "\n".join([
        "# Physical therapy", f"Physical therapy brings movement back. {_EN_FILL * 4}", "## What is physical therapy?", _EN_FILL * 3,
        "## How it works", _EN_FILL * 3, "## Does it work?", _EN_FILL * 3])),
    "/foot/": Page("en", "Foot and heel", "Foot", f"# Foot and heel\n{_EN_FILL * 8}"),
    "/es/": Page("es", "Fisioterapia en el puerto", "Español", f"# Fisioterapia en el puerto\n{_ES_FILL * 8}"),
    "/es/fascitis-plantar/": Page("es", "Fascitis plantar", "Fascitis plantar", SPANISH["/fascitis-plantar/"].body),
    "/es/fisioterapia/": Page("es", "Fisioterapia", "Fisioterapia", SPANISH["/tratamientos/fisioterapia/"].body),
    "/es/espalda/": Page("es", "Dolor de espalda", "Espalda", SPANISH["/dolor-de-espalda/"].body),
    "/es/contacto/": Page("es", "Contacto", "Contacto", SPANISH["/contacto/"].body),
}  # fmt: skip


def markup(page: Page, site: Mapping[str, Page]) -> str:
    """`page` as HTML, with a menu of all pages of `site` in its language and the way to the other one. Paragraphs
    end with a number: what many pages share is no content."""
    menu = "".join(
        f'<a href="{path}">{other.link}</a> '
        for path, other in site.items()
        if other.language == page.language or path in ("/", "/es/")
    )
    lines = [
        line if line.startswith("#") else f"{line} {len(page.title)}.{n}"
        for n, line in enumerate(page.body.splitlines())
    ]
    body = "".join(map(_element, lines))
    return (
        f'<!doctype html><html lang="{page.language}"><head><meta charset="utf-8"><title>{page.title}</title></head>'
        f"<body><header><nav>{menu}</nav></header><main>{body}</main></body></html>"
    )


def _element(line: str) -> str:
    level = len(line) - len(line.lstrip("#"))
    text = line.lstrip("# ")
    return f"<h{level}>{text}</h{level}>" if level else f"<p>{text}</p>"
