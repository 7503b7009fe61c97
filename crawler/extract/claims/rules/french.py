"""The plainest promises in French."""

from re import compile as compiled

from crawler.extract.claims.rules.rule import Language, Rule

FRENCH = Language(
    rules=(
        Rule(
            "absolute",
            ("garanti", "100", "définitiv", "miracle", "sans effet", "sans aucun", "sans risque", "guéri"),
            compiled(
                r"\b(?:résultats?|succès|guérison|soulagement)\s+(?:\w+\s+){0,2}?garantie?s?\b|\bgaranti(?:r|t|ssons|ssent)\s+(?:\w+\s+){0,3}?(?:résultats?|succès|guérison|soulagement)\b"
                r"|\b100\s?%\s+(?:\w+\s+)?(?:sûre?s?|efficaces?|garantie?s?|indolores?|sans\s+(?:risque|douleur))\b"
                r"|\b(?:soulagement|solution|guérison|résultats?|éliminer?|soulage)\s+(?:\w+\s+){0,3}?(?:définiti(?:f|ve|fs|ves|vement)|permanente?s?)\b"
                r"|\b(?:remède|traitement|soin|cure|méthode)s?\s+miracles?\b|\bsans\s+(?:aucun\s+)?effets?\s+secondaires?\b|\bsans\s+(?:aucun\s+)?risques?\s+pour\b"
                r"|\bguéri(?:t|ssons|ssent|ra)\s+(?:\w+\s+){0,3}?(?:douleurs?|arthrose|hernie|blessures?|maladies?|tendinites?)\b"
            ),
        ),
        Rule(
            "superlative",
            ("meilleur", "leader", "plus efficace", "numéro un", "n°1", "n° 1"),
            compiled(
                r"\b(?:le|la|les|nos)\s+meilleure?s?\s+(?:\w+\s+)?(?:cliniques?|cabinets?|centres?|traitements?|thérapies?|médecins?|spécialistes?|kinésithérapeutes?|kinés?|dentistes?|praticiens?|équipe|soins)\b"
                r"|\bleaders?\s+(?:\w+\s+){0,2}?(?:du|de\s+la|des|en)\s+(?:traitement|médecine|kinésithérapie|soins?|santé)"
                r"|\b(?:traitement|thérapie|méthode|technique)s?\s+(?:le|la|les)\s+plus\s+(?:efficaces?|avancée?s?|performante?s?)\b"
            ),
            unless=compiled(
                r"\b(?:choisir|choix|trouver|détermin\w+|décider|recommand\w+|possibles?|quels?|quelles?|si|proposer|offrir|mérite\w*|afin)\b"
            ),
        ),
        Rule(
            "tissue_effect",
            ("régén", "répar", "reconstrui"),
            compiled(
                r"\b(?:régénèren?t?|réparen?t?|reconstrui(?:t|sent))\s+(?:\w+['’]?\s*){0,3}?(?:tissus?|cartilages?|ligaments?|tendons?|articulations?|os|nerfs?)\b"
            ),
            needs=compiled(
                r"\b(?:injections?|thérapies?|traitements?|plasma|cellules|laser|ondes|prp|infiltrations?|soins?)\b"
            ),
            hedged=True,
        ),
        Rule(
            "prevention",
            ("évite", "prévient", "stoppe", "arrête", "inverse"),
            compiled(
                r"\bévite(?:nt|ra|z)?\s+(?:la\s+chirurgie|une\s+opération|l['’]opération)\b"
                r"|\b(?:prévient|stoppe|arrête|inverse)\s+(?:\w+['’]?\s*){0,3}?(?:dégénérescence|arthrose|usure|vieillissement|détérioration)\b"
            ),
            hedged=True,
        ),
        Rule(
            "evidence",
            ("prouv", "études", "démontr"),
            compiled(
                r"\b(?:scientifiquement|cliniquement)\s+(?:prouvée?s?|démontrée?s?)\b|\bétudes\s+(?:\w+\s+){0,2}?(?:prouvent|démontrent|montrent|confirment|ont\s+(?:dé)?montré|ont\s+prouvé)\b"
                r"|\befficacité\s+(?:est\s+)?(?:prouvée|démontrée)\b|\ba\s+(?:fait\s+ses\s+preuves|été\s+(?:prouvé|démontré))\b"
            ),
            unless=compiled(
                r"\b(?:aucune?|peu\s+de|peu\s+d['’]|sans|pas\s+de|pas\s+d['’])\s*(?:\w+\s+)?(?:bénéfices?|avantages?|différences?|preuves?|améliorations?|effets?(?!\s+(?:secondaire|indésirable)))\b"
                r"|\b(?:n['’]|ne\s)(?:[\w'’]+\s+){0,2}?pas\s+(?:\w+\s+){0,2}?(?:mieux|plus\s+efficaces?|efficaces?|prouvée?s?|démontrée?s?|montrée?s?)\b"
                r"|\bce\s+que\s+(?:[\w'’]+\s+){0,3}?(?:études|recherches?)\b|\bce\s+que\s+(?:montrent|démontrent|prouvent)\s+les\s+études\b"
            ),
        ),
    ),
    hedge=compiled(
        r"\b(?:peu(?:t|vent)|pourrai(?:t|ent)|possible\w*|potentiel\w*|certains\s+patients|parfois|suggèrent|vise\w*|objectif|but|si|souvent)\b"
    ),
    negation=compiled(r"(?:\b(?:ne|pas|jamais|aucune?|ni|sans|non)\b|\bn['’])(?:\s*[\w'’-]+){0,5}\s*$"),
    denied_list=compiled(r"(?:\b(?:ne|pas|jamais|ni)\b|\bn['’])(?:[\s,]*[\w'’-]+){0,8}[\s,]*$"),
    disclaimer=compiled(
        r"mentions\s+légales|politique\s+de\s+confidentialité|ne\s+(?:constitue|remplace|garantit)|résultats\s+(?:peuvent\s+)?vari"
    ),
    asks=compiled(
        r"(?:comment|pourquoi|quand|où|qui|que|quel(?:le)?s?|est-ce|qu['’]est-ce|combien|faut-il|puis-je)\b"
    ),
    story=Rule(
        "testimonial",
        (" je ", "\nje ", " j'", " j’", " mes "),
        compiled(
            r"\b(?:plus\s+(?:de|aucune|mal)\s*(?:douleurs?)?|sans\s+douleurs?)\b|\b(?:changé|sauvé)\s+(?:ma|la)\s+vie\b|\b(?:suis|ai\s+été)\s+guérie?\b|\bvais\s+beaucoup\s+mieux\b"
        ),
    ),
    first_person=compiled(r"\b(?:je|j|me|ma|mes)\b"),
    stories=compiled(r"temoignage|témoignage|testimonial|avis[\s-](?:patient|client)|review"),
    vary=compiled(
        r"\brésultats?(?: [\w'’-]+){0,5}? (?:varier|varient?|varieront|différer|diffèrent?|(?:être|sont) (?:différents|individuels))\b"
        r"|\brésultats individuels\b|\bpas (?:\w+ )?typiques?\b"
    ),
)
