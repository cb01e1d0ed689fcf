"""A dispute goes by the steps of the agreement or of the country; help goes on, and who pays meanwhile is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.stad import Stad
from tests.toegang.wandel import loop, probeer, rij, zie
from tests.toegang.weg import OP, breng_tot, vers
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt
from voordeur.regels.landelijk import Geschilregel, Trede, geschilweg
from voordeur.toegang.actions import geschillen
from voordeur.toegang.actions.geschillen import Geschilbegin, begin_geschil
from voordeur.toegang.models import Dossier, Geschil, Klok

Bouw = Callable[[str], Stad]
BEGIN: dict[str, str] = {
    "soort": "landelijk", "wederpartij": "gemeente Verweggistad", "begonnen_op": "2026-03-02",
    "waarover": "Zij willen de inwoner niet terug.", "betaalt_intussen": "deze regio",
}  # fmt: skip
VERDER: dict[str, str] = {
    "op": "2026-03-02", "uitkomst": "Geen overeenstemming.", "betaalt_intussen": "deze regio", "opgelost": "nee",
}  # fmt: skip
EINDE: dict[str, str] = {
    "op": "2026-03-02", "uitkomst": "De commissie geeft ons gelijk.", "betaalt_intussen": "deze regio",
    "opgelost": "ja", "besluit": "ander", "verrekening": "ander", "verrekenen_van": "2026-01-01",
    "verrekenen_tot": "2026-03-01",
}  # fmt: skip


def met_geschil(stad: Stad, **anders: str) -> Dossier:
    dossier = breng_tot(stad, "onderzoek")
    loop(stad, dossier, "geschil/", **BEGIN | anders)
    return vers(stad, dossier)


@pytest.mark.bepaling("boce/geschil-landelijk")
def test_a_dispute_goes_through_three_steps_and_the_last_advice_is_followed(stad: Bouw) -> None:
    hier = stad("boce")
    dossier = met_geschil(hier)
    tekst = zie(hier, dossier)
    for zin in ("Zij willen de inwoner niet terug.", "Contactpersonen", "Regioadviseur", "deze regio"):
        assert zin in tekst
    loop(hier, dossier, "geschil/landelijk/", **VERDER)
    loop(hier, dossier, "geschil/landelijk/", **VERDER | {"betaalt_intussen": "beide"})
    geschil = rij(hier, Geschil, dossier=dossier)
    assert (geschil.trede, geschil.betaalt_intussen) == ("commissie", "beide")
    laatste = probeer(hier, dossier, "geschil/landelijk/", **VERDER)
    assert laatste.context["formulier"].errors["opgelost"] == [
        "Dit is de laatste stap. De uitkomst daarvan geldt. Leg vast hoe het is opgelost."
    ]
    tekst = loop(hier, dossier, "geschil/landelijk/", **EINDE)
    assert "gemeente Verweggistad, 1 januari 2026 tot en met 1 maart 2026" in tekst
    geschil = rij(hier, Geschil, dossier=dossier)
    assert [(deel["trede"], deel["uitkomst"]) for deel in geschil.treden] == [
        ("contactpersonen", "verder"), ("regioadviseur", "verder"), ("commissie", "opgelost"),
    ]  # fmt: skip
    assert (geschil.opgelost_op, geschil.uitkomst, geschil.verrekening) == (OP, "ander", "ander")
    assert "Geen overeenstemming" not in str(geschil.treden)


def test_an_agreement_with_steps_of_its_own_follows_these(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = met_geschil(hier)
    loop(hier, dossier, "geschil/landelijk/", **VERDER)
    assert rij(hier, Geschil, dossier=dossier).trede == "landelijk-team"


@pytest.mark.bepaling("almelo/regie")
def test_a_dispute_on_the_indication_puts_the_interest_of_the_client_first(stad: Bouw) -> None:
    hier = stad("almelo")
    dossier = breng_tot(hier, "onderzoek")
    assert "Het belang van de cliënt gaat voor." in zie(hier, dossier, "geschil/")
    loop(hier, dossier, "geschil/", **BEGIN | {"soort": "indicatie", "wederpartij": "de lokale Wmo"})
    loop(hier, dossier, "geschil/indicatie/", **VERDER | {"opgelost": "ja", "besluit": "samen"})
    geschil = rij(hier, Geschil, dossier=dossier)
    assert (geschil.uitkomst, geschil.verrekening) == ("samen", "")


def test_a_dispute_for_which_no_source_gives_steps_cannot_be_chosen(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    antwoord = probeer(hier, dossier, "geschil/", **BEGIN | {"soort": "indicatie"})
    assert antwoord.status_code == 422
    assert "soort" in antwoord.context["formulier"].errors


def test_there_is_one_open_dispute_of_a_kind(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = met_geschil(hier)
    weer = probeer(hier, dossier, "geschil/", **BEGIN)
    assert weer.status_code == 403
    assert "loopt al een geschil" in weer.content.decode()
    assert "Over dit onderwerp loopt geen geschil." in zie(hier, dossier, "geschil/indicatie/")


def test_two_disputes_that_wait_for_one_term_share_its_clock(stad: Bouw, monkeypatch: pytest.MonkeyPatch) -> None:
    hier = stad("boce")
    dossier = breng_tot(hier, "onderzoek")
    trede = Trede("een", "Zij overleggen.", "contactpersonen", ("x",), termijn="klacht")
    wegen = tuple(Geschilregel(soort, ("x",), (trede,)) for soort in ("landelijk", "indicatie"))
    monkeypatch.setattr(geschillen, "geschilweg_van", lambda _, soort: geschilweg(wegen, (), soort))
    for soort in ("landelijk", "indicatie"):
        loop(hier, dossier, "geschil/", **BEGIN | {"soort": soort})
    assert rij(hier, Klok, dossier=dossier, soort="klacht").klaar_op is None


FOUT: list[tuple[dict[str, str], str]] = [
    ({"op": "2026-03-01"}, "op"),
    ({"opgelost": "ja"}, "besluit"),
    ({"opgelost": "ja", "besluit": "ander", "verrekening": "hier"}, "verrekenen_van"),
    ({"opgelost": "ja", "besluit": "ander", "verrekening": "hier", "verrekenen_van": "2026-02-01"}, "verrekenen_tot"),
    ({"opgelost": "ja", "besluit": "ander", "verrekening": "hier", "verrekenen_van": "2026-02-01",
      "verrekenen_tot": "2026-01-01"}, "verrekenen_tot"),
    ({"verrekening": "hier"}, "verrekening"),
]  # fmt: skip


def test_what_lacks_stands_at_its_field(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = met_geschil(hier)
    for velden, veld in FOUT:
        antwoord = probeer(hier, dossier, "geschil/landelijk/", **VERDER | velden)
        assert antwoord.status_code == 422, velden
        assert list(antwoord.context["formulier"].errors) == [veld]


def test_a_supervisor_or_a_provider_begins_no_dispute(stad: Bouw) -> None:
    hier = stad("enschede")
    dossier = breng_tot(hier, "onderzoek")
    velden: dict[str, Any] = {**BEGIN, "begonnen_op": date(2026, 3, 2)}
    for wie in ("toezichthouder", "aanbieder"):
        with pytest.raises(GeenMandaat):
            begin_geschil(hier.als(wie), dossier, Geschilbegin(**velden), versie=dossier.versie, op=OP)
    begin_geschil(hier.als("consulent"), dossier, Geschilbegin(**velden), versie=dossier.versie, op=OP)
    with pytest.raises(StapNietAanDeBeurt):
        begin_geschil(hier.als("consulent"), dossier, Geschilbegin(**velden), versie=vers(hier, dossier).versie, op=OP)


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("geschil_opgelost_heeft_uitkomst", {"opgelost_op": OP}),
        ("geschil_verrekening_eindigt_na_begin", {"verrekenen_van": OP, "verrekenen_tot": date(2026, 3, 1)}),
        ("geschil_een_open_per_soort", {}),
    ],
)
def test_the_database_keeps_a_dispute_whole(stad: Bouw, naam: str, velden: dict[str, Any]) -> None:
    hier = stad("enschede")
    dossier = met_geschil(hier)
    soort = "landelijk" if not velden else "indicatie"
    with als(hier.als("consulent")), pytest.raises(IntegrityError, match=naam), transaction.atomic():
        Geschil.objects.create(
            regio_id=hier.regio, college_code=dossier.college_code, dossier=dossier, soort=soort, trede="x",
            begonnen_op=OP, betaalt_intussen="x", **velden,
        )  # fmt: skip


def test_a_step_with_a_term_starts_and_stops_its_clock(stad: Bouw, monkeypatch: pytest.MonkeyPatch) -> None:
    met_termijn = Geschilregel("landelijk", ("x",), (
        Trede("een", "Zij overleggen.", "contactpersonen", ("x",), termijn="klacht"),
        Trede("twee", "De commissie adviseert.", "commissie", ("x",)),
    ))  # fmt: skip
    monkeypatch.setattr(geschillen, "geschilweg_van", lambda *_: geschilweg((met_termijn,), (), "landelijk"))
    hier = stad("enschede")
    dossier = met_geschil(hier)
    assert rij(hier, Klok, dossier=dossier, soort="klacht").start == OP
    loop(hier, dossier, "geschil/landelijk/", **VERDER)
    assert rij(hier, Klok, dossier=dossier, soort="klacht").klaar_op == OP
