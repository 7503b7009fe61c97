"""The plainest promises in Spanish."""

from re import compile as compiled

from crawler.extract.claims.rules.rule import Language, Rule

SPANISH = Language(
    rules=(
        Rule(
            "absolute",
            ("garant", "100", "definitiv", "permanente", "milagr", "sin efectos", "sin riesgo", " cura"),
            compiled(
                r"\b(?:resultados|éxito|curación|alivio)\s+(?:\w+\s+){0,2}?garantizad[oa]s?\b|\bgarantiza(?:mos|n)?\s+(?:\w+\s+){0,3}?(?:resultados?|éxito|curación|alivio|recuperación)\b"
                r"|\b100\s?%\s+(?:\w+\s+)?(?:segur[oa]s?|efica(?:z|ces)|efectiv[oa]s?|garantizad[oa]s?|sin\s+dolor)\b"
                r"|\b(?:alivio|solución|curación|resultados?|elimina\w*)\s+(?:\w+\s+){0,3}?(?:definitiv[oa]s?|permanentes?|definitivamente|para\s+siempre)\b"
                r"|\b(?:cura|tratamiento|remedio)s?\s+milagros[oa]s?\b|\bsin\s+(?:ningún\s+)?efectos?\s+secundarios?\b|\bsin\s+riesgos?\s+algun[oa]s?\b"
                r"|\bcura(?:mos|n)?\s+(?:el|la|los|las|su|tu|definitivamente)\s+(?:dolor|artrosis|artritis|hernia|lesi\w+|enfermedad\w*)\b"
            ),
        ),
        Rule(
            "superlative",
            ("mejor", "líder", "más efica", "más efectiv", "número uno", "nº 1"),
            compiled(
                r"\b(?:el|la|los|las)\s+mejor(?:es)?\s+(?:\w+\s+)?(?:clínicas?|tratamientos?|terapias?|médic[oa]s?|especialistas?|fisioterapeutas?|dentistas?|profesionales|equipo|centros?)\b"
                r"|\b(?:clínica|centro|especialistas?|expert[oa]s)\s+líder(?:es)?\b|\blíder(?:es)?\s+en\s+(?:el\s+)?(?:tratamiento|medicina|fisioterapia|odontología|salud)"
                r"|\b(?:tratamiento|terapia|método)\s+más\s+(?:efica(?:z|ces)|efectiv[oa]s?|avanzad[oa]s?)\b"
            ),
            unless=compiled(
                r"\b(?:elegir|encontrar|determin\w+|decidir|recomend\w+|posibles?|cuál|qué|si|merece\w*)\b"
            ),
        ),
        Rule(
            "tissue_effect",
            ("regener", "repara"),
            compiled(
                r"\b(?:regenera|repara|reconstruye)n?\s+(?:\w+\s+){0,3}?(?:tejidos?|cartílagos?|ligamentos?|tend(?:ón|ones)|articulaci(?:ón|ones)|huesos?|nervios?)\b"
            ),
            needs=compiled(
                r"\b(?:inyecci\w+|terapias?|tratamientos?|plasma|células|láser|ondas|prp|infiltraci\w+)\b"
            ),
            hedged=True,
        ),
        Rule(
            "prevention",
            ("evita", "previene", "detiene", "frena"),
            compiled(
                r"\b(?:evita|evitan|evitar[áa]n?)\s+(?:la\s+)?(?:cirugía|operación)\b"
                r"|\b(?:previene|detiene|frena|revierte)n?\s+(?:\w+\s+){0,3}?(?:degeneración|artrosis|desgaste|envejecimiento|deterioro)\b"
            ),
            hedged=True,
        ),
        Rule(
            "evidence",
            ("demostrad", "comprobad", "estudios", "probad"),
            compiled(
                r"\b(?:científicamente|clínicamente)\s+(?:probad|comprobad|demostrad)[oa]s?\b|\bestudios\s+(?:\w+\s+){0,2}?(?:demuestran|han\s+demostrado|confirman|prueban)\b"
                r"|\b(?:eficacia|efectividad)\s+(?:está\s+)?(?:comprobada|demostrada|probada)\b"
            ),
            unless=compiled(
                r"\b(?:ningún|poca|escasa|insuficiente|sin|no\s+hay)\s+(?:(?!efectos?\s+(?:secundarios|adversos))\w+\s+){0,2}?(?:beneficios?|diferencias?|evidencia|pruebas?|mejor[íi]as?|ventajas?|efecto(?!s?\s+(?:secundario|adverso)))\b"
                r"|\bninguna\s+(?:diferencia|mejoría|ventaja|evidencia)\b|\bno\s+(?:\w+\s+){0,3}?(?:mejor\w*|eficaz|eficaces|efectiv[oa]s?|beneficios?|diferencias?|funciona\w*|ayuda\w*|demostrad[oa]|probad[oa])\b"
                r"|\b(?:lo\s+que|qué)\s+(?:\w+\s+){0,3}?(?:estudios|investigaci(?:ón|ones))\b|\b(?:lo\s+que|qué)\s+(?:han\s+)?(?:demostrado|demuestran|confirman)\s+los\s+estudios\b"
            ),
        ),
    ),
    hedge=compiled(
        r"\b(?:pueden?|podrían?|puede\s+ayudar|posible\w*|potencial\w*|algunos\s+pacientes|a\s+veces|sugieren|objetivo|busca\w*|si)\b"
    ),
    negation=compiled(r"\b(?:no|nunca|jamás|ningun[oa]?|ningún|tampoco|ni|sin)\b(?:\s+[\w-]+){0,5}\s*$"),
    denied_list=compiled(r"\b(?:no|nunca|ni)\b(?:[\s,]+[\w-]+){0,8}[\s,]*$"),
    disclaimer=compiled(
        r"\bno\s+(?:se\s+)?(?:constituye|garantiza|pretende|sustituye)\b|aviso\s+legal|política\s+de\s+privacidad|resultados\s+(?:pueden\s+)?var"
    ),
    asks=compiled(r"¿|(?:cómo|qué|cuál|cuándo|dónde|por\s+qué|quién)\b"),
    story=Rule(
        "testimonial",
        (" me ", "\nme ", " mi "),
        compiled(
            r"\bsin\s+dolor(?:es)?\b|\b(?:cambió|cambiado|salvó|salvado)\s+la\s+vida\b|\bya\s+no\s+(?:me\s+duele|tengo\s+dolor)\b|\b(?:estoy|me\s+siento)\s+(?:mucho|muchísimo)\s+mejor\b|\bme\s+(?:curó|curaron)\b"
        ),
    ),
    first_person=compiled(r"\b(?:me|mi|mis|yo|estoy|tenía|he)\b"),
    stories=compiled(r"testimonio|testimonial|opiniones|reseña|review"),
    vary=compiled(
        r"\bresultados?(?: [\w’]+){0,5}? (?:variar|varían?|variarán|diferir|difieren?|(?:ser|son) (?:diferentes|distintos|individuales))\b"
        r"|\b(?:variar|varían|diferir|difieren) los resultados\b|\bresultados individuales\b|\bno (?:son|es) (?:\w+ )?(?:resultados? )?típicos?\b"
    ),
)
