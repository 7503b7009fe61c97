"""Words of WAI-ARIA and of HTML's autofill that a browser knows."""

import re
from collections.abc import Sequence

ROLES = frozenset(
    (
        # https://www.w3.org/TR/wai-aria-1.2/#role_definitions, and of 1.3 those that browsers know; abstract ones are none
        "alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox "
        "comment complementary contentinfo definition deletion dialog directory document emphasis feed figure form "
        "generic grid gridcell group heading image img insertion link list listbox listitem log main mark marquee math "
        "menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation "
        "progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox sectionfooter "
        "sectionheader separator slider spinbutton status strong subscript suggestion superscript switch tab table "
        "tablist tabpanel term text textbox time timer toolbar tooltip tree treegrid treeitem "
        # https://www.w3.org/TR/graphics-aria-1.0/
        "graphics-document graphics-object graphics-symbol "
        # https://www.w3.org/TR/dpub-aria-1.1/
        "doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry doc-bibliography "
        "doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover doc-credit doc-credits doc-dedication "
        "doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example doc-footnote doc-foreword "
        "doc-glossary doc-glossref doc-index doc-introduction doc-noteref doc-notice doc-pagebreak doc-pagefooter "
        "doc-pageheader doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle doc-tip doc-toc"
    ).split()
)

ARIA_ATTRIBUTES = frozenset(
    f"aria-{name}"
    for name in (
        # https://www.w3.org/TR/wai-aria-1.2/#state_prop_def, and of 1.3 those that browsers know
        "activedescendant atomic autocomplete braillelabel brailleroledescription busy checked colcount colindex "
        "colindextext colspan controls current describedby description details disabled dropeffect errormessage expanded "
        "flowto grabbed haspopup hidden invalid keyshortcuts label labelledby level live modal multiline multiselectable "
        "orientation owns placeholder posinset pressed readonly relevant required roledescription rowcount rowindex "
        "rowindextext rowspan selected setsize sort valuemax valuemin valuenow valuetext actions"
    ).split()
)

_FIELDS = frozenset(
    (
        "name honorific-prefix given-name additional-name family-name honorific-suffix nickname username new-password "
        "current-password one-time-code organization-title organization street-address address-line1 address-line2 "
        "address-line3 address-level4 address-level3 address-level2 address-level1 country country-name postal-code "
        "cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc "
        "cc-type transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo"
    ).split()
)
_CONTACTS = frozenset(
    "tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension email impp".split()
)
_NO_FIELD = frozenset("on off none false true disabled enabled undefined null xoff xon nope no text".split())
"""What sites write to turn autofill off; it names no field, and so no wrong one."""

_FULL = re.compile(
    r"(?:section-\S+ )?(?:(?:billing|shipping) )?((?:home|work|mobile|fax|pager) )?(\S+)(?: webauthn)?"
)


def is_autofill(words: Sequence[str]) -> bool:
    """`words`, in lower case, are a value of autocomplete; or they turn it off, rightly or not.

    https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill
    """
    if not words or (len(words) == 1 and words[0] in _NO_FIELD) or list(words) == ["webauthn"]:
        return True
    found = _FULL.fullmatch(" ".join(words))
    return found is not None and (found[2] in _CONTACTS or (not found[1] and found[2] in _FIELDS))
