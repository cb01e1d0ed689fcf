"""Two registrations of one person become one and two again: no row is lost, and all is read where it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoDbBlocker

from tests.database import vernietig
from tests.stad import Stad, bouw_stad
from tests.toegang.wandel import in_
from tests.toegang.weg import IDENTITEIT, OP, breng_tot, melding, vers
from voordeur.inwoner.accounts import actor_van_inwoner
from voordeur.inwoner.actions import BijCollege, registreer, schrijf_op, toon_aan, wijzig
from voordeur.inwoner.models import Gegeven, Inwoner
from voordeur.inwoner.queries import allen_met_bsn, bsn_van, lees_bestand, opgeschreven, versies_van
from voordeur.inwoner.zoeken import Zoekvraag, vind
from voordeur.kern.actor import als
from voordeur.kern.eisen import constraint_van
from voordeur.kern.fouten import GeenMandaat, StapNietAanDeBeurt, ZelfdePersoon
from voordeur.kern.models import Account, Journaalregel
from voordeur.kern.sleutels import SleutelOntbreekt
from voordeur.toegang.actions import meld
from voordeur.toegang.actions.concepten import bewaar_concept
from voordeur.toegang.actions.samenvoegen import (
    bevestig_samenvoeging,
    maak_ongedaan,
    vraag_samenvoeging,
    wijs_samenvoeging_af,
)
from voordeur.toegang.models import Concept, Document, Dossier, Samenvoeging


@pytest.fixture(scope="module")
def stad(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock(), override_settings(VOORDEUR_VANDAAG=OP):
        yield bouw_stad("enschede")


def nieuw(stad: Stad, naam: str = "de Wit", **velden: Any) -> Inwoner:
    wie = {**IDENTITEIT, "naam": naam}
    gemaakt: Inwoner = registreer(stad.als("consulent"), BijCollege(stad.gemeente), wie, op=OP, **velden).object
    return gemaakt


def van(stad: Stad, dossier: Dossier) -> Inwoner:
    with als(stad.als("consulent")):
        return Inwoner.objects.get(pk=vers(stad, dossier).inwoner_id)


def voeg_samen(stad: Stad, blijft: Inwoner, ander: Inwoner) -> Samenvoeging:
    vraag = vraag_samenvoeging(stad.als("consulent"), blijft, ander, toelichting="Zelfde stem.", op=OP).object
    gedaan: Samenvoeging = bevestig_samenvoeging(stad.als("teamleider"), vraag, op=OP).object
    return gedaan


def lees(stad: Stad, inwoner: Inwoner, soort: str = "identiteit") -> list[dict[str, Any]]:
    with als(stad.als("consulent")):
        return versies_van(Inwoner.objects.get(pk=inwoner.pk), soort, van="")


def test_dossiers_papers_and_facts_come_under_the_key_of_the_one_that_stays_and_go_back(stad: Stad) -> None:
    blijft = van(stad, breng_tot(stad, "melding"))
    dossier = breng_tot(stad, "genomen", identiteit={**IDENTITEIT, "naam": "Yıldız"}, bsn="123456782")
    bewaar_concept(stad.als("consulent"), dossier, "zrm", {"d0": ["3"]}, op=OP)
    ander, voor = van(stad, dossier), vers(stad, dossier)
    gedaan = voeg_samen(stad, blijft, ander)
    with als(stad.als("consulent")):
        blijft = Inwoner.objects.get(pk=blijft.pk)
        document, concept = (model.objects.filter(dossier=dossier).earliest("id") for model in (Document, Concept))
        assert vers(stad, dossier).inwoner_id == blijft.pk
        assert vers(stad, dossier).versie == voor.versie + 1
        assert lees_bestand(blijft, document.inhoud).startswith(b"%PDF")
        assert b"d0" in lees_bestand(blijft, concept.inhoud)
        assert opgeschreven(blijft, van=dossier.nummer)["melding"]["reden"] == "Zij redt het niet alleen."
        # the one that stays is who it was; the other is read as an earlier version
        assert [deel["naam"] for deel in versies_van(blijft, "identiteit", van="")] == ["de Wit", "Yıldız"]
        assert bsn_van(blijft) == "123456782"
        assert [deel.pk for deel in allen_met_bsn(stad.als("consulent"), "123456782")] == [blijft.pk]
        vraag = Zoekvraag(stad.gemeente, identiteit={"naam": "Yildiz", "geboortedatum": IDENTITEIT["geboortedatum"]})
        assert blijft.pk in {deel.inwoner.pk for deel in vind(stad.als("consulent"), vraag)}
        assert ander.pk not in {deel.inwoner.pk for deel in vind(stad.als("consulent"), vraag)}
        regels = Journaalregel.objects.filter(handeling="toegang.samenvoeging.bevestigen", uitslag="gedaan")
        assert {str(blijft.pk), str(ander.pk), str(dossier.pk)} <= set(regels.values_list("object_id", flat=True))
    later = meld(stad.als("consulent"), melding(stad), op=OP).object
    with als(stad.als("consulent")):
        Dossier.objects.filter(pk=later.pk).update(inwoner=blijft)
        Gegeven.objects.filter(van=later.nummer).delete()
        schrijf_op(blijft, "melding", {"reden": "later"}, van=later.nummer)
        schrijf_op(blijft, "onderzoek", {"na": "samenvoegen"}, van=dossier.nummer)
    maak_ongedaan(stad.als("consulent"), gedaan, toelichting="Toch haar zus.", op=OP)
    with als(stad.als("consulent")):
        ander, blijft = (Inwoner.objects.get(pk=deel.pk) for deel in (ander, blijft))
        assert vers(stad, dossier).inwoner_id == ander.pk
        assert vers(stad, later).inwoner_id == blijft.pk
        assert opgeschreven(ander, van=dossier.nummer)["onderzoek"] == {"na": "samenvoegen"}
        document.refresh_from_db()
        assert lees_bestand(ander, document.inhoud).startswith(b"%PDF")
        with pytest.raises(SleutelOntbreekt):
            lees_bestand(blijft, document.inhoud)
        assert [deel["naam"] for deel in versies_van(ander, "identiteit", van="")] == ["Yıldız"]
        assert [deel["naam"] for deel in versies_van(blijft, "identiteit", van="")] == ["de Wit"]
        assert (bsn_van(blijft), bsn_van(ander)) == (None, "123456782")


def test_both_accounts_open_the_one_file_and_each_its_own_after_it(stad: Stad) -> None:
    blijft, ander = nieuw(stad), nieuw(stad, "Yıldız")
    accounts = [
        Account.objects.create_user(
            f"{deel.pk}@x.test", "geheim", regio_id=stad.regio, naam="i", soort="inwoner", inwoner=deel.pk
        )
        for deel in (blijft, ander)
    ]
    gedaan = voeg_samen(stad, blijft, ander)
    assert {actor_van_inwoner(account).inwoner for account in accounts} == {str(blijft.pk)}
    maak_ongedaan(stad.als("consulent"), gedaan, toelichting="Toch niet.", op=OP)
    assert [actor_van_inwoner(account).inwoner for account in accounts] == [str(blijft.pk), str(ander.pk)]


def test_a_provider_sees_the_one_file_and_after_it_only_whom_it_saw(stad: Stad) -> None:
    blijft, ander = nieuw(stad), nieuw(stad, "Yıldız")
    with als(stad.als("consulent")):
        toon_aan(Inwoner.objects.get(pk=ander.pk), stad.aanbieder)
    gedaan = voeg_samen(stad, blijft, ander)
    with als(stad.als("aanbieder")):
        assert Inwoner.objects.filter(pk=blijft.pk).exists()
    maak_ongedaan(stad.als("consulent"), gedaan, toelichting="Toch niet.", op=OP)
    with als(stad.als("aanbieder")):
        gezien = set(Inwoner.objects.filter(pk__in=[blijft.pk, ander.pk]).values_list("pk", flat=True))
    assert gezien == {ander.pk}


def _al_samengevoegd(stad: Stad) -> tuple[Inwoner, Inwoner]:
    een, ander = nieuw(stad), nieuw(stad)
    voeg_samen(stad, een, ander)
    return nieuw(stad), ander


def _gevraagd(stad: Stad) -> tuple[Inwoner, Inwoner]:
    een, ander = nieuw(stad), nieuw(stad)
    vraag_samenvoeging(stad.als("consulent"), een, ander, toelichting="x", op=OP)
    return ander, nieuw(stad)


def _elders(stad: Stad) -> tuple[Inwoner, Inwoner]:
    bij = BijCollege(stad.andere_gemeente)
    return nieuw(stad), registreer(stad.als("consulent"), bij, IDENTITEIT, op=OP).object


def _voorstel(stad: Stad) -> tuple[Inwoner, Inwoner]:
    return nieuw(stad), van(stad, breng_tot(stad, "voorbereid"))


WEIGERT: list[tuple[Callable[[Stad], tuple[Inwoner, Inwoner]], str]] = [
    (_al_samengevoegd, "al samengevoegd"),
    (_gevraagd, "vorige verzoek"),
    (_elders, "verschillende gemeenten"),
    (_voorstel, "ligt een besluit klaar"),
    (lambda stad: (nieuw(stad, bsn="123456782"), nieuw(stad, bsn="111222333")), "elk een ander BSN"),
]


@pytest.mark.parametrize(("maak", "reden"), WEIGERT)
def test_what_cannot_be_one(stad: Stad, maak: Callable[[Stad], tuple[Inwoner, Inwoner]], reden: str) -> None:
    blijft, ander = maak(stad)
    with pytest.raises(StapNietAanDeBeurt, match=reden):
        vraag_samenvoeging(stad.als("consulent"), blijft, ander, toelichting="x", op=OP)


def test_two_people_decide_and_who_does_not_agree_leaves_it(stad: Stad) -> None:
    een, ander = nieuw(stad), nieuw(stad)
    vraag = vraag_samenvoeging(stad.als("consulent"), een, ander, toelichting="x", op=OP).object
    with pytest.raises(ZelfdePersoon):
        bevestig_samenvoeging(stad.als("consulent"), vraag, op=OP)
    with pytest.raises(GeenMandaat):
        bevestig_samenvoeging(stad.als("toezichthouder"), vraag, op=OP)
    wijs_samenvoeging_af(stad.als("teamleider"), vraag, op=OP)
    with pytest.raises(StapNietAanDeBeurt, match="al beslist"):
        bevestig_samenvoeging(stad.als("teamleider"), vraag, op=OP)
    assert len(lees(stad, een)) == len(lees(stad, ander)) == 1


def test_who_is_forgotten_is_forgotten_as_a_whole(stad: Stad) -> None:
    een, ander = nieuw(stad), nieuw(stad, bsn="999990019")
    voeg_samen(stad, een, ander)
    vernietig(stad.als("beheerder"), een)
    with als(stad.als("consulent")):
        assert Inwoner.objects.get(pk=ander.pk).sleutel is None
        assert allen_met_bsn(stad.als("consulent"), "999990019") == []


@pytest.mark.parametrize(
    ("velden", "naam"),
    [
        ({"beslist_door": 1, "beslist_op": OP}, "samenvoeging_vier_ogen"),
        ({"beslist_op": OP}, "samenvoeging_beslist_door_iemand"),
        ({"ongedaan_op": OP, "ongedaan_door": 2}, "samenvoeging_ongedaan_na_gedaan"),
        ({"zelf": True}, "samenvoeging_twee_registraties"),
        ({"nog_een": True}, "samenvoeging_gaat_een_keer_op"),
    ],
)
def test_the_database_holds_it(stad: Stad, velden: dict[str, Any], naam: str) -> None:
    een, ander = nieuw(stad), nieuw(stad)
    velden = dict(velden)
    blijft = ander if velden.pop("zelf", False) else een
    gewoon = {"regio_id": stad.regio, "college_code": stad.gemeente, "gevraagd_door": 1, "gevraagd_op": OP}
    with als(stad.als("consulent")), pytest.raises(IntegrityError) as fout, transaction.atomic():
        if velden.pop("nog_een", False):
            Samenvoeging.objects.create(**gewoon, blijft=nieuw(stad), gaat_op=ander)
        Samenvoeging.objects.create(**gewoon, blijft=blijft, gaat_op=ander, **velden)
    assert constraint_van(fout.value) == naam
    with als(stad.als("consulent")), pytest.raises(IntegrityError) as zelf, transaction.atomic():
        Inwoner.objects.filter(pk=een.pk).update(opgegaan_in=een)
    assert constraint_van(zelf.value) == "inwoner_niet_in_zichzelf"


def test_every_locked_column_is_one_that_moves() -> None:
    """A new table with something locked must hang on a dossier or a resident, or carry a key of its own."""
    anders = set()
    for model in apps.get_models():
        if any(isinstance(veld, models.BinaryField) for veld in model._meta.fields):
            naar = {veld.related_model._meta.label for veld in model._meta.fields if veld.is_relation}
            if not naar & {"inwoner.Inwoner", "toegang.Dossier"}:
                anders.add(model._meta.label)
    assert {deel for deel in anders if not deel.startswith(("beheer.", "kern."))} <= {"berichten.Bericht"}


def test_through_the_pages(stad: Stad) -> None:
    een = van(stad, breng_tot(stad, "onderzoek", identiteit={**IDENTITEIT, "naam": "Sámenvoeg"}))
    ander = nieuw(stad, "Samenvoeg", bsn="111222333")
    klant, collega = in_(stad), in_(stad, "teamleider")
    adres = f"/dossiers/personen/{een.pk}/"
    naast = f"{adres}samenvoegen/{ander.pk}/"
    assert naast in klant.get(adres).content.decode()
    assert "eindigt op 333" in klant.get(naast).content.decode()
    velden = {"blijft": str(een.pk), "toelichting": "Zelfde pasfoto."}
    assert klant.post(naast, {"blijft": str(een.pk)}).status_code == 422
    assert "Controleer" in klant.post(naast, velden).content.decode()
    assert klant.post(naast, velden | {"_bevestig": "1"}).status_code == 303
    with als(stad.als("consulent")):
        vraag = Samenvoeging.objects.get(blijft=een)
    beslis = f"/dossiers/personen/samenvoeging/{vraag.pk}/"
    assert beslis in collega.get(adres).content.decode()
    assert "U vroeg dit zelf" in klant.get(beslis).content.decode()
    blad = collega.get(beslis).content.decode()
    assert "Zelfde pasfoto." in blad
    assert collega.post(beslis, {"keuze": "ja", "_bevestig": "1"}).status_code == 303
    assert f"{beslis}ongedaan/" in klant.get(adres).content.decode()
    assert "is opgegaan in een andere" in klant.get(f"/dossiers/personen/{ander.pk}/").content.decode()
    assert klant.post(f"{beslis}ongedaan/", {"toelichting": "Zussen.", "_bevestig": "1"}).status_code == 303
    assert "eindigt op" not in klant.get(adres).content.decode()


# what is done: merge two of the four, undo the nth merge that stands, or write something new of one
ZET = st.one_of(
    st.tuples(st.just("samen"), st.integers(0, 3), st.integers(0, 3)),
    st.tuples(st.just("los"), st.integers(0, 3), st.just(0)),
    st.tuples(st.sampled_from(["persoon", "dossier"]), st.integers(0, 3), st.just(0)),
)


@dataclass
class Verhaal:
    """What was written, and where it should be: by registration, and by dossier."""

    stad: Stad
    wie: list[Inwoner] = field(default_factory=list)
    dossiers: list[Dossier] = field(default_factory=list)
    staand: list[tuple[Samenvoeging, int, int]] = field(default_factory=list)
    geteld: int = 0

    def waar(self, nummer: int) -> int:
        """In which registration another one stands now."""
        return next((self.waar(blijft) for _, blijft, ander in self.staand if ander == nummer), nummer)

    def doe(self, zet: tuple[str, int, int]) -> None:
        soort, een, ander = zet
        self.geteld += 1
        if soort == "samen" and een != ander:
            self._samen(een, ander)
        elif soort == "los" and self.staand:
            self._los(een % len(self.staand))
        elif soort in ("persoon", "dossier"):
            self._schrijf(soort, een)

    def _samen(self, een: int, ander: int) -> None:
        kan = self.waar(een) == een and self.waar(ander) == ander
        try:
            gedaan = voeg_samen(self.stad, self.wie[een], self.wie[ander])
        except StapNietAanDeBeurt:
            assert not kan
            return
        assert kan
        self.staand.append((gedaan, een, ander))

    def _los(self, plaats: int) -> None:
        deze, blijft, _ = self.staand[plaats]
        kan = self.waar(blijft) == blijft
        try:
            maak_ongedaan(self.stad.als("consulent"), deze, toelichting="x", op=OP)
        except StapNietAanDeBeurt:
            assert not kan
            return
        assert kan
        del self.staand[plaats]

    def _schrijf(self, soort: str, nummer: int) -> None:
        if soort == "persoon":
            doel = self.wie[self.waar(nummer)]
            wie = {**IDENTITEIT, "naam": f"Versie {self.geteld}"}
            wijzig(self.stad.als("consulent"), vers_van(self.stad, doel), "identiteit", wie, op=OP)
        else:
            with als(self.stad.als("consulent")):
                dossier = vers(self.stad, self.dossiers[nummer])
                schrijf_op(dossier.inwoner, "melding", {"reden": str(self.geteld)}, van=dossier.nummer)


def vers_van(stad: Stad, inwoner: Inwoner) -> Inwoner:
    with als(stad.als("consulent")):
        return Inwoner.objects.get(pk=inwoner.pk)


def _alles(verhaal: Verhaal) -> Counter[str]:
    """Everything that can be read of these people under the key of where it is, as text; what cannot be read fails."""
    gelezen: Counter[str] = Counter()
    with als(verhaal.stad.als("consulent")):
        for inwoner in Inwoner.objects.filter(pk__in=[deel.pk for deel in verhaal.wie]):
            for rij in Gegeven.objects.filter(inwoner=inwoner).exclude(soort__startswith="samenvoeging "):
                gelezen[f"{rij.pk} {lees_bestand(inwoner, rij.inhoud).decode()}"] += 1
        for nummer, dossier in enumerate(verhaal.dossiers):
            nu = vers(verhaal.stad, dossier)
            assert nu.inwoner_id == verhaal.wie[verhaal.waar(nummer)].pk
            for document in Document.objects.filter(dossier=dossier):
                assert lees_bestand(nu.inwoner, document.inhoud).startswith(b"%PDF")
            assert set(Gegeven.objects.filter(van=nu.nummer).values_list("inwoner", flat=True)) == {nu.inwoner_id}
    return gelezen


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(zetten=st.lists(ZET, min_size=3, max_size=9))
def test_whatever_is_merged_unmerged_and_written_no_row_is_lost(stad: Stad, zetten: list[tuple[str, int, int]]) -> None:
    verhaal = Verhaal(stad)
    for nummer in range(4):
        stap = "onderzoek" if nummer == 0 else "melding"
        verhaal.dossiers.append(breng_tot(stad, stap, identiteit={**IDENTITEIT, "naam": f"Persoon {nummer}"}))
        verhaal.wie.append(van(stad, verhaal.dossiers[-1]))
    for zet in zetten:
        voor = _alles(verhaal)
        verhaal.doe(zet)
        na = _alles(verhaal)
        assert voor <= na
        assert na.total() - voor.total() == (1 if zet[0] in ("persoon", "dossier") else 0)
    while verhaal.staand:
        verhaal.doe(("los", len(verhaal.staand) - 1, 0))
    for nummer, inwoner in enumerate(verhaal.wie):
        assert lees(stad, inwoner)[-1]["naam"] == f"Persoon {nummer}"
