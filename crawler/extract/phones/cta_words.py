"""Words around phone numbers in English, Spanish, French and German, as alternatives of a regular expression."""


def _any(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


CALL = _any(
    r"(?<!\bon[- ])(?<!house )(?<!free )(?<!video )(?<!phone )(?<!missed )(?<!your )(?<!we )(?<!will )(?<!['’]ll )call(?:ing)?"
    r"(?! (?:you|it|them|cent(?:er|re)s?|rates?|charges?|buttons?|is|are|costs?)\b)(?![- ]back (?:number|service))",
    r"(?:please|or|can|to|may|and|simply|just) (?:tele)?phone(?=[\s:,]|\ufffc)",
    r"(?:tele)?phone(?=\s(?:us|our|the|now|today|ahead|for|to)\b)",
    r"dial(?:ling|ing)?(?! tone)",
    r"ring(?=\s?(?:us|me|our|the|on|now|today|dr|\ufffc))",
    r"reach(?=\s(?:us|me|our|the|him|her|them|dr|a|someone)\b)",
    r"give (?:us|me|our \w+|dr\.? \w+) a (?:quick )?(?:call|ring|buzz|bell)",
    r"(?<!se )llam(?:a|e|en|ar|ando|anos|enos|arnos|ándonos|e(?:nos)?)|ll[aá]m[ea]n?os",
    r"(?:marque|marca|marcar|marcando)(?= (?:al?|el|ya|ahora|hoy)\b|\s?\ufffc)",
    r"appel(?:ez|er|le|ons|ant)|t[eé]l[eé]phone[rz]|joindre|joignez|joignables?|composez",
    r"rufen|rufe?(?= (?:uns|mich|jetzt|an|doch|einfach)\b)|anrufen|anzurufen|anruf|wählen|telefonieren"
    r"|erreichen|erreichbar|kontaktieren",
    r"comun[ií](?:quese|cate|carse|quense)|cont[aá]ct[ae]n?(?:os|me)?|contactar(?:nos)?|p[oó]n(?:gase|te) en contacto",
    r"contacte[rz]",
)
"""Verbs for the call. `phone` is one only where it cannot be a noun; a clinic's own calls ("we will call you"), "on call"
and a call centre ask for none."""

CONTACT = r"(?:contact (?:us|me|our|the|dr|him|her)|ask (?:us|our)|get in touch|reach out)"
"""Asks for words rather than for a call. In the other languages "comuníquese al", "contactez-nous au" mean a call."""

WHOM = r"(?:[- ](?:us|nous|uns|now|today|(?:our|the) (?:office|clinic|practice|team|front desk)|(?:sie|wir) uns))?"
NOW = _any(
    r"now|today|tonight|right away|straight away|immediately|asap|24/7|24[- ]hours?|any\s?time|around the clock",
    r"hoy|ahora|ya|de inmediato|inmediatamente|cuanto antes|24 horas",
    r"maintenant|aujourd['’]hui|tout de suite|imm[eé]diatement|24h/24",
    r"jetzt|heute|sofort|gleich|umgehend|rund um die uhr",
)
DO_NOT_WAIT = r"(?:(?:do not|don['’]t) (?:wait|delay)|no espere|n['’]attendez pas|warten sie nicht)"
APPOINTMENT = _any(
    r"(?:re)?schedul(?:e|ing)|book(?:ings?)?|reserve|reservations?|appointments?|appt|consultations?",
    r"citas?|agend(?:a|ar|e)|reserv(?:a|ar)|turnos?",
    r"rendez[- ]vous|rdv|r[eé]serv(?:er|ez)",
    r"termin(?:e|s|en)?|termin(?:vereinbarung|vergabe|buchung|anfrage|absprache)(?:en)?",
)
ASKED = (
    r"(?:(?:(?:request|make|need|for) (?:an? |your )?|(?:pid[ea]|hag[ea]|solicit[ea]) (?:su |una |tu )?"
    r"|(?:prise de|prendre|prenez) (?:un )?|(?:einen|ihren) ))"
)
"""What is done with an appointment."""

BOOK = rf"(?:{APPOINTMENT}|consults?(?! (?:your|a|an|with)\b)|consultas?)"
"""`consulta` is a consultation, a question and in Spain the practice itself: alone before a number it says nothing."""

INFORM = _any(
    r"questions?|learn more|find out more|(?:more|further|additional|any) info(?:rmation)?|for info(?:rmation)?"
    r"|speak (?:with|to)|talk (?:with|to)|inquir(?:y|ies)|enquir(?:y|ies)"
    r"|(?:for|about|regarding|with) (?:your )?insurance|insurance(?= (?:questions?|help|quer(?:y|ies))|\s*\?)",
    r"preguntas?|dudas?|(?:m[aá]s|mayor|mayores) informaci[oó]n|informes|informaci[oó]n(?=\s*:)|habl(?:e|ar|a) con|seguros?",
    r"renseignements?|en savoir plus|plus d['’]informations?|parler (?:à|avec)|des questions|assurances?",
    r"fragen|frage|mehr erfahren|(?:mehr|weitere) informationen|auskünfte?|auskunft|sprechen sie",
)
LABEL = _any(
    r"(?:tele)?phone(?: ?(?:numbers?|no))?|tel|ph|t|p|m|c|o|d|voice|pager|cell(?: ?phone)?|mobile|landline",
    r"(?:our |main |office )?number(?: is)?|main(?: line)?|direct(?: line| dial)?|toll[- ]free|local|free ?call|hotline|helpline",
    r"office|clinic|practice|surgery|reception|front desk|switchboard|after[- ]hours|out[- ]of[- ]hours|urgent care",
    r"call cent(?:er|re)|headquarters|contact(?: us)?|tty|tdd|t\.?d\.?d|relay",
    r"billing(?: (?:office|department|dept))?|accounts|(?:medical )?records|referrals|pharmacy|lab(?:oratory)?|radiology|imaging"
    r"|admissions|(?:patient|customer|client) (?:services?|care|support)|(?:new|existing) patients",
    r"tel[eé]fonos?|telf|tfno|tlfn?o?|m[oó]vil|celular|cel|fijo|oficina|consultorio|cl[ií]nica|recepci[oó]n|conmutador|sede"
    r"|l[ií]nea (?:gratuita|directa|gratis)|sin costo|facturaci[oó]n|farmacia|laboratorio|contacto"
    r"|atenci[oó]n al (?:paciente|cliente)|horario de atenci[oó]n",
    r"t[eé]l[eé]phone|t[eé]l|gsm|portable|fixe|cabinet|secr[eé]tariat|accueil|standard|num[eé]ro (?:vert|gratuit)"
    r"|ligne directe|clinique|bureau|pharmacie|facturation",
    r"telefon(?:nummer)?|fon|mobil(?:telefon|nummer|funk)?|handy|festnetz|rufnummer|durchwahl|praxis|zentrale|empfang"
    r"|anmeldung|rezeption|sekretariat|klinik|büro|apotheke|abrechnung|kontakt",
    r"telefoon|mobiel",
)
FAX = r"(?:(?:e-?|tele-?)?fax(?:es|ing)?(?:[- ]?(?:nummer|nr|number|no))?|facsimile|t[eé]l[eé]copie(?:ur)?)"
EMERGENCY = _any(
    r"9-?1-?1|emergenc(?:y|ies)|urgent(?! care\b)(?:ly)?|crisis|suicide|poison control",
    r"urgences?|urgentes?|crise|samu",
    r"emergencias?|urgencias?",
    r"not(?:fall|fälle|fällen|dienst|ruf(?:nummer)?|arzt)|notfallnummer|bereitschaftsdienst|dringend(?:e|en)?",
)
TEXT = _any(
    r"(?<!\bthe )(?<!\bthis )(?<!\bfull )(?<!\balt )(?<!\bbody )"
    r"(?:text (?:us|me|our|at|now|today|line|only|dr|or call)|text (?:\w{2,12} )?to (?=\ufffc|schedule|book|\d)"
    r"|text(?:s|ing)?(?=\s*[:–-]?\s*\ufffc))",
    r"send (?:us |me )?a text(?: message)?|(?:by|via) text(?: message)?",
    r"text[- ]messages?(?= (?:us|to|at)\b|\s*:?\s*\ufffc)",
    r"sms(?! (?:reminder|notification|alert|appointment))",
    r"mensajes? de texto|(?:env[ií]|m[aá]nd)(?:e|a|en)(?:nos|me)? un (?:texto|mensaje)|texto(?= al\b)",
    r"envoye[zr](?:[- ]nous)? un (?:texto|message)|(?:par )?texto(?=\s*[:–-]?\s*\ufffc| au\b)",
)
WHATSAPP = r"(?:whats\s?app)"
NO_NUMBER = r"(?:9-?1-?1|988|112|999|000|110|116\s?117|061|144|15|17|18)"
"""Numbers of emergency services."""

NOT = _any(
    r"(?:please )?(?:do not|don['’]t|never|cannot|can['’]t|must not|not|no longer) (?:\w+ )?",
    r"(?:no|non|without|outside|isn['’]t|is not)[- ](?:an? )?",
    r"(?:no|sin) (?:es )?(?:una? )?(?:env[ií]e )?(?:por )?",
    r"(?:ne|pas|sans|hors)(?: d['’]| de | une? | )",
    r"(?:kein(?:e|en|er)?|nicht|ohne) ",
)
"""What takes the next of these words back: "do not fax", "non-emergency", "sin cita"."""
