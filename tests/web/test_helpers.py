"""Who helps a resident: invited, accepted, looking along or doing things, withdrawn; and never in another file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker

from tests.stad import Stad, bouw_stad
from tests.toegang.weg import OP, breng_tot
from tests.web.bewoner import account_van, bewoner
from tests.web.wereld import klant
from voordeur.inwoner.accounts import actor_van_inwoner
from voordeur.inwoner.helpers import Helper, nodig_uit, stop_met_helpen, trek_in, wie_stopt
from voordeur.inwoner.ingang import adres_van, geef_code_aan, sluit_af
from voordeur.inwoner.models import Machtiging, Toegangscode
from voordeur.kern.actor import Actor, Rol, als
from voordeur.kern.fouten import AlleenLezen, GeenMandaat, StapNietAanDeBeurt
from voordeur.kern.handeling import Gedaan, handeling
from voordeur.kern.models import Account, Journaalregel
from voordeur.toegang.actions.ingang import GeenBewijs, leg_vertegenwoordiger_vast
from voordeur.toegang.models import Dossier

WACHTWOORD = {"wachtwoord": "drie gele fietsen", "nog_een_keer": "drie gele fietsen"}


@handeling("proef.helper", rollen={Rol.INWONER, Rol.GEMACHTIGDE})
def doe_iets(wie: object, dossier: Dossier, *, op: object) -> Gedaan[Dossier]:
    """Something that who helps may do as well."""
    return Gedaan(dossier)


@dataclass(frozen=True)
class Papiertje:
    """What the resident writes down to hand over."""

    loginnaam: str
    code: str


@pytest.fixture(scope="module")
def stad(omgeving: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Stad]:
    with django_db_blocker.unblock(), override_settings(VOORDEUR_VANDAAG=OP):
        yield bouw_stad("enschede")


@pytest.fixture
def dossier(stad: Stad) -> Dossier:
    cache.clear()
    return breng_tot(stad, "melding")


def vraag(client: Client, mag: str = "lezen", **anders: str) -> Papiertje:
    """Ask somebody, by the page."""
    velden = {"naam": "Piet Buurman", "contact": "06", "soort": "helper", "mag": mag, "tot": "", **anders}
    assert "Piet Buurman" in client.post("/mijn/helpers/nieuw/", velden).content.decode()
    pagina = client.post("/mijn/helpers/nieuw/", {**velden, "_bevestig": "1"}).content.decode()
    return lees(pagina)


def lees(pagina: str) -> Papiertje:
    naam, code = re.search(r"<dd>(\d{7})</dd>", pagina), re.search(r"<dd>(\w{4}-\w{4}-\w{4})</dd>", pagina)
    assert naam, pagina
    assert code, pagina
    return Papiertje(naam[1], code[1])


def neem_aan(papier: Papiertje) -> Client:
    """The helper makes an account of it."""
    client = Client()
    velden = {"loginnaam": papier.loginnaam, "code": papier.code, "geboortedatum": ""}
    assert client.post("/mijn/activeren/", velden).url == "/mijn/activeren/wachtwoord/"
    assert client.post("/mijn/activeren/wachtwoord/", WACHTWOORD).status_code == 302
    return client


def helper_van(dossier: Dossier, stad: Stad) -> Machtiging:
    with als(stad.als("consulent")):
        return Machtiging.objects.select_related("account").filter(inwoner=dossier.inwoner_id).latest("id")


def test_a_helper_comes_in_by_an_own_account_and_sees_for_whom(stad: Stad, dossier: Dossier) -> None:
    inwoner = bewoner(stad, dossier)
    helper = neem_aan(vraag(inwoner))
    pagina = helper.get("/mijn/").content.decode()
    assert dossier.nummer in pagina
    assert "U kijkt voor mevrouw De Wit. U mag alleen meelezen." in pagina
    assert "Piet Buurman" in inwoner.get("/mijn/helpers/").content.decode()
    assert "U kijkt voor" not in inwoner.get("/mijn/").content.decode()
    machtiging = helper_van(dossier, stad)
    assert machtiging.account is not None
    assert (machtiging.account.naam, machtiging.account.inwoner) == ("inwoner", None)


def test_who_looks_along_does_nothing_and_who_may_do_things_does_them(stad: Stad, dossier: Dossier) -> None:
    inwoner = bewoner(stad, dossier)
    neem_aan(vraag(inwoner, "lezen"))
    leest = actor_van_inwoner(helper_van(dossier, stad).account or Account(), op=OP)
    with pytest.raises(AlleenLezen):
        doe_iets(leest, dossier, op=OP)
    neem_aan(vraag(inwoner, "handelen"))
    doet = actor_van_inwoner(helper_van(dossier, stad).account or Account(), op=OP)
    assert doe_iets(doet, dossier, op=OP).object == dossier
    with pytest.raises(GeenMandaat):
        doe_iets(doet, breng_tot(stad, "melding"), op=OP)
    with als(stad.als("consulent")):
        regels = Journaalregel.objects.filter(handeling="proef.helper", object_id=str(dossier.pk)).order_by("id")
        assert [(regel.uitslag, regel.rol) for regel in regels] == [("geweigerd", ""), ("gedaan", "gemachtigde")]
    logboek = klant(stad, "consulent").get(f"/dossiers/{dossier.nummer}/journaal/").content.decode()
    assert "Piet Buurman, namens de inwoner" in logboek


def test_from_the_moment_of_withdrawal_the_next_request_fails(stad: Stad, dossier: Dossier) -> None:
    inwoner = bewoner(stad, dossier)
    helper = neem_aan(vraag(inwoner, "handelen"))
    machtiging = helper_van(dossier, stad)
    assert inwoner.post(f"/mijn/helpers/{machtiging.pk}/stoppen/").status_code == 303
    for pad in ("/mijn/", f"/mijn/zaak/{dossier.nummer}/"):
        assert helper.get(pad).url == "/mijn/voor-wie/"
    assert "U helpt nu niemand." in helper.get("/mijn/voor-wie/").content.decode()
    assert helper.post("/mijn/voor-wie/", {"voor": str(dossier.inwoner_id)}).status_code == 404
    with pytest.raises(StapNietAanDeBeurt):
        trek_in(actor_van_inwoner(account_van(stad, dossier)), machtiging, op=OP)


def test_who_helps_stops_and_the_resident_reads_it(stad: Stad, dossier: Dossier) -> None:
    inwoner, buur = bewoner(stad, dossier), breng_tot(stad, "melding")
    helper = neem_aan(vraag(inwoner, "lezen"))
    deze, vreemd = str(dossier.inwoner_id), str(buur.inwoner_id)
    assert "Stop met helpen" in helper.get("/mijn/voor-wie/").content.decode()
    assert "Wilt u mevrouw De Wit niet meer helpen?" in helper.post("/mijn/voor-wie/", {"stop": deze}).content.decode()
    assert dossier.nummer in helper.get("/mijn/").content.decode()
    assert helper.post("/mijn/voor-wie/", {"stop": vreemd, "zeker": "1"}).status_code == 404
    assert helper.post("/mijn/voor-wie/", {"stop": deze, "zeker": "1"}).url == "/mijn/voor-wie/"
    assert "U helpt nu niemand." in helper.get("/mijn/voor-wie/").content.decode()
    assert helper.get("/mijn/").url == "/mijn/voor-wie/"
    assert "Stopte zelf met helpen op 2 maart 2026." in inwoner.get("/mijn/helpers/").content.decode()
    with pytest.raises(StapNietAanDeBeurt, match="U helpt deze persoon niet"):
        stop_met_helpen(wie_stopt(helper_van(dossier, stad)), helper_van(dossier, stad), op=OP)


def test_nobody_stops_the_help_of_another_and_a_legal_one_not_the_own(stad: Stad, dossier: Dossier) -> None:
    neem_aan(vraag(bewoner(stad, dossier)))
    ene = helper_van(dossier, stad)
    neem_aan(vraag(bewoner(stad, dossier)))
    ander = helper_van(dossier, stad)
    with pytest.raises(StapNietAanDeBeurt, match="U helpt deze persoon niet"):
        stop_met_helpen(wie_stopt(ene), ander, op=OP)
    with als(stad.als("consulent")):
        Machtiging.objects.filter(pk=ander.pk).update(soort="wettelijk")
    with pytest.raises(StapNietAanDeBeurt, match="Bel de gemeente"):
        stop_met_helpen(wie_stopt(ander), ander, op=OP)


def test_who_reads_english_reads_why_something_was_refused_in_their_own_frame(stad: Stad, dossier: Dossier) -> None:
    inwoner = bewoner(stad, dossier)
    helper = neem_aan(vraag(inwoner, "lezen"))
    machtiging = helper_van(dossier, stad)
    assert inwoner.post(f"/mijn/helpers/{machtiging.pk}/stoppen/").status_code == 303
    for client in (inwoner, helper):
        client.post("/mijn/taal/", {"taal": "en", "verder": "/mijn/"})
    geweigerd = inwoner.post(f"/mijn/helpers/{machtiging.pk}/stoppen/")
    pagina = geweigerd.content.decode()
    assert (geweigerd.status_code, "This person has already stopped helping." in pagina) == (403, True)
    assert all(woord in pagina for woord in ('<html lang="en">', "Nothing has changed.", "Who can you talk to?"))
    for client, pad, woorden in (
        (inwoner, "/mijn/zaak/2099-0001/", "This page does not exist"),
        (neem_aan(vraag(bewoner(stad, dossier))), "/mijn/helpers/", "Deze pagina is niet voor u"),
    ):
        assert woorden in client.get(pad).content.decode()
    with als(stad.als("consulent")):
        regel = Journaalregel.objects.filter(handeling="inwoner.helper.intrekken", uitslag="geweigerd").latest("id")
    assert "Deze persoon helpt al niet meer." in str(regel.waarom)
    klant(stad, "consulent").get(f"/dossiers/{dossier.nummer}/")
    log = inwoner.get("/mijn/gegevens/gezien/?van=2020-01-01&tot=2050-01-01").content.decode()
    assert [woord for woord in ("social worker, municipality of ", "Your file: looked at") if woord not in log] == [], (
        log
    )


def test_outside_its_days_a_power_counts_for_nothing(stad: Stad, dossier: Dossier) -> None:
    helper = neem_aan(vraag(bewoner(stad, dossier), tot=(OP + timedelta(days=3)).isoformat()))
    with override_settings(VOORDEUR_VANDAAG=OP + timedelta(days=3)):
        assert helper.get("/mijn/").status_code == 200
    with override_settings(VOORDEUR_VANDAAG=OP + timedelta(days=4)):
        assert helper.get("/mijn/").url == "/mijn/voor-wie/"
    with override_settings(VOORDEUR_VANDAAG=OP - timedelta(days=1)):
        assert helper.get("/mijn/").url == "/mijn/voor-wie/"


def test_who_helps_more_people_chooses_and_never_somebody_else(stad: Stad, dossier: Dossier) -> None:
    ander, vreemd = breng_tot(stad, "melding"), breng_tot(stad, "melding")
    helper = neem_aan(vraag(bewoner(stad, dossier)))
    papier = vraag(bewoner(stad, ander))
    velden = {"loginnaam": papier.loginnaam, "code": papier.code}
    assert helper.post("/mijn/voor-wie/", velden | {"code": "AAAA-AAAA-AAAA"}).status_code == 422
    assert helper.post("/mijn/voor-wie/", velden).url == "/mijn/voor-wie/"
    assert helper.post("/mijn/voor-wie/", velden).status_code == 422
    assert helper.get("/mijn/").url == "/mijn/voor-wie/"
    for deze, niet in ((dossier, ander), (ander, dossier)):
        assert helper.post("/mijn/voor-wie/", {"voor": str(deze.inwoner_id)}).url == "/mijn/"
        assert deze.nummer in helper.get("/mijn/").content.decode()
        assert helper.get(f"/mijn/zaak/{niet.nummer}/").status_code == 404
    for keuze in (str(vreemd.inwoner_id), "mijzelf", ""):
        assert helper.post("/mijn/voor-wie/", {"voor": keuze}).status_code == 404


def test_a_resident_helps_another_and_comes_back_to_the_own_case_and_never_helps_oneself(
    stad: Stad, dossier: Dossier
) -> None:
    ander = breng_tot(stad, "melding")
    ik = bewoner(stad, ander)
    eigen, papier = vraag(ik), vraag(bewoner(stad, dossier))
    mij = ik.post("/mijn/voor-wie/", {"loginnaam": eigen.loginnaam, "code": eigen.code})
    assert (mij.status_code, "eigen zaak" in mij.content.decode()) == (422, True)
    ik.post("/mijn/voor-wie/", {"loginnaam": papier.loginnaam, "code": papier.code})
    assert ander.nummer in ik.get("/mijn/").content.decode()
    ik.post("/mijn/voor-wie/", {"voor": str(dossier.inwoner_id)})
    assert dossier.nummer in ik.get("/mijn/").content.decode()
    assert ik.get("/mijn/helpers/").status_code == 403
    machtiging = helper_van(dossier, stad)
    bewoner(stad, dossier).post(f"/mijn/helpers/{machtiging.pk}/stoppen/")
    # not all at once in the own file, with a form of the other one still open
    assert ik.get("/mijn/").url == "/mijn/voor-wie/"
    ik.post("/mijn/voor-wie/", {"voor": "mijzelf"})
    assert ander.nummer in ik.get("/mijn/").content.decode()


def test_a_code_of_an_invitation_is_replaced_and_ends_with_the_withdrawal(stad: Stad, dossier: Dossier) -> None:
    inwoner = bewoner(stad, dossier)
    oud = vraag(inwoner)
    machtiging = helper_van(dossier, stad)
    nieuw = lees(inwoner.post(f"/mijn/helpers/{machtiging.pk}/code/").content.decode())
    assert oud.loginnaam == nieuw.loginnaam
    inwoner.post(f"/mijn/helpers/{machtiging.pk}/stoppen/")
    for papier in (oud, nieuw):
        velden = {"loginnaam": papier.loginnaam, "code": papier.code, "geboortedatum": ""}
        assert Client().post("/mijn/activeren/", velden).status_code == 422


def test_a_resident_never_gets_into_the_account_of_who_helps(stad: Stad, dossier: Dossier) -> None:
    inwoner, ander = bewoner(stad, dossier), breng_tot(stad, "melding")
    Account.objects.filter(pk=account_van(stad, ander).pk).update(email=adres_van("7654321"))
    neem_aan(vraag(inwoner))
    gewoon = helper_van(dossier, stad)
    papier = vraag(inwoner)
    bewoner(stad, ander).post("/mijn/voor-wie/", {"loginnaam": papier.loginnaam, "code": papier.code})
    zelf_inwoner = helper_van(dossier, stad)
    assert zelf_inwoner.account == account_van(stad, ander)
    neem_aan(vraag(inwoner))
    gesloten = helper_van(dossier, stad)
    assert gesloten.account is not None
    with als(stad.als("consulent")):
        sluit_af(gesloten.account, OP)
    for machtiging in (gewoon, zelf_inwoner, gesloten):
        assert inwoner.post(f"/mijn/helpers/{machtiging.pk}/code/").status_code == 403
        # nor with a code that was made before this was refused
        assert machtiging.account is not None
        vraag(inwoner)
        nieuw = helper_van(dossier, stad)
        with als(stad.als("consulent")):
            oud = geef_code_aan(machtiging.account, dossier.inwoner, OP, nieuw)
        client, was = Client(), machtiging.account.password
        velden = {"loginnaam": oud.loginnaam, "code": oud.code, "geboortedatum": ""}
        assert client.post("/mijn/activeren/", velden).status_code == 302
        assert client.post("/mijn/activeren/wachtwoord/", WACHTWOORD).status_code == 403
        machtiging.account.refresh_from_db()
        assert machtiging.account.password == was
        assert "_auth_user_id" not in client.session


def test_nobody_touches_who_helps_another(stad: Stad, dossier: Dossier) -> None:
    vraag(bewoner(stad, dossier))
    machtiging = helper_van(dossier, stad)
    buur = breng_tot(stad, "melding")
    for doel in ("code", "stoppen"):
        assert bewoner(stad, buur).post(f"/mijn/helpers/{machtiging.pk}/{doel}/").status_code == 404
    with als(actor_van_inwoner(account_van(stad, buur))):
        assert not Machtiging.objects.filter(pk=machtiging.pk).exists()
    with pytest.raises(GeenMandaat):
        trek_in(actor_van_inwoner(account_van(stad, buur)), machtiging, op=OP)
    with pytest.raises(GeenMandaat):
        nodig_uit(stad.als("consulent"), dossier.inwoner, Helper(naam="x", van=OP), op=OP)


def test_staff_writes_down_a_legal_representative_with_proof_and_only_staff_ends_that(
    stad: Stad, dossier: Dossier
) -> None:
    consulent, inwoner = klant(stad, "consulent"), bewoner(stad, dossier)
    velden = {
        "soort": "wettelijk", "naam": "Mevrouw Mentor", "adres": "Hof 1\n1234 AB Kleinbuurt", "contact": "",
        "bewijs": "Beschikking van 3 maart", "mag": "handelen", "van": OP.isoformat(), "tot": "", "_bevestig": "1",
    }  # fmt: skip
    pad = f"/dossiers/{dossier.nummer}/vertegenwoordiger/"
    assert consulent.post(pad, {**velden, "bewijs": ""}).status_code == 422
    with pytest.raises(GeenBewijs):
        leg_vertegenwoordiger_vast(stad.als("consulent"), dossier, Helper(naam="x", bewijs=" ", van=OP), op=OP)
    assert consulent.post(pad, velden).status_code == 303
    kaart = consulent.get(f"/dossiers/{dossier.nummer}/").content.decode()
    assert "Mevrouw Mentor" in kaart
    assert "Beschikking van 3 maart" in kaart
    machtiging = helper_van(dossier, stad)
    assert "vertegenwoordiger volgens de wet" in inwoner.get("/mijn/helpers/").content.decode()
    assert inwoner.post(f"/mijn/helpers/{machtiging.pk}/stoppen/").status_code == 403
    assert inwoner.post(f"/mijn/helpers/{machtiging.pk}/code/").status_code == 403
    assert consulent.post(f"{pad}{machtiging.pk}/einde/").status_code == 303
    assert helper_van(dossier, stad).ingetrokken_op == OP


def test_a_resident_makes_nobody_a_legal_representative(stad: Stad, dossier: Dossier) -> None:
    velden = {"naam": "X", "contact": "", "soort": "wettelijk", "mag": "handelen", "tot": "", "_bevestig": "1"}
    assert bewoner(stad, dossier).post("/mijn/helpers/nieuw/", velden).status_code == 422
    with pytest.raises(StapNietAanDeBeurt):
        nodig_uit(
            actor_van_inwoner(account_van(stad, dossier)), dossier.inwoner,
            Helper(naam="X", soort="wettelijk", van=OP), op=OP,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("fout", "regel"),
    [
        ({"soort": "vriend"}, "machtiging_soort_bekend"),
        ({"mag": "alles"}, "machtiging_mag_bekend"),
        ({"tot": OP - timedelta(days=1)}, "machtiging_eindigt_na_begin"),
    ],
)
def test_the_database_keeps_a_power_sound(stad: Stad, dossier: Dossier, fout: dict[str, object], regel: str) -> None:
    gewoon = {"soort": "helper", "mag": "lezen", "van": OP}
    velden = {"regio_id": stad.regio, "college_code": dossier.college_code, "inwoner": dossier.inwoner}
    with als(stad.als("consulent")), pytest.raises(IntegrityError, match=regel), transaction.atomic():
        Machtiging.objects.create(**velden, **{**gewoon, **fout})


@pytest.mark.parametrize(
    "velden",
    [
        {"mag": "handelen"}, {"soort": "wettelijk"}, {"tot": None}, {"tot": date(2099, 1, 1)},
        {"van": date(2000, 1, 1)}, {"inwoner": "buur"}, {"account_id": None}, {"college_code": "0000"},
    ],
)  # fmt: skip
def test_an_account_changes_nothing_of_its_own_power_but_that_it_ends(
    stad: Stad, dossier: Dossier, velden: dict[str, Any]
) -> None:
    if "inwoner" in velden:
        velden = {"inwoner": breng_tot(stad, "melding").inwoner}
    with als(stad.als("consulent")):
        account = Account.objects.create(
            regio_id=stad.regio, email=f"{uuid4()}@inwoner.invalid", naam="inwoner", soort="inwoner"
        )
        eigen = Machtiging.objects.create(
            regio_id=stad.regio, college_code=dossier.college_code, inwoner=dossier.inwoner, soort="helper",
            mag="lezen", van=OP, tot=OP, account=account,
        )  # fmt: skip
    for zelf in (Actor(stad.regio, account.pk, "helper"), wie_stopt(eigen)):
        with als(zelf):
            rij = Machtiging.objects.filter(pk=eigen.pk)
            with pytest.raises(IntegrityError, match="machtiging_alleen_beeindigen"), transaction.atomic():
                rij.update(**velden)
            assert rij.update(ingetrokken_op=OP) == 1
            with pytest.raises(IntegrityError, match="machtiging_alleen_beeindigen"), transaction.atomic():
                rij.update(ingetrokken_op=None)


def test_an_account_makes_nothing_of_its_own_code_but_that_it_is_used(stad: Stad, dossier: Dossier) -> None:
    with als(stad.als("consulent")):
        account = Account.objects.create(
            regio_id=stad.regio, email=f"{uuid4()}@inwoner.invalid", naam="inwoner", soort="inwoner"
        )
        code = geef_code_aan(account, dossier.inwoner, OP).rij
    with als(Actor(stad.regio, account.pk, "helper")):
        rij = Toegangscode.objects.filter(pk=code.pk)
        assert rij.update(pogingen=2) == 1
        for velden in ({"pogingen": 0}, {"tot": date(2099, 1, 1)}, {"hash": "x"}, {"gemaakt_op": date(2000, 1, 1)}):
            with pytest.raises(IntegrityError, match="toegangscode_alleen_gebruiken"), transaction.atomic():
                rij.update(**velden)


def test_the_database_lets_one_account_help_somebody_once(stad: Stad, dossier: Dossier) -> None:
    velden = {
        "regio_id": stad.regio, "college_code": dossier.college_code, "inwoner": dossier.inwoner, "soort": "helper",
        "mag": "lezen", "van": OP, "account": stad.accounts["consulent"],
    }  # fmt: skip
    with als(stad.als("consulent")):
        Machtiging.objects.create(**velden)
        with pytest.raises(IntegrityError, match="machtiging_een_per_account"), transaction.atomic():
            Machtiging.objects.create(**velden)
