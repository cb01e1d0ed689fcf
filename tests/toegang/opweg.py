"""One resident through every page of a region's way in, from the report to the signed letter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.test import Client, override_settings

from tests.brieven.lezen import bevat
from tests.stad import Stad
from tests.toegang.weg import INSCHAALFEITEN, OP, vers
from voordeur.kern.actor import als
from voordeur.kern.models import Journaalregel
from voordeur.toegang.models import Document, Dossier, Klok

MELDING = {
    "voorziening": "BW", "ontvangen_op": "2026-03-02", "aanhef": "mevrouw", "voornaam": "Sanne", "naam": "de Wit",
    "geboortedatum": "1994-03-04", "adres": "Lindelaan 12\n1234 AB Kleinbuurt", "reden": "Zij redt het niet alleen.",
}  # fmt: skip


def in_(stad: Stad, wie: str = "consulent") -> Client:
    klant = Client()
    klant.force_login(stad.accounts[wie])
    return klant


def zie(stad: Stad, pad: str, wie: str = "consulent", op: date = OP) -> str:
    """A page as somebody sees it on a day."""
    with override_settings(VOORDEUR_VANDAAG=op):
        return in_(stad, wie).get(pad).content.decode()


def doe(stad: Stad, pad: str, velden: Mapping[str, Any], wie: str = "consulent", op: date = OP) -> str:
    """Fill in a page and confirm it; returns the page that follows."""
    with override_settings(VOORDEUR_VANDAAG=op):
        klant = in_(stad, wie)
        klaar = klant.post(pad, {**velden, "_bevestig": "1"})
        assert klaar.status_code == 303, klaar.content.decode()
        return klant.get(klaar.headers["Location"]).content.decode()


def meld(stad: Stad, wie: str = "consulent", op: date = OP, **anders: Any) -> Dossier:
    """A report by the page; returns its dossier."""
    velden = {**MELDING, "college_code": stad.gemeente, **anders}
    doe(stad, "/dossiers/nieuw/", {naam: w for naam, w in velden.items() if w is not None}, wie, op)
    with als(stad.als("consulent")):
        return Dossier.objects.select_related("inwoner").latest("id")


class Wandeling:
    """The pages of one dossier, each with the version that is there now."""

    def __init__(self, stad: Stad, dossier: Dossier) -> None:
        self.stad, self.dossier = stad, dossier

    def pad(self, stap: str = "") -> str:
        return f"/dossiers/{self.dossier.nummer}/{stap}"

    def doe(self, stap: str, wie: str = "consulent", dag: date = OP, **velden: Any) -> str:
        versie = vers(self.stad, self.dossier).versie
        return doe(self.stad, self.pad(stap), {"versie": versie, **velden}, wie, dag)

    def probeer(self, stap: str, wie: str = "consulent", dag: date = OP, **velden: Any) -> Any:
        """Confirm a page; returns the answer, whatever it is."""
        with override_settings(VOORDEUR_VANDAAG=dag):
            versie = vers(self.stad, self.dossier).versie
            return in_(self.stad, wie).post(self.pad(stap), {"versie": versie, "_bevestig": "1", **velden})

    def zie(self, stap: str = "", wie: str = "consulent", dag: date = OP) -> str:
        return zie(self.stad, self.pad(stap), wie, dag)

    def bevestig(self) -> None:
        self.doe("bevestigen/")

    def onderzoek(self, dag: date = OP) -> None:
        """The conversation, the matrix, the criteria and the table, as far as the agreement has them."""
        regeling = self.stad.regeling
        velden = {
            "gesprek_op": dag.isoformat(),
            "behoeften": "Een veilige plek.",
            "onderzocht": "ja",
            "volstaat": "nee",
        }
        lokaal = regeling.toegang.lokale_voorziening if regeling.toegang else None
        velden |= {"overgangsrecht": "nee"} if lokaal and lokaal.overgangsrecht_telt else {}
        self.doe("onderzoek/", dag=dag, afgerond="ja", **velden)
        self.doe("zelfredzaamheid/", dag=dag, **{f"d{nummer}": "3" for nummer in range(13)})
        if regeling.toegang and regeling.toegang.vormen:
            eerste = regeling.toegang.vormen[0]
            ja = {f"{eerste.id}/{nummer}": "ja" for nummer in range(1, len(eerste.criteria) + 1)}
            self.doe("voorwaarden/", dag=dag, **ja)
        if regeling.inschaling:
            feiten = {naam: {True: "ja", False: "nee"}.get(w, w) for naam, w in INSCHAALFEITEN.items()}
            self.doe("inschaling/", dag=dag, **{**feiten, "cluster": 12})

    @property
    def voorstel(self) -> dict[str, str]:
        """A grant as the rules say."""
        regeling = self.stad.regeling
        vorm = regeling.toegang.vormen[0].id if regeling.toegang and regeling.toegang.vormen else "beschermd-wonen"
        velden = {
            "strekking": "toekenning", "vorm": vorm, "van": "2026-04-01", "tot": "2028-03-31",
            "motivering": "U hebt dag en nacht toezicht nodig.",
        }  # fmt: skip
        return velden | ({"arrangement": "tot-12-intramuraal", "zwaarte": "midden"} if regeling.inschaling else {})

    def onderteken(self, wie: str = "teamleider", dag: date = OP) -> str:
        return self.doe("ondertekenen/", wie, dag, keuze="teken")

    def brief_zegt(self, zin: str) -> bool:
        """Whether the newest letter with the decision says something."""
        with als(self.stad.als("consulent")):
            brief = Document.objects.filter(dossier=self.dossier, soort="besluit").latest("id")
        with override_settings(VOORDEUR_VANDAAG=OP):
            pdf = in_(self.stad).get(self.pad(f"document/{brief.pk}/")).content
        return bevat(pdf, zin)

    def klokken(self) -> dict[str, date]:
        """The terms that run, with their last days."""
        with als(self.stad.als("consulent")):
            return dict(Klok.objects.filter(dossier=self.dossier, klaar_op=None).values_list("soort", "uiterlijk"))

    def journaal(self) -> list[str]:
        """What was done, in order; readings are left out."""
        with als(self.stad.als("consulent")):
            regels = Journaalregel.objects.filter(betreft=self.dossier.betreft, uitslag="gedaan").order_by("id")
            return list(regels.values_list("handeling", flat=True))


def begin(stad: Stad, wie: str = "consulent", **anders: Any) -> Wandeling:
    """A report by the page, and the walk that follows it."""
    return Wandeling(stad, meld(stad, wie, **anders))
