"""Words around phone numbers in English, Spanish and French, as alternatives of a regular expression."""

CALL = (
    r"(?:call(?:ing)?|(?:tele)?phone(?=\s(?:us|our|the|now|today|ahead|for|to)\b)|dial|ring|reach"
    r"|llam(?:a|e|ar|ando|anos|enos)|ll[aá]m[ea]nos|marque|marca"
    r"|appel(?:ez|er|le|ons)|t[eé]l[eé]phone[rz]|contacte[rz]|joindre|joignez)"
)
"""Verbs for the call; `phone` only where it is one."""

WHOM = r"(?:[- ](?:us|nous|now|today|(?:our|the) (?:office|clinic|practice|team|front desk)))?"
NOW = (
    r"(?:now|today|right away|immediately|24/7|24 hours|any\s?time|hoy|ahora|ya|de inmediato"
    r"|maintenant|aujourd['’]hui|24h/24)"
)
BOOK = (
    r"(?:schedul(?:e|ing)|book(?:ing)?|reserve|reservations?|appointments?|appt|consult(?:ation)?s?"
    r"|citas?|agend(?:a|ar|e)|reserv(?:a|ar)|consultas?|rendez[- ]vous|rdv|r[eé]serv(?:er|ez))"
)
INFORM = (
    r"(?:questions?|learn more|find out more|more information|speak (?:with|to)|talk (?:with|to)|insurance"
    r"|inquir(?:y|ies)|preguntas|dudas|m[aá]s informaci[oó]n|informes|habl(?:e|ar) con|seguros?"
    r"|renseignements?|en savoir plus|parler (?:à|avec)|assurance)"
)
LABEL = (
    r"(?:(?:tele)?phone(?: number)?|office|main|voice|pager|tel|ph|t|p|m|cell|mobile|direct|toll[- ]free|local"
    r"|clinic|front desk|hotline|t[eé]l[eé]phone|t[eé]l|gsm|portable|fixe|tel[eé]fono|m[oó]vil|celular"
    r"|telefon|telefoon|mobiel)"
)
FAX = r"(?:fax|facsimile|t[eé]l[eé]copie(?:ur)?|tele-?fax)"
EMERGENCY = r"(?:9-?1-?1|emergenc(?:y|ies)|crisis|suicide|urgences?|emergencias?|crise|SAMU)"
TEXT = (
    r"(?:(?:send (?:us )?a )?text (?:us|me|to|at|or|message|now|today|line)\b|text(?=\s*:?\s*\ufffc)|SMS"
    r"|mensaje de texto|env[ií]e un (?:texto|mensaje))"
)
SERVICE = r"(?:9-?1-?1|988|112|999|000|15|18)"
"""Numbers of emergency services."""
