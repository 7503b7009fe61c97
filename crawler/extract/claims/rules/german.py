"""The plainest promises in German."""

from re import compile as compiled

from crawler.extract.claims.rules.rule import Language, Rule

GERMAN = Language(
    rules=(
        Rule(
            "absolute",
            ("garanti", "100", "dauerhaft", "wunder", "nebenwirkung", "risikofrei", "heilt", "heilen"),
            compiled(
                r"\bgarantier(?:en|t|te|ter|tes)\s+(?:\w+\s+){0,3}?(?:erfolge?|ergebnisse?|heilung|schmerzfreiheit|linderung|besserung)\b|\b(?:erfolgs|heilungs)garantie\b"
                r"|\b100\s?%(?:ige?r?)?\s+(?:\w+\s+)?(?:sicher\w*|wirksam\w*|schmerzfrei\w*|erfolg\w*|garantiert\w*|risikofrei\w*)\b"
                r"|\bdauerhaft(?:e|en|er)?\s+(?:\w+\s+){0,2}?(?:schmerzfrei\w*|heilung|geheilt|linderung|lösung|beseitig\w+|ergebnisse?)\b"
                r"|\bwunder(?:mittel|heilung|kur|waffe|methode)\b|\b(?:ohne|keine(?:rlei)?|frei\s+von)\s+(?:\w+\s+)?nebenwirkungen\b|\b(?:völlig|absolut|komplett)\s+(?:risikofrei|schmerzfrei|sicher)\b"
                r"|\b(?:heilt|heilen)\s+(?:ihre?n?|den|die|das)?\s*(?:\w+\s+)?(?:arthrose|schmerz(?:en)?|krankheit(?:en)?|bandscheibenvorfall|verletzungen)\b"
            ),
            unless=compiled(r"\b(?:wenig\w*|kaum|gering\w*|selten\w*)\b"),
        ),
        Rule(
            "superlative",
            ("best", "führend", "nummer eins", "nr. 1", "wirksamst"),
            compiled(
                r"\b(?:der|die|das|den|dem|unsere?)\s+besten?\s+(?:\w+\s+)?(?:kliniken?|klinik|praxis|praxen|behandlung(?:en)?|therapien?|ärzte|ärztinnen|arzt|spezialisten|zahnärzte|zahnarzt|physiotherapeuten|team)\b"
                r"|\b(?:die|eine|der|ein|als|zu\s+den)\s+(?:\w+\s+)?führenden?r?\s+(?:\w+\s+){0,2}?(?:kliniken?|klinik|praxis|praxen|spezialisten|experten|zentren|zentrum|ärzten?)\b"
                r"|\b(?:die|der|das)\s+(?:wirksamste|effektivste|modernste|erfolgreichste)n?\s+(?:\w+\s+)?(?:behandlung|therapie|methode|verfahren)\b"
            ),
            unless=compiled(
                r"\b(?:wählen|finden|bestimm\w+|entscheid\w+|empfehl\w+|möglich\w*|welche\w*|ob|wenn|verdien\w*)\b"
            ),
        ),
        Rule(
            "tissue_effect",
            ("regenerier", "reparier", "baut ", "bauen "),
            compiled(
                r"\b(?:regeneriert|regenerieren|repariert|reparieren)\s+(?:\w+\s+){0,3}?(?:\w*gewebe|knorpel|bänder|sehnen?|gelenke?|knochen|nerven|muskeln)\b"
                r"|\b(?:baut|bauen)\s+(?:\w+\s+){0,3}?(?:knorpel|gewebe|knochen)\s+(?:\w+\s+)?(?:wieder\s+)?auf\b"
            ),
            needs=compiled(r"(?:injektion|therapie|behandlung|plasma|stammzell|laser|stoßwelle|prp|infiltration)"),
            hedged=True,
        ),
        Rule(
            "prevention",
            ("vermeid", "verhindert", "stoppt", "erspar"),
            compiled(
                r"\b(?:vermeidet|vermeiden\s+sie|erspart\s+(?:ihnen\s+)?)\s*(?:\w+\s+){0,2}?(?:operation(?:en)?|op)\b"
                r"|\b(?:verhindert|stoppt|kehrt)\s+(?:\w+\s+){0,3}?(?:verschleiß|arthrose|degeneration|alterung|fortschreiten)\b"
            ),
            hedged=True,
        ),
        Rule(
            "evidence",
            ("erwiesen", "bewiesen", "studien", "nachgewiesen"),
            compiled(
                r"\b(?:wissenschaftlich|klinisch|nachweislich)\s+(?:erwiesen|bewiesen|belegt|nachgewiesen)\w*\b|\bstudien\s+(?:\w+\s+){0,2}?(?:beweisen|zeigen|belegen|bestätigen)\b"
                r"|\b(?:wirksamkeit|wirkung)\s+(?:\w+\s+){0,3}?(?:erwiesen|bewiesen|nachgewiesen|belegt)\b"
            ),
            unless=compiled(
                r"\b(?:kein\w*|kaum|wenig|unzureichende?n?)\s+(?:\w+\s+)?(?:nutzen|vorteile?|effekte?|unterschiede?|wirkung|wirksamkeit|verbesserung|evidenz|belege?)\b"
                r"|\bnicht\s+(?:\w+\s+){0,2}?(?:besser|wirksam\w*|wirkt|hilft|belegt|bewiesen|erwiesen|nachgewiesen)\b"
                r"|\bwas\s+(?:\w+\s+){0,3}?studien\b"
            ),
        ),
    ),
    hedge=compiled(
        r"\b(?:kann|können|könnte\w*|möglich\w*|eventuell|potenziell\w*|manche\w*|einige\w*|manchmal|soll(?:en)?|ziel\w*|wenn|oft|häufig)\b"
    ),
    negation=compiled(r"\b(?:nicht|kein\w*|nie|niemals|weder|noch|ohne)\b(?:\s+[\w-]+){0,5}\s*$"),
    denied_list=compiled(r"\b(?:nicht|kein\w*|nie|weder)\b(?:[\s,]+[\w-]+){0,8}[\s,]*$"),
    disclaimer=compiled(
        r"haftung|datenschutz|ersetz\w+\s+(?:\w+\s+){0,2}?(?:kein|nicht)|nicht\s+garantier|ergebnisse\s+(?:können\s+)?(?:variieren|abweichen)"
    ),
    asks=compiled(r"(?:wie|was|warum|wann|wo|wer|welche\w*|ist|sind|kann|können|wieso|weshalb|muss|soll)\b"),
    story=Rule(
        "testimonial",
        (" ich ", "\nich ", " mir ", " mein"),
        compiled(
            r"\b(?:schmerzfrei|beschwerdefrei)\b|\b(?:keine|ohne)\s+schmerzen\b|\b(?:mein\s+leben)\s+(?:\w+\s+){0,2}?(?:verändert|gerettet)\b|\bgeht\s+es\s+mir\s+(?:\w+\s+)?(?:viel|deutlich|wesentlich)\s+besser\b|\b(?:bin|wurde)\s+(?:\w+\s+)?geheilt\b"
        ),
    ),
    first_person=compiled(r"\b(?:ich|mir|mich|meine?[nmrs]?)\b"),
    stories=compiled(r"testimonial|bewertung|erfahrungsbericht|patientenstimme|kundenstimme|review"),
    vary=compiled(
        r"\bergebnisse?(?: [\w-]+){0,5}? (?:variieren|variiert|abweichen|unterscheiden|unterschiedlich|verschieden)\b|\bindividuelle ergebnisse\b"
        r"|\b(?:variieren|unterscheiden sich) die ergebnisse\b|\bnicht (?:\w+ )?typisch\b"
    ),
)
