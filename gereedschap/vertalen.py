"""The translations of the resident's pages: collects the texts, keeps each file of a language up to date, compiles it.

`python -m gereedschap.vertalen` does it for every language that has a file; `python -m gereedschap.vertalen pl` starts
one. The texts of templates come out by Django's own reader; what refuses and what stands in the log by `zinnen.py`.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from .merken import WORTEL
from .zinnen import zinnen

BRON = WORTEL / "src" / "voordeur"
LOCALE = BRON / "locale"
WOORDEN = dict(DEFAULT_KEYWORDS) | {
    "gettext_lazy": None, "gettext_noop": None, "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip
# the same texts give the same file, whenever and by whomever it is written
DAG = datetime(2026, 1, 1, tzinfo=UTC)


def teksten(map_: Path = BRON) -> Catalog:
    """Every text that can be translated, by the Dutch in the code and the templates."""
    gevonden = Catalog(project="Voordeur", charset="utf-8", creation_date=DAG, revision_date=DAG)
    for bestand, inhoud in _bronnen(map_):
        for _, tekst, uitleg, context in extract("python", io.BytesIO(inhoud.encode()), WOORDEN):
            gevonden.add(tekst, None, [(bestand, 0)], auto_comments=uitleg, context=context)
    for zin in sorted(zinnen()) if map_ == BRON else ():
        gevonden.add(zin)
    return gevonden


def _bronnen(map_: Path) -> Iterator[tuple[str, str]]:
    """Each file with texts, by its path, as Python."""
    from django.utils.translation.template import templatize

    for bestand in sorted([*map_.rglob("*.py"), *map_.rglob("templates/**/*.html")]):
        inhoud = bestand.read_text("utf-8")
        if bestand.suffix == ".html" and "translate" in inhoud:
            # what is no text was blanked out by letters; without the space before it each line is Python
            yield str(bestand.relative_to(map_)), "\n".join(regel.strip() for regel in templatize(inhoud).split("\n"))
        elif "django.utils.translation" in inhoud:
            yield str(bestand.relative_to(map_)), inhoud


def talen(map_: Path = LOCALE) -> list[Path]:
    """The file of each language."""
    return sorted(map_.glob("*/LC_MESSAGES/django.po"))


def lees(bestand: Path) -> Catalog:
    """What is translated in a file."""
    with bestand.open("rb") as open_bestand:
        return read_po(open_bestand, locale=bestand.parents[1].name)


def bijgewerkt(bestand: Path, nu: Catalog) -> Catalog:
    """A file with the texts of now: what is new has no translation yet, what is gone is gone."""
    deze = lees(bestand)
    deze.update(nu, no_fuzzy_matching=True)
    deze.obsolete.clear()
    deze.fuzzy = False
    deze.creation_date = deze.revision_date = DAG
    return deze


def als_tekst(deze: Catalog) -> bytes:
    """A file as it is kept: by its texts, without line numbers, so that a change shows what changed."""
    deze.header_comment, deze.fuzzy = (
        "# Voordeur: the pages of residents. The texts are collected by gereedschap/vertalen.py.",
        False,
    )
    deze.last_translator = deze.language_team = deze.msgid_bugs_address = "Voordeur"
    uit = io.BytesIO()
    write_po(uit, deze, width=0, no_location=True, sort_output=True, omit_header=False)
    return uit.getvalue()


def gecompileerd(deze: Catalog) -> bytes:
    """A file as the application reads it."""
    uit = io.BytesIO()
    write_mo(uit, deze)
    return uit.getvalue()


def gebreken(deze: Catalog) -> list[str]:
    """What is not translated, or not for sure, or without the names that the text holds."""
    open_ = [f"zonder vertaling: {deel.id}" for deel in deze if deel.id and not _is_vertaald(deel.string)]
    twijfel = [f"onzeker: {deel.id}" for deel in deze if deel.id and deel.fuzzy]
    fout = [f"{deel.id}: {reden}" for deel, redenen in deze.check() if _is_vertaald(deel.string) for reden in redenen]
    return [*open_, *twijfel, *fout]


def _is_vertaald(vertaling: str | Iterable[str] | None) -> bool:
    return bool(vertaling) if isinstance(vertaling, str) or vertaling is None else all(vertaling)


def begin(code: str, map_: Path = LOCALE) -> Path:
    """The file of a new language, with nothing translated yet."""
    bestand = map_ / code / "LC_MESSAGES" / "django.po"
    bestand.parent.mkdir(parents=True, exist_ok=True)
    if not bestand.exists():
        leeg = Catalog(locale=code, project="Voordeur", charset="utf-8", creation_date=DAG, revision_date=DAG)
        bestand.write_bytes(als_tekst(leeg))
    return bestand


def werk_bij(bestand: Path, nu: Catalog) -> Catalog:
    """Write a file anew, and its compiled form beside it."""
    deze = bijgewerkt(bestand, nu)
    bestand.write_bytes(als_tekst(deze))
    bestand.with_suffix(".mo").write_bytes(gecompileerd(deze))
    return deze


def main(codes: list[str]) -> int:
    """Every file that there is, and those of `codes`; fails when something is not translated."""
    import django

    django.setup()
    for code in codes:
        begin(code)
    nu, fouten = teksten(), 0
    for bestand in talen():
        deze = gebreken(werk_bij(bestand, nu))
        fouten += len(deze)
        print("\n".join([f"{bestand.parents[1].name}: {len(nu)} teksten, {len(deze)} gebreken", *deze]))
    return 1 if fouten else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
