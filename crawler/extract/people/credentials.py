"""Letters behind a name that say what its bearer is qualified in."""

import re

_MEDICINE = (
    "MD DO MBBS MBBCh MBChB BMBS BMBCh BM MBBChir DDS DMD BDS DPM DC DCh DPT PT MPT MSPT BScPT MScPT tDPT ND NMD OD "
    "PharmD RPh BPharm MPharm PsyD DVM DSc ScD PhD DPhil EdD DNP DNSc DHSc DHA DMSc DAOM DACM DOM OMD DrPH MPH MHA MHS "
    "MMed MMSc MS MSc MA MBA MEd MSW MPAS MPhil BA BS BSc BSN BPhty BPhysio MSN MN ADN BN"
)
_NURSES_AND_ASSISTANTS = (
    "RN LPN LVN APRN ARNP NP FNP FNP-C FNP-BC ANP-BC ANP-C AGNP-C AGACNP-BC AGPCNP-BC ACNP-BC PMHNP-BC PNP-BC WHNP-BC "
    "CNP CRNP CRNA CNM CNS CCRN CEN PA PA-C MPA-C RPA-C CMA RMA EMT"
)
_THERAPISTS = (
    "PTA OT OTR OTR/L OTD COTA CHT SLP CCC-SLP ATC LAT CSCS CSCS*D OCS SCS NCS GCS WCS ECS PCS CCS COMT FAAOMPT "
    "MTC CMPT CFMT CIDN CAFS TPI SFMA FMSC CMTPT MDT CertMDT DipMDT CLT LMT RMT CMT LMP NCTMB NCBTMB RYT RDN RD LD LDN "
    "CDE CDCES CNS CHN CPT ACE-CPT NASM-CPT CES PES LAc DiplAc DiplOM RAc LCSW LMFT LPC LPCC LMHC CCSP CCEP DACBSP "
    "DACBN DABCO CACCP QME RVT RDMS RMSK CIC"
)
_FELLOWSHIPS = (
    "FAAOS FACS FAAPMR FAAFP FACOG FACP FACEP FAAP FACR FACC FAAN FAANP FAAEM FAAPM FACFAS FACFAOM FASPS AACFAS DABFAS "
    "DABPS FAWPCA FACSM CAQSM CAQ-SM RhMSUS FAOASM FAOAO FACOS FACOFP FAAMA FAAO FICS FIPP DABIPP DABPM DABPMR FAPTA "
    "FAHA FAED FAGD FICD FRCS FRCSC FRCSEd FRCPC FRCP FRACS FRACP FRACGP FRANZCR FFSEM FFPMRCA FRCGP FRCA FRCR FCPS "
    "MRCP MRCS MRCGP DipSEM MCSP SRP HCPC MHCPC HPC APA APAM MACP MAPA ACP GOsC DABR ABPMR ABAARM FAARFM ABIHM IFMCP"
)
_KNOWN = " ".join((_MEDICINE, _NURSES_AND_ASSISTANTS, _THERAPISTS, _FELLOWSHIPS)).split()
"""Those of the clinics' professions, as American, British, Canadian and Australian boards and colleges write them."""

_BY_KEY = {name.upper(): name for name in _KNOWN}
_NO_CREDENTIALS = frozenset(
    "AM PM EST EDT CST CDT MST MDT PST PDT GMT UTC CET USA US UK EU UAE LLC PLLC LLP INC LTD PC PLC CO CORP GMBH AG SA "
    "PRP MRI CT FAQ FAQS FDA CDC NIH AP AFP CNN BBC NEW BLOG NEWS ALL ON IN AT BY AND THE OF TO FOR II III IV JR SR "
    "JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE WED THU FRI SAT SUN MIN READ POSTED UPDATED EDITOR".split()
)
"""Capitals that stand behind names and are none."""

_UNKNOWN = re.compile(r"[A-Z]{3,8}(?:-[A-Z]{1,5})?")
_SPECIALISED = re.compile(r"-[A-Z]{1,6}")
_SEPARATOR = re.compile(r"\s*[,(;·|/–—-]?\s*")
_TOKEN = re.compile(r"[^\W\d_][\w.’'*/-]*")
_HONOURS = re.compile(r"\s*\(\s*(?:Hons?|Physio(?:therapy)?)\.?\s*\)", re.IGNORECASE)


def credential(token: str) -> str | None:
    """Usual spelling of a known credential ("Ph.D." gives PhD); null where `token` is none."""
    token = token.strip(".,;")
    bare = token.replace(".", "")
    named = _BY_KEY.get(bare.upper())
    if named is not None:
        dotted = bare != token
        return named if dotted or bare == named or (bare.isupper() and len(bare) > 1) else None
    if "/" in bare:
        parts = [credential(part) for part in bare.split("/")]
        return "/".join(part for part in parts if part) if all(parts) else None
    head, hyphen, tail = bare.partition("-")
    if hyphen and head in _BY_KEY.values() and _SPECIALISED.fullmatch(hyphen + tail):
        return bare
    return None


def credentials_at(text: str, at: int, *, loose: bool) -> tuple[list[str], int]:
    """Credentials that stand in `text` from `at`, and the offset behind them; `loose`: capitals that nobody
    knows are some too, behind a comma."""
    found: list[str] = []
    while at < len(text):
        separator = _SEPARATOR.match(text, at)
        start = separator.end() if separator else at
        token = _TOKEN.match(text, start)
        if token is None or start == at:
            break
        is_listed = "," in text[at:start] or (bool(found) and "(" not in text[at:start])
        named = credential(token[0]) or (_unknown(token[0]) if loose and is_listed else None)
        if named is None:
            break
        found.append(named)
        at = start + _length(token[0])
        honours = _HONOURS.match(text, at)
        at = honours.end() if honours else at
    return found, at


def _unknown(token: str) -> str | None:
    bare = token.rstrip(".")
    return bare if _UNKNOWN.fullmatch(bare) and bare not in _NO_CREDENTIALS else None


def _length(token: str) -> int:
    """Characters of a token without the full stop of its sentence: that of "M.D." is its own."""
    bare = token.rstrip(".")
    return len(bare) + 1 if "." in bare and token != bare else len(bare)
