"""The resident's pages in more than one language: everything translated, and a new language is only a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django.test import Client, override_settings
from django.utils import translation
from django.utils.translation import trans_real

from gereedschap import vertalen
from tests.toegang.weg import OP
from tests.web.hulp import ALLE, NIET_ZICHTBAAR, TAG, naam
from voordeur.schermen.templatetags.voordeur import datum
from voordeur.web.settings_inwoner import talen

INLOGGEN = "/mijn/inloggen/"
VAN_INWONER = [bestand for bestand in ALLE if naam(bestand).startswith("mijn/")]
ZINNEN = re.compile(r"\{% (?:blocktranslate|comment).*?\{% end(?:blocktranslate|comment) %\}|\{\{.*?\}\}", re.S)
MERK = {"Voordeur"}


@pytest.mark.parametrize("bestand", vertalen.talen(), ids=lambda bestand: bestand.parents[1].name)
def test_every_text_is_translated_for_sure_and_the_files_are_fresh(bestand: Path) -> None:
    """When this fails: `python -m gereedschap.vertalen` says what is missing and writes the files anew."""
    deze = vertalen.bijgewerkt(bestand, vertalen.teksten())
    assert vertalen.gebreken(deze) == []
    assert vertalen.als_tekst(deze) == bestand.read_bytes()
    assert vertalen.gecompileerd(deze) == bestand.with_suffix(".mo").read_bytes()


@pytest.mark.parametrize("bestand", VAN_INWONER, ids=naam)
def test_a_template_of_a_resident_holds_no_words_that_cannot_be_translated(bestand: Path) -> None:
    tekst = ZINNEN.sub("", NIET_ZICHTBAAR.sub("", bestand.read_text("utf-8")))
    kenmerken = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"{]+)"', tekst)
    los = re.findall(r"[^\W\d_]{2,}", TAG.sub(" ", re.sub(r"\{#.*?#\}", "", tekst)))
    assert set(los) - MERK | set(kenmerken) == set()


def test_what_is_missing_unsure_or_wrong_is_noticed() -> None:
    deze = Catalog(locale="en")
    deze.add("Niet vertaald")
    deze.add("Onzeker", "Unsure", flags=["fuzzy"])
    deze.add("Dag %(dag)s", "Day %(day)s", flags=["python-format"])
    gevonden = " ".join(vertalen.gebreken(deze))
    assert all(woord in gevonden for woord in ("Niet vertaald", "onzeker: Onzeker", "Dag %(dag)s"))


# ---- choosing


@pytest.fixture(scope="module", autouse=True)
def _pagina(omgeving: None) -> None:
    """The files as in real use."""


def kies(client: Client, taal: str, verder: str = INLOGGEN) -> str:
    antwoord = client.post("/mijn/taal/", {"taal": taal, "verder": verder})
    assert antwoord.status_code == 302
    return str(antwoord.url)


def test_a_button_on_the_page_changes_the_language_of_the_residents_pages_only() -> None:
    client = Client()
    pagina = client.get(INLOGGEN).content.decode()
    assert '<html lang="nl">' in pagina
    assert 'lang="en">English</button>' in pagina
    assert kies(client, "en") == INLOGGEN
    pagina = client.get(INLOGGEN).content.decode()
    assert '<html lang="en">' in pagina
    assert "Login name" in pagina
    assert "Inlognaam" not in pagina
    assert "Fill in your password." in client.post(INLOGGEN, {}).content.decode()
    for pad in ("/inloggen/", "/hulp/", "/er-niet/"):
        van_medewerker = client.get(pad).content.decode()
        assert '<html lang="nl">' in van_medewerker
    kies(client, "nl")
    assert "Inlognaam" in client.get(INLOGGEN).content.decode()


def test_the_cookie_is_for_these_pages_and_no_script() -> None:
    client = Client()
    kies(client, "en")
    koek = client.cookies["voordeur_taal"]
    assert (koek["path"], koek["httponly"], koek["samesite"]) == ("/mijn/", True, "Lax")


@pytest.mark.parametrize("elders", ["https://elders.example/mijn/", "//elders.example", "/dossiers/", ""])
def test_the_button_leads_back_to_a_page_of_a_resident_and_never_elsewhere(elders: str) -> None:
    assert kies(Client(), "en", elders) == "/mijn/"


def test_a_language_that_is_not_there_is_not_spoken() -> None:
    client = Client()
    assert client.post("/mijn/taal/", {"taal": "xx", "verder": INLOGGEN}).status_code == 404
    client.cookies["voordeur_taal"] = "../../en"
    assert '<html lang="nl">' in client.get(INLOGGEN).content.decode()


def test_a_day_is_written_in_the_language_of_the_page() -> None:
    assert datum(OP) == "2 maart 2026"
    with translation.override("en"):
        assert datum(OP) == "2 March 2026"


# ---- a new language


@pytest.fixture
def nieuwe_taal(tmp_path: Path) -> Iterator[str]:
    """A language that says everything between brackets, as a file in a folder and nothing else."""
    bestand = vertalen.begin("fy", tmp_path)
    deze = vertalen.bijgewerkt(bestand, vertalen.teksten())
    for deel in deze:
        if deel.id:
            deel.string = f"[{deel.id}]" if isinstance(deel.id, str) else tuple(f"[{vorm}]" for vorm in deel.id)
    bestand.write_bytes(vertalen.als_tekst(deze))
    bestand.with_suffix(".mo").write_bytes(vertalen.gecompileerd(deze))
    with override_settings(LOCALE_PATHS=[str(tmp_path)], LANGUAGES=talen(tmp_path)):
        trans_real._translations.clear()
        yield "fy"
    trans_real._translations.clear()


def test_a_new_language_is_only_a_file(nieuwe_taal: str) -> None:
    client = Client()
    assert ">Frysk</button>" in client.get(INLOGGEN).content.decode()
    kies(client, nieuwe_taal)
    pagina = client.get(INLOGGEN).content.decode()
    assert f'<html lang="{nieuwe_taal}">' in pagina
    zichtbaar = re.sub(
        r"\[[^\]]*\]|<button[^>]*name=\"taal\".*?</button>", "", NIET_ZICHTBAAR.sub("", pagina), flags=re.S
    )
    assert set(re.findall(r"[^\W\d_]{2,}", re.sub(r"<[^>]+>", " ", zichtbaar))) - MERK - {"doctype", "html"} == set()
    assert "[Vul uw wachtwoord in.]" in client.post(INLOGGEN, {}).content.decode()
