"""The screens of the way in, as people use them: fill in, check, confirm, and see what happens next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client, override_settings

from tests.stad import Stad
from tests.toegang.weg import INSCHAALFEITEN, OP, breng_tot, vers
from voordeur.kern.actor import als
from voordeur.kern.models import Journaalregel
from voordeur.toegang.models import Besluit, Document, Dossier

Bouw = Callable[[str], Stad]
TWEE = pytest.mark.parametrize("regeling", ["enschede", "drechtsteden"])


@pytest.fixture(autouse=True)
def _vandaag() -> Any:
    with override_settings(VOORDEUR_VANDAAG=OP):
        yield


def in_(stad: Stad, wie: str) -> Client:
    klant = Client()
    klant.force_login(stad.accounts[wie])
    return klant


def doe(klant: Client, pad: str, **velden: Any) -> str:
    """Fill in, check the answers, confirm; returns the page that follows."""
    controle = klant.post(pad, velden)
    assert controle.status_code == 200, controle.content.decode()
    assert "Controleer uw antwoorden" in controle.content.decode(), controle.content.decode()
    klaar = klant.post(pad, velden | {"_bevestig": "1"})
    assert klaar.status_code == 303, klaar.content.decode()
    return klant.get(klaar.headers["Location"]).content.decode()


def pad(dossier: Dossier, stap: str = "") -> str:
    return f"/dossiers/{dossier.nummer}/{stap}"


def melding_velden(stad: Stad, **anders: Any) -> dict[str, Any]:
    gewoon = {
        "college_code": stad.gemeente,
        "melder": "gemeente",
        "voorziening": "BW",
        "ontvangen_op": "2026-03-02",
        "aanhef": "mevrouw",
        "voornaam": "Sanne",
        "naam": "de Wit",
        "geboortedatum": "1994-03-04",
        "bsn": "123456782",
        "adres": "Lindelaan 12\n1234 AB Kleinbuurt",
        "reden": "Zij redt het niet alleen.",
    }
    return {naam: waarde for naam, waarde in (gewoon | anders).items() if waarde is not None}


def nieuwste_dossier(stad: Stad) -> Dossier:
    with als(stad.als("consulent")):
        return Dossier.objects.select_related("inwoner").latest("id")


@TWEE
def test_from_report_to_letter_through_the_pages(stad: Bouw, regeling: str) -> None:
    hier = stad(regeling)
    klant = in_(hier, "consulent")
    pagina = doe(klant, "/dossiers/nieuw/", **melding_velden(hier))
    assert "Bevestig de melding nu aan de inwoner." in pagina
    dossier = nieuwste_dossier(hier)

    assert "Lindelaan 12" in klant.get(pad(dossier, "bevestigen/")).content.decode()
    assert klant.post(pad(dossier, "bevestigen/"), {"versie": dossier.versie}).status_code == 303
    dossier = vers(hier, dossier)
    onderzoek = {"gesprek_op": "2026-03-02", "behoeften": "Een veilige plek.", "onderzocht": "ja", "volstaat": "nee"}
    onderzoek |= {"overgangsrecht": "nee"} if regeling == "enschede" else {}
    assert "Nu kan de inwoner een aanvraag doen." in doe(
        klant, pad(dossier, "onderzoek/"), versie=dossier.versie, afgerond="ja", **onderzoek
    )
    dossier = vers(hier, dossier)
    assert "De scores zijn bewaard." in doe(
        klant, pad(dossier, "zelfredzaamheid/"), versie=dossier.versie, **{f"d{nummer}": "3" for nummer in range(13)}
    )
    dossier = vers(hier, dossier)
    eerste = hier.regeling.toegang.vormen[0]
    antwoorden = {f"{eerste.id}/{nummer}": "ja" for nummer in range(1, len(eerste.criteria) + 1)}
    pagina = doe(klant, pad(dossier, "voorwaarden/"), versie=dossier.versie, **antwoorden)
    assert "Voorlopig: mevrouw De Wit komt in aanmerking voor beschermd wonen" in pagina
    if regeling == "drechtsteden":
        dossier = vers(hier, dossier)
        feiten = {naam: {True: "ja", False: "nee"}.get(w, w) for naam, w in INSCHAALFEITEN.items() if naam != "cluster"}
        pagina = doe(klant, pad(dossier, "inschaling/"), versie=dossier.versie, cluster=12, **feiten)
        assert "intramurale setting" in pagina
    dossier = vers(hier, dossier)
    doe(klant, pad(dossier, "aanvraag/"), versie=dossier.versie, ontvangen_op="2026-03-02")
    dossier = vers(hier, dossier)
    formulier = klant.get(pad(dossier, "besluit/")).content.decode()
    assert (
        'value="toekenning" required id="id_strekking_0" checked'
        in formulier.replace('checked id="id_strekking_0"', 'id="id_strekking_0" checked')
        or "checked" in formulier
    )
    voorstel = {"strekking": "toekenning", "vorm": eerste.id, "van": "2026-04-01", "tot": "2028-03-31"}
    voorstel |= {"motivering": "U hebt dag en nacht toezicht nodig."}
    if regeling == "drechtsteden":
        voorstel |= {"arrangement": "tot-12-intramuraal", "zwaarte": "midden"}
    doe(klant, pad(dossier, "besluit/"), versie=dossier.versie, **voorstel)
    dossier = vers(hier, dossier)

    teamleider = in_(hier, "teamleider")
    assert "Consulent bereidde dit besluit voor." in teamleider.get(pad(dossier, "ondertekenen/")).content.decode()
    pagina = doe(teamleider, pad(dossier, "ondertekenen/"), versie=dossier.versie, keuze="teken")
    assert "Zoek nu een plek." in pagina
    with als(hier.als("consulent")):
        brief = Document.objects.get(dossier=dossier, soort="besluit")
    pdf = klant.get(pad(dossier, f"document/{brief.pk}/"))
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")
    logboek = klant.get(pad(dossier, "journaal/")).content.decode()
    assert "Besluit genomen" in logboek
    assert "Document gelezen" in logboek
