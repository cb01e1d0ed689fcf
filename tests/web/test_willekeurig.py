"""Whatever is sent to any form: a clear answer at the field, nothing typed is lost, never an error page.

And whoever sends more than the form asks (a region, a role, an account) reaches nothing with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.forms import BaseForm, BoundField, CheckboxInput
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoDbBlocker

from tests.stad import bouw_stad
from tests.toegang.weg import WEG, breng_tot
from tests.web.adressen import NERGENS, Adres, met_scherm
from tests.web.wereld import Binnen, klant, maak, met_geld
from voordeur.schermen.verzoek import mag_openen
from voordeur.web.klok import vandaag

pytestmark = pytest.mark.traag
REGELINGEN = ("enschede", "drechtsteden")
WIE = (
    "consulent",
    "teamleider",
    "contractbeheerder",
    "controller",
    "beheerder",
    "aanbieder",
    "opvang",
    "lokaal",
    "inwoner",
)
RUSTIG = settings(
    max_examples=4, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
VREEMD = (
    "", " ", "0", "-1", "1", "2026-02-30", "2026-03-02", "0001-01-01", "9999-12-31", "1.250,50", "1e999", "NaN", "ja",
    "nee",
    "x" * 5000, "\x00", "\u202eomgekeerd", "<script>alert(1)</script>", "=1+1", "'; DROP TABLE x; --", "🙂", "é" * 300,
    "123456782", "111222333", "../../etc/passwd",
)  # fmt: skip
# sent along under the name of everything that the database keeps, by who hopes that a form takes it all over
GEKAAPT = "gekaapt7461"
TYPEN = {"TextInput", "Textarea", "EmailInput", "NumberInput", "DateInput"}


@dataclass(frozen=True)
class Deur:
    """A page with a form, and who can open it."""

    client: Client
    pad: str
    formulier: BaseForm


@pytest.fixture(scope="module")
def steden(zonder_tellers: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[Any]]:
    """Two regions with one of everything and a dossier at every step of the way in."""
    with django_db_blocker.unblock():
        gevonden = []
        for regeling in REGELINGEN:
            stad = bouw_stad(regeling)
            waarden = dict(NERGENS)
            if regeling == "enschede":
                waarden |= met_geld(stad) | maak(stad, stad.gemeente).waarden
            nummers = [breng_tot(stad, stap).nummer for stap in WEG]
            gevonden.append((Binnen(stad), waarden | {"jaar": 2025, "kwartaal": 1}, nummers))
        yield gevonden


def deur(steden: list[Any], adres: Adres) -> Deur | None:
    """The first page at this address that shows a form; None: there is no form here, or nobody may open it."""
    for binnen, waarden, nummers in steden:
        for keuze in _keuzes(adres, waarden, nummers):
            for wie in WIE:
                open_, gevonden = _probeer(binnen, wie, adres, keuze)
                if open_:
                    return gevonden
    return None


def _keuzes(adres: Adres, waarden: dict[str, Any], nummers: list[str]) -> Iterator[dict[str, Any]]:
    yield waarden
    if any(soort == "dossier" for soort, _ in adres.vulling().values()):
        yield from (waarden | {"dossier": nummer} for nummer in reversed(nummers))


def _probeer(binnen: Binnen, wie: str, adres: Adres, keuze: dict[str, Any]) -> tuple[bool, Deur | None]:
    """Whether the page opens, and its form when it has one."""
    if wie not in binnen.stad.accounts or not mag_openen(binnen.actor(wie), adres.naam, vandaag()):
        return False, None
    pad = adres.pad(keuze)
    antwoord = binnen.klant(wie).get(pad)
    formulier = (antwoord.context or {}).get("formulier") if antwoord.status_code == 200 else None
    heeft = isinstance(formulier, BaseForm)
    return antwoord.status_code in (200, 405), Deur(klant(binnen.stad, wie), pad, formulier) if heeft else None


def invoer(formulier: BaseForm) -> st.SearchStrategy[dict[str, Any]]:
    """An answer to each question of a form: mostly one that could be right, sometimes anything, sometimes none."""
    return st.fixed_dictionaries({veld.html_name: _antwoord(veld) for veld in formulier}).map(
        lambda gekozen: {naam: waarde for naam, waarde in gekozen.items() if waarde is not None}
    )


def _antwoord(veld: BoundField) -> st.SearchStrategy[Any]:
    goed = _goed(veld)
    return goed | goed | st.sampled_from(VREEMD) | st.text(max_size=30) | st.none()


def _goed(veld: BoundField) -> st.SearchStrategy[Any]:
    keuzes = [str(sleutel) for sleutel, _ in getattr(veld.field, "choices", ()) or () if isinstance(sleutel, str | int)]
    if veld.is_hidden or keuzes:
        return st.sampled_from(keuzes or [str(veld.value())])
    soort = type(veld.field.widget).__name__
    return st.just({"DateInput": "2026-03-02", "NumberInput": "1", "CheckboxInput": "on"}.get(soort, "Gewone tekst"))


@pytest.mark.parametrize("adres", met_scherm(), ids=lambda adres: adres.naam)
def test_any_answer_to_a_form_is_taken_or_told_at_its_field(steden: list[Any], adres: Adres) -> None:
    open_ = deur(steden, adres)
    if open_ is None:
        return

    @RUSTIG
    @given(ingevuld=invoer(open_.formulier), bevestig=st.booleans())
    def probeer(ingevuld: dict[str, Any], bevestig: bool) -> None:
        antwoord = _post(open_, ingevuld | ({"_bevestig": "1"} if bevestig else {}))
        assert antwoord.status_code in (200, 302, 303, 403, 404, 409, 422), antwoord.status_code
        if antwoord.status_code == 422:
            eis_niets_verloren(antwoord, ingevuld)

    probeer()


def _post(open_: Deur, ingevuld: dict[str, Any]) -> Any:
    """What comes back; what was changed is undone, so that the next answer meets the same page."""
    eigen = {veld.html_name for veld in open_.formulier}
    erbij = {naam: GEKAAPT for naam in kolomnamen() if naam not in eigen}
    with transaction.atomic(), connection.execute_wrapper(_eis_niet_gekaapt):
        antwoord = open_.client.post(open_.pad, erbij | ingevuld)
        transaction.set_rollback(True)
    assert not connection.in_atomic_block
    return antwoord


@cache
def kolomnamen() -> frozenset[str]:
    """The names that any row of any table has, as an attribute and as a column."""
    velden = (veld for model in apps.get_models() for veld in model._meta.concrete_fields)
    return frozenset(naam for veld in velden for naam in (veld.name, veld.attname))


def _eis_niet_gekaapt(voer_uit: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    """What nobody was asked for never comes to the database, not even in a question."""
    assert GEKAAPT not in repr(params), sql
    return voer_uit(sql, params, many, context)


def eis_niets_verloren(antwoord: Any, ingevuld: dict[str, Any]) -> None:
    """At least one sentence says what is wrong, and each text is still there."""
    formulier = antwoord.context["formulier"]
    assert formulier.errors
    assert all(str(fout).strip() for lijst in formulier.errors.values() for fout in lijst)
    tekst = unescape(antwoord.content.decode())
    for veld in formulier:
        typt = type(veld.field.widget).__name__ in TYPEN and not isinstance(veld.field.widget, CheckboxInput)
        getypt = ingevuld.get(veld.html_name, "")
        if typt and getypt and "\x00" not in getypt:
            assert getypt.replace("\r\n", "\n") in tekst.replace("\r\n", "\n"), (veld.html_name, getypt)
