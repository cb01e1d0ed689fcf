"""Templates: they know all their names, they hold no inline style or script, and people can read them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template.loader import get_template, render_to_string
from django.test import Client, RequestFactory, override_settings

from tests.web.hulp import ALLE, b1_gebreken, leestekst, naam, zinnen
from voordeur.schermen import stijl_voorbeelden
from voordeur.schermen.views_fouten import geweigerd, mislukt

PAGINAS = ("/stijl/", "/stijl/?proef=1", "/stijl/?proef=1&naam=Fatma+Y%C4%B1ld%C4%B1z&gemeente=a&contact=bel")
BEGIN = {
    "schermen/stijl.html",
    "schermen/weigering.html",
    "schermen/403.html",
    "schermen/404.html",
    "schermen/500.html",
    "schermen/stap.html",
    "schermen/controleer.html",
    "schermen/klaar.html",
    "schermen/bladeren.html",
    "403_csrf.html",
}


def bereikt(begin: set[str]) -> set[str]:
    """The templates that are reached from some by including and extending."""
    tekst = {naam(bestand): bestand.read_text("utf-8") for bestand in ALLE}
    gezien: set[str] = set()
    while nieuw := begin - gezien:
        gezien |= nieuw
        begin = {deel for ouder in nieuw for deel in re.findall(r'(?:include|extends) "([^"]+)"', tekst[ouder])}
    return gezien


def test_every_template_is_rendered_by_one_of_the_pages_below() -> None:
    eigen = {naam(bestand) for bestand in ALLE if naam(bestand).startswith(("schermen/", "403"))}
    assert bereikt(BEGIN) == eigen


@pytest.mark.parametrize("adres", PAGINAS)
def test_the_style_page_knows_all_its_names_without_login_or_database(adres: str) -> None:
    antwoord = Client().get(adres)
    assert antwoord.status_code == (422 if adres.endswith("proef=1") else 200)
    assert "default-src 'none'" in antwoord.headers["Content-Security-Policy"]


def test_an_unknown_name_in_a_template_fails_here() -> None:
    with pytest.raises(AssertionError, match="chip"):
        render_to_string("schermen/chip.html", {})


def test_a_form_with_errors_starts_its_title_with_fout_and_says_each_error_twice() -> None:
    tekst = Client().get("/stijl/?proef=1").content.decode()
    assert "<title>Fout: Stijlboek" in tekst
    assert tekst.count("Vul een naam in.") == 2
    assert 'href="#id_contact_0"' in tekst
    assert "<title>Stijlboek" in Client().get("/stijl/").content.decode()


def test_what_somebody_filled_in_stays() -> None:
    assert 'value="Yıldız &lt;b&gt;"' in Client().get("/stijl/", {"proef": 1, "naam": "Yıldız <b>"}).content.decode()


@pytest.mark.parametrize("sjabloon", ["schermen/403.html", "schermen/404.html", "schermen/500.html", "403_csrf.html"])
def test_error_pages_need_nothing(sjabloon: str) -> None:
    assert "<h1" in get_template(sjabloon).render({})


def test_without_the_gathered_static_files_the_words_of_the_error_page_still_come(tmp_path: Path) -> None:
    with override_settings(STATIC_ROOT=str(tmp_path)):
        antwoord = mislukt(RequestFactory().get("/"))
    assert antwoord.status_code == 500
    assert "Uw laatste stap is niet opgeslagen" in antwoord.content.decode()


def test_an_unknown_address_gets_our_page() -> None:
    antwoord = Client().get("/er-niet/")
    assert antwoord.status_code == 404
    assert "Deze pagina is er niet" in antwoord.content.decode()


def test_a_refusal_says_why_and_where_to_go() -> None:
    from voordeur.kern.fouten import Geweigerd

    tekst = geweigerd(Geweigerd("Dit mag alleen een <teamleider>."), "/terug/").content.decode()
    assert "Dit mag alleen een &lt;teamleider&gt;." in tekst
    assert 'href="/terug/"' in tekst


def test_no_inline_style_and_no_inline_script() -> None:
    for bestand in ALLE:
        tekst = bestand.read_text("utf-8")
        assert not re.search(r"\sstyle\s*=|<style|\son\w+\s*=|javascript:|hx-on", tekst, re.I), bestand
        assert all("src=" in script for script in re.findall(r"<script[^>]*>", tekst)), bestand
        assert not re.search(r"</?script[^>]*>[^<\s]", tekst), bestand


def test_nothing_comes_from_another_host() -> None:
    assert [naam(deel) for deel in ALLE if "//" in deel.read_text("utf-8").replace("{% comment %}", "")] == []


def test_template_texts_are_plain_dutch() -> None:
    gebreken = {naam(bestand): b1_gebreken(leestekst(bestand.read_text("utf-8"))) for bestand in ALLE}
    assert {sjabloon: deel for sjabloon, deel in gebreken.items() if deel} == {}


def test_the_lint_notices_what_it_has_to() -> None:
    assert b1_gebreken("Indien u dat wilt.") == ["indien"]
    assert b1_gebreken(leestekst("<p>" + "woord " * 16 + "</p>"))
    assert b1_gebreken(leestekst("{% include 'x' with tekst=\"Conform de wet.\" %}")) == ["conform"]
    assert zinnen("Een. Twee? Drie!") == ["Een", "Twee", "Drie"]


def test_the_examples_are_plain_dutch_too() -> None:
    teksten = [voorwaarde.gegeven for voorwaarde in stijl_voorbeelden.CONCLUSIE.voorwaarden]
    assert b1_gebreken(" ".join([stijl_voorbeelden.CONCLUSIE.in_het_kort, *teksten])) == []
