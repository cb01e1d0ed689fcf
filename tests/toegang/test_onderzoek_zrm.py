"""The matrix at intake, during a stay and at the end of it, with a picture of the change and a table that says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import override_settings

from tests.stad import Stad
from tests.toegang.test_schermen import doe, in_, pad
from tests.toegang.weg import OP, breng_tot, vers
from voordeur.kern.actor import als
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt
from voordeur.regels.fouten import OngeldigFeit
from voordeur.toegang.actions import score_zrm
from voordeur.toegang.matrix import matrix_van
from voordeur.toegang.models import Dossier
from voordeur.toegang.queries import kijk
from voordeur.toegang.zrm import met_eerdere, metingen, verloop

Bouw = Callable[[str], Stad]
LATER = date(2026, 9, 1)


def scores(stad: Stad, waarde: int, **anders: int) -> dict[str, int]:
    return dict.fromkeys(matrix_van(stad.regeling).domeinen, waarde) | anders


def woont(stad: Stad) -> Dossier:
    """Somebody who was scored at the intake, and lives somewhere."""
    dossier = breng_tot(stad, "onderzoek")
    score_zrm(stad.als("consulent"), dossier, scores(stad, 2), versie=dossier.versie, op=OP)
    with als(stad.als("consulent")):
        Dossier.objects.filter(pk=dossier.pk).update(stap="verblijf")
    return vers(stad, dossier)


def meet(stad: Stad, dossier: Dossier, waarde: int, meting: str, op: date, **anders: int) -> Dossier:
    gedaan: Dossier = score_zrm(
        stad.als("consulent"), dossier, scores(stad, waarde, **anders), meting=meting, versie=dossier.versie, op=op
    ).object
    return gedaan


def beeld_van(stad: Stad, dossier: Dossier) -> Any:
    with als(stad.als("consulent")):
        return kijk(vers(stad, dossier))


@pytest.mark.parametrize("regeling", ["enschede", "drechtsteden"])
def test_every_measurement_is_kept_in_its_order(stad: Bouw, regeling: str) -> None:
    hier = stad(regeling)
    dossier = woont(hier)
    dossier = meet(hier, dossier, 3, "voortgang", LATER)
    dossier = meet(hier, dossier, 4, "voortgang", date(2027, 3, 1))
    dossier = meet(hier, dossier, 5, "uitstroom", date(2027, 9, 1))
    beeld = beeld_van(hier, dossier)
    gemeten = metingen(beeld.geschreven, matrix_van(hier.regeling))
    assert [(meting.naam, meting.op.year, meting.scores["Justitie"]) for meting in gemeten] == [
        ("intake", 2026, 2), ("voortgang", 2026, 3), ("voortgang", 2027, 4), ("uitstroom", 2027, 5),
    ]  # fmt: skip


def test_a_second_look_on_the_same_day_replaces_the_first() -> None:
    eerst = met_eerdere(None, {"a": 1}, OP)
    zelfde = met_eerdere(eerst, {"a": 2}, OP)
    later = met_eerdere(zelfde, {"a": 3}, LATER)
    assert zelfde["eerder"] == []
    assert [deel["scores"] for deel in later["eerder"]] == [{"a": 2}]


def test_there_is_nothing_to_compare_after_one_measurement(stad: Bouw) -> None:
    hier = stad("enschede")
    beeld = beeld_van(hier, woont(hier))
    assert verloop(beeld.geschreven, beeld.regeling) is None


@pytest.mark.parametrize("meting", ["voortgang", "uitstroom"])
def test_who_lives_nowhere_yet_has_an_intake_only(stad: Bouw, meting: str) -> None:
    hier = stad("drechtsteden")
    dossier = breng_tot(hier, "onderzoek")
    with pytest.raises(StapNietAanDeBeurt):
        meet(hier, dossier, 3, meting, OP)
    dossier = woont(hier)
    with pytest.raises(StapNietAanDeBeurt):
        meet(hier, dossier, 3, "intake", LATER)
    with pytest.raises(OngeldigFeit):
        meet(hier, dossier, 3, "tussendoor", LATER)
    with pytest.raises(OngeldigFeit):
        meet(hier, dossier, 9, "voortgang", LATER)


@pytest.mark.parametrize("wie", ["controller", "buur", "aanbieder"])
def test_who_has_no_power_scores_nothing(stad: Bouw, wie: str) -> None:
    hier = stad("drechtsteden")
    dossier = woont(hier)
    with pytest.raises(GeenMandaat):
        score_zrm(hier.als(wie), dossier, scores(hier, 3), meting="voortgang", versie=dossier.versie, op=LATER)


def test_the_picture_and_the_table_say_the_same(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    dossier = woont(hier)
    klant = in_(hier, "consulent")
    with override_settings(VOORDEUR_VANDAAG=LATER):
        assert "Na een tweede meting ziet u hier de verandering." in klant.get(pad(dossier)).content.decode()
        velden = {f"d{nummer}": "3" for nummer in range(13)} | {"d0": "1", "d1": "2"}
        pagina = doe(klant, pad(dossier, "zelfredzaamheid/"), versie=dossier.versie, meting="voortgang", **velden)
    assert "Aantal leefgebieden dat beter gaat: 11. Gelijk: 1. Minder goed: 1." in pagina
    assert pagina.count('<circle cx="170" cy="30" r="7"') == 11
    assert pagina.count("Beter (+1)") == 11
    assert pagina.count("Minder goed (−1)") == 1
    assert "De scores per leefgebied bij elke meting" in pagina
    assert "style=" not in pagina


def test_the_choice_of_measurement_is_asked_only_where_there_is_one(stad: Bouw) -> None:
    hier = stad("drechtsteden")
    intake, later = breng_tot(hier, "onderzoek"), woont(hier)
    klant = in_(hier, "consulent")
    with override_settings(VOORDEUR_VANDAAG=LATER):
        assert "meting" not in klant.get(pad(intake, "zelfredzaamheid/")).context["formulier"].fields
        keuzes = klant.get(pad(later, "zelfredzaamheid/")).context["formulier"].fields["meting"].choices
        antwoord = klant.post(pad(later, "zelfredzaamheid/"), {"versie": later.versie})
    assert [naam for naam, _ in keuzes] == ["voortgang", "uitstroom"]
    assert antwoord.status_code == 422
    assert antwoord.context["formulier"].errors["meting"] == ["Maak een keuze."]
