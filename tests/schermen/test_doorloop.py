"""A step: fill in, check, confirm; nothing that was typed is lost, and who comes second is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.http import HttpResponse
from django.test import RequestFactory

from tests.web.conftest import _statisch, omgeving  # noqa: F401
from voordeur.kern.fouten import Geweigerd, Gewijzigd
from voordeur.schermen.bouwstenen import Gebeurtenis
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.velden import Bedrag, Dag, JaNeeOnbekend, MetVersie, Tekstvak

STAP = Stap("Proef", "Sla op", "/terug/")
GOED = {"dag": "2026-03-02", "bedrag": "1.250,50", "lokaal": "nee", "verslag": "Goed <b>gesprek</b>", "versie": "3"}


class Proef(MetVersie):
    dag = Dag(label="Dag van het gesprek")
    bedrag = Bedrag(label="Bedrag", min_value=Decimal("0.01"))
    lokaal = JaNeeOnbekend(label="Is lokale hulp genoeg?")
    verslag = Tekstvak(label="Verslag")
    soort = forms.MultipleChoiceField(label="Soort", choices=[("a", "Eerste"), ("b", "Tweede")], required=False)
    klaar = forms.TypedChoiceField(
        label="Is het klaar?", choices=[("ja", "Ja"), ("nee", "Nee")], coerce=lambda gekozen: gekozen == "ja",
        required=False, empty_value=None,
    )  # fmt: skip


@pytest.fixture
def gedaan() -> list[dict[str, Any]]:
    return []


def stuur(gedaan: list[dict[str, Any]], velden: dict[str, Any] | None = None, **meer: Any) -> HttpResponse:
    def doe(schoon: dict[str, Any]) -> HttpResponse:
        gedaan.append(schoon)
        if schoon["versie"] < 3:
            raise Gewijzigd(schoon["versie"], 3)
        return HttpResponse("gedaan")

    maak = RequestFactory()
    request = maak.get("/proef/") if velden is None else maak.post("/proef/", velden)
    formulier = Proef(request.POST if velden is not None else None)
    wat = (Gebeurtenis(date(2026, 3, 1), "Verslag geschreven", "Door Noor"),)
    return doorloop(request, STAP, formulier, doe, gewijzigd=lambda _: wat)


def test_first_the_form(gedaan: list[dict[str, Any]]) -> None:
    antwoord = stuur(gedaan)
    assert antwoord.status_code == 200
    assert "Ga verder" in antwoord.content.decode()


def test_errors_stand_at_the_field_and_nothing_typed_is_lost(gedaan: list[dict[str, Any]]) -> None:
    antwoord = stuur(gedaan, GOED | {"bedrag": "veel"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert tekst.count("Vul een bedrag in, zoals 1.250,50.") == 2
    assert 'value="veel"' in tekst
    assert "Goed &lt;b&gt;gesprek&lt;/b&gt;" in tekst
    assert gedaan == []


def test_then_the_answers_to_check_in_words(gedaan: list[dict[str, Any]]) -> None:
    tekst = stuur(gedaan, GOED | {"soort": ["a", "b"], "klaar": "ja"}).content.decode()
    assert "True" not in tekst
    assert tekst.count("Ja") == 1
    for woorden in ("2 maart 2026", "€\xa01.250,50", "Nee", "Eerste, Tweede", "Goed &lt;b&gt;gesprek&lt;/b&gt;"):
        assert woorden in tekst
    assert gedaan == []


def test_changing_the_answers_gives_the_form_as_it_was_filled_in(gedaan: list[dict[str, Any]]) -> None:
    antwoord = stuur(gedaan, GOED | {"_wijzig": "1"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert 'value="2026-03-02"' in tekst
    assert 'value="1250,50"' in tekst or 'value="1.250,50"' in tekst
    assert gedaan == []


def test_confirmed_it_is_done_once_with_clean_values(gedaan: list[dict[str, Any]]) -> None:
    assert stuur(gedaan, GOED | {"_bevestig": "1"}).content == b"gedaan"
    (schoon,) = gedaan
    assert (schoon["dag"], schoon["bedrag"], schoon["lokaal"]) == (date(2026, 3, 2), Decimal("1250.50"), False)


def test_unknown_stays_unknown(gedaan: list[dict[str, Any]]) -> None:
    stuur(gedaan, GOED | {"lokaal": "", "_bevestig": "1"})
    assert gedaan[0]["lokaal"] is None


def test_who_comes_second_is_told_what_changed_and_can_go_on(gedaan: list[dict[str, Any]]) -> None:
    antwoord = stuur(gedaan, GOED | {"versie": "2", "_bevestig": "1"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Verslag geschreven" in tekst
    assert "Door Noor" in tekst
    assert 'name="versie" value="3"' in tekst
    assert "Goed &lt;b&gt;gesprek&lt;/b&gt;" in tekst


def test_a_refusal_goes_on_to_the_page_of_refusals() -> None:
    request = RequestFactory().post("/proef/", GOED | {"_bevestig": "1"})

    def weiger(_: dict[str, Any]) -> HttpResponse:
        raise Geweigerd("Dit mag niet.")

    with pytest.raises(Geweigerd, match="Dit mag niet"):
        doorloop(request, STAP, Proef(request.POST), weiger)
