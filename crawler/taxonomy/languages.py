"""Files of words in other languages: reading them, and saying in one sentence what is wrong with them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from crawler.errors import OperatorError
from crawler.taxonomy.model import Pack
from crawler.taxonomy.places import first_problem, place
from crawler.taxonomy.words import OF_COMMON, Words, shared_terms
from crawler.toml_files import did_you_mean, read_toml

FOLDER = "languages"
"""Below that of the packs; a file is called like its language: es.toml."""


def read_languages(folder: Path, common: Pack, packs: Mapping[str, Pack], names: Sequence[str]) -> list[Words]:
    """Words of every language that `folder` holds. `packs`: those in use; `names`: all that there are.

    Raises `OperatorError` that names the file, the line and the key.
    """
    return [_checked(path, common, packs, names) for path in sorted((folder / FOLDER).glob("*.toml"))]


def _checked(path: Path, common: Pack, packs: Mapping[str, Pack], names: Sequence[str]) -> Words:
    values, text = read_toml(path)
    apart = [key for key in values if key not in (*OF_COMMON, *names)]
    if apart:
        hint = did_you_mean(apart[0], (*OF_COMMON, *names))
        raise OperatorError(f"{place(path, apart[0], text)}: there is no taxonomy pack {apart[0]!r}.{hint}")
    said: dict[str, Any] = {key: values[key] for key in OF_COMMON if key in values}
    said |= {"language": path.stem, "packs": {name: values[name] for name in names if name in values}}
    try:
        words = Words.model_validate(said)
    except ValidationError as error:
        raise OperatorError(first_problem(path, said, text, error, added="packs")) from error
    if words.language == common.language:
        raise OperatorError(f"{path}: the packs themselves are in this language: add its words there.")
    _check_ids(path, text, words, common, packs)
    _check_shared(path, text, words, packs)
    return words


def _check_ids(path: Path, text: str, words: Words, common: Pack, packs: Mapping[str, Pack]) -> None:
    known: Callable[[str, Iterable[str], Iterable[str]], None] = lambda key, ids, there: _known(  # noqa: E731
        path, text, key, ids, list(there)
    )
    known("body_area", words.body_area, (area.id for area in common.body_area))
    known("intent", words.intent, (intent.id for intent in common.intent))
    known("page_type", words.page_type, (kind.id for kind in common.page_type))
    for name, said in words.packs.items():
        if pack := packs.get(name):
            ids = [entry.id for entry in (*pack.condition, *pack.treatment)]
            known(f"{name}.syn", said.syn, ids)
            known(f"{name}.weak", said.weak, ids)


def _known(path: Path, text: str, key: str, ids: Iterable[str], there: Sequence[str]) -> None:
    for one in ids:
        if one not in there:
            hint = did_you_mean(one, there)
            raise OperatorError(f"{place(path, one, text)}: {key}: there is no entry {one!r}.{hint}")


def _check_shared(path: Path, text: str, words: Words, packs: Mapping[str, Pack]) -> None:
    """Packs that stand beside each other may share a word: a dentist's sleep apnoea and a family doctor's."""
    for name, pack in packs.items():
        chain = [words.packs[one] for one in (name, pack.extends) if one and one in words.packs]
        if shared := shared_terms(chain):
            term, one, other = shared
            raise OperatorError(
                f"{place(path, term, text)}: {name}: {term!r} stands for {one!r} and for {other!r}: leave it to one of them."
            )
