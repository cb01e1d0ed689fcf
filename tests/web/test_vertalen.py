"""The resident's pages in more than one language: everything translated, and a new language is only a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from django import forms
from django.test import Client, override_settings
from django.utils import translation
from django.utils.translation import trans_real

from gereedschap import vertalen
from gereedschap.zinnen import _modules, weigeringen
from tests.toegang.weg import OP
from tests.web.hulp import ALLE, NIET_ZICHTBAAR, TAG, naam
from voordeur.kern.fouten import AlleenLezen
from voordeur.schermen.templatetags.voordeur import datum
from voordeur.web import mijn
from voordeur.web.mijn.weigeringen import eigen_woorden, zin_van
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


# ---- what no template holds: refusals, errors of forms, the log


def nederlands_in_het_engels(zin: str) -> bool:
    with translation.override("en"):
        return zin_van(zin) == zin


def test_every_refusal_that_can_reach_a_resident_is_said_in_their_language() -> None:
    """The sentences come out of the code; the fixed ones are in the catalog, these have something filled in."""
    vast, ingevuld = weigeringen()
    assert {"Deze klacht is al klaar.", "Deze persoon helpt al niet meer.", AlleenLezen().args[0]} - vast == {
        "Deze klacht is al klaar."  # only staff can get that one
    }
    assert [zin for zin in vast if nederlands_in_het_engels(zin)] == []
    assert [zin for zin in ingevuld if eigen_woorden(zin) is None] == []


def test_a_refusal_that_nobody_translated_becomes_a_general_sentence_and_never_dutch() -> None:
    assert zin_van("Iets nieuws mag niet.") == "Iets nieuws mag niet."
    with translation.override("en"):
        assert zin_van("Iets nieuws mag niet.") == "This cannot be done here now. Please call us. We will help you."


def test_a_refusal_is_dutch_in_the_code_so_that_the_journal_stays_so() -> None:
    vertaald = re.compile(r"(?:StapNietAanDeBeurt|Geweigerd)\(_\(")
    assert [pad.name for pad in (vertalen.BRON / "web" / "mijn").glob("*.py") if vertaald.search(pad.read_text())] == []


def test_every_error_of_a_form_of_a_resident_is_translated() -> None:
    velden = [
        (f"{klasse.__name__}.{welk}", veld) for module in _modules(mijn) for klasse in vars(module).values()
        if isinstance(klasse, type) and issubclass(klasse, forms.Form) and klasse.__module__ == module.__name__
        for welk, veld in klasse.base_fields.items() if not isinstance(veld.widget, forms.HiddenInput)
    ]  # fmt: skip
    assert len(velden) > 15
    fout = []
    for waar, veld in velden:
        for soort, tekst in {**veld.error_messages, "label": veld.label, "uitleg": veld.help_text}.items():
            nl = str(tekst)
            with translation.override("en"):
                if nl not in ("", "Code") and str(tekst) == nl:
                    fout.append((waar, soort, nl))
    assert fout == []


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
