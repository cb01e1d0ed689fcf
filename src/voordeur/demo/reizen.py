"""The way of one resident through the region: each step on its day, by the one whose work it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from voordeur.kern.actor import Actor, Rol, als
from voordeur.regelingen.schema import Regeling
from voordeur.toegang import actions as toegang
from voordeur.toegang.actions.uitvragen import HERINNER_NA
from voordeur.toegang.models import Besluit, Dossier, Uitvraag
from voordeur.toegang.queries import dossier_of_404, loopt
from voordeur.toegang.queries_wegen import weg_van
from voordeur.verblijf import actions as verblijf
from voordeur.verblijf.models import Plaatsing
from voordeur.verblijf.queries import vrije_plekken

from .agenda import Agenda
from .bijzonder import zet_bijzonder
from .gegevens import teksten
from .hulp import Criteria, Hulp, criteria_half, criteria_tegen, criteria_voor
from .loten import Bijzonder, Lot, Plan
from .personen import Persoon
from .regio import Kast

TWEE_JAAR = 730
ELDERS = "buiten de regio"
IEDEREEN = ("inwoner", "naaste", "huisarts")
VAN_AANBIEDER = ("zorgaanbieder", "verwijzer")


@dataclass
class Reis:
    """One resident with a plan. What was made on the way is kept for the next step."""

    kast: Kast
    plan: Plan
    persoon: Persoon
    gemeente: str
    hulp: Hulp | None
    kans: Random
    nummer: str = ""
    besluit: Besluit | None = None
    plaatsing: Plaatsing | None = None
    behandelaar: Actor = field(init=False)
    leidinggevende: Actor = field(init=False)

    def __post_init__(self) -> None:
        self.behandelaar = self.kans.choice(self.kast.behandelt(self.gemeente, Rol.CONSULENT))
        self.leidinggevende = self.kans.choice(self.kast.behandelt(self.gemeente, Rol.TEAMLEIDER))

    def begin(self, agenda: Agenda) -> None:
        """Put every step of the plan on its day."""
        stappen = (
            (self.plan.gemeld, self.meld), (self.plan.bevestigd, self.bevestig), (self.plan.onderzocht, self.onderzoek),
            (self.plan.aangevraagd, self.vraag_aan), (self.plan.voorbereid, self.bereid_voor),
            (self.plan.besloten, self.besluit_nemen), (self.plan.geplaatst, self.plaats),
            (self.plan.plan_binnen, self.plan_komt_binnen), (self.plan.vertrokken, self.vertrek),
        )  # fmt: skip
        for dag, stap in stappen:
            if dag is not None:
                agenda.zet(dag, stap)
        if self.plan.lot is Lot.ONDERZOEK and self.plan.bevestigd is not None:
            for keer in (1, 2, 3):
                agenda.zet(self.plan.bevestigd + keer * timedelta(days=HERINNER_NA), self.herinner)
        zet_bijzonder(agenda, self)

    @property
    def regeling(self) -> Regeling:
        return self.kast.regeling

    def kies(self, soort: str) -> str:
        """One of the texts of a kind."""
        tekst: str = self.kans.choice(teksten()[soort])
        return tekst

    @property
    def van_elders(self) -> bool:
        """Whether somebody of another region asks here."""
        return self.plan.bijzonder is Bijzonder.VAN_ELDERS

    def dossier(self, wie: Actor) -> Dossier:
        """The dossier as it is now."""
        with als(wie):
            return dossier_of_404(self.nummer)

    def meld(self, op: date) -> None:
        """The report: by a provider where the agreement lets it report, else taken in at the desk."""
        melder = ELDERS if self.van_elders else self.kans.choice(melders(self.regeling))
        aanbieders = sorted(self.kast.aanbieders.values())
        bij = self.kans.choice(aanbieders) if melder in VAN_AANBIEDER else None
        wie = self.behandelaar if bij is None else self.kast.van_organisatie(bij)
        melding = toegang.Melding(
            college_code=self.gemeente,
            melder=melder,
            identiteit=self._identiteit(),
            bsn=self.persoon.bsn,
            reden=self.kies("reden"),
            aanbieder_id=bij,
            vorige_voorziening=self.kies("vorige_voorziening"),
            ontvangen_op=op,
        )
        self.nummer = toegang.meld(wie, melding, op=op).object.nummer

    def _identiteit(self) -> dict[str, Any]:
        """The person, living in the municipality that the report is for."""
        naam = self.regeling.gemeenten_op(self.plan.gemeld)[self.gemeente].naam
        adres = self.persoon.identiteit.get("adres")
        plaats = (
            f"{self.gemeente.replace('0', '1')} {self.kans.choice('ABCDEFGH')}{self.kans.choice('KLMNPRTV')} {naam}"
        )
        return {**self.persoon.identiteit, **({"adres": [*adres, plaats]} if adres else {})}

    def bevestig(self, op: date) -> None:
        dossier = self.dossier(self.behandelaar)
        toegang.bevestig(self.behandelaar, dossier, versie=dossier.versie, op=op)
        if self.plan.lot is Lot.ONDERZOEK:
            self._vul_in(op, afgerond=False)
            if not self.van_elders:
                self._vraag_na(op)

    def onderzoek(self, op: date) -> None:
        self._vul_in(op, afgerond=True)

    def _vul_in(self, op: date, *, afgerond: bool) -> None:
        """What was found, as far as the investigation is."""
        wie, dossier = self.behandelaar, self.dossier(self.behandelaar)
        dossier = toegang.score_zrm(wie, dossier, self._scores(), versie=dossier.versie, op=op).object
        if self.regeling.toegang is not None and self.regeling.toegang.vormen:
            dossier = toegang.beantwoord_criteria(
                wie, dossier, self._criteria(afgerond), versie=dossier.versie, op=op
            ).object
        if afgerond and self.hulp is not None and self.hulp.inschaalfeiten and self.plan.lot is not Lot.AFGEWEZEN:
            dossier = toegang.schaal_in(wie, dossier, self.hulp.inschaalfeiten, versie=dossier.versie, op=op).object
        toegang.leg_onderzoek_vast(wie, dossier, self._bevindingen(op, afgerond), versie=dossier.versie, op=op)

    def _scores(self) -> dict[str, int]:
        from voordeur.toegang.matrix import matrix_van  # noqa: PLC0415

        matrix = matrix_van(self.regeling)
        hoog = matrix.hoogste if self.plan.lot is Lot.AFGEWEZEN else matrix.hoogste - 1
        return {domein: self.kans.randint(matrix.laagste + 1, hoog) for domein in matrix.domeinen}

    def _criteria(self, afgerond: bool) -> Criteria:
        if self.plan.lot is Lot.AFGEWEZEN or self.hulp is None:
            return criteria_tegen(self.regeling)
        return (criteria_voor if afgerond else criteria_half)(self.regeling, self.hulp)

    def _bevindingen(self, op: date, afgerond: bool) -> dict[str, Any]:
        volstaat = self.plan.lot is Lot.AFGEWEZEN
        gevonden: dict[str, Any] = {
            onderwerp: self.kans.choice(keuzes) for onderwerp, keuzes in teksten()["onderzoek"].items()
        }
        gevonden["gesprek_op"] = op.isoformat()
        gevonden["lokale_voorziening"] = {"onderzocht": afgerond, "volstaat": volstaat if afgerond else None}
        gevonden["overgangsrecht"] = False
        gevonden["afgerond"] = afgerond
        return gevonden

    def vraag_aan(self, op: date) -> None:
        dossier = self.dossier(self.behandelaar)
        toegang.ontvang_aanvraag(self.behandelaar, dossier, ontvangen_op=op, versie=dossier.versie, op=op)

    def bereid_voor(self, op: date) -> None:
        self._stel_voor(op)
        if self.plan.teruggestuurd:
            assert self.besluit is not None
            toegang.stuur_terug(self.leidinggevende, self.besluit, teksten()["terug"], op=op)
            self._stel_voor(op)

    def _vraag_na(self, op: date) -> None:
        """The first question that the route asks of somebody else, and that nobody answered yet."""
        dossier = self.dossier(self.behandelaar)
        with als(self.behandelaar):
            weg = weg_van(dossier, self.regeling)
        te_vragen = (
            [deel.stap for deel in weg.stappen if deel.stap.vraag_aan and deel.stand == "te_doen"] if weg else []
        )
        if te_vragen and te_vragen[0].vraag_aan != ELDERS:
            vraag = toegang.Vraag(stap=te_vragen[0].id, tekst=te_vragen[0].wat)
            toegang.stel_vraag(self.behandelaar, dossier, vraag, versie=dossier.versie, op=op)

    def herinner(self, op: date) -> None:
        """Whoever did not answer in two weeks is asked again: at work a task of every morning does this."""
        with als(self.behandelaar):
            open_ = list(Uitvraag.objects.filter(dossier__nummer=self.nummer, beantwoord_op=None))
        for uitvraag in open_:
            toegang.herinner(self.behandelaar, uitvraag, op=op)

    def _loop_de_weg(self, op: date) -> None:
        """What the agreement asks before a decision and no page did: a call, an advice, the municipality."""
        with als(self.behandelaar):
            dossier = dossier_of_404(self.nummer)
            weg = weg_van(dossier, self.regeling)
        eisen = {deel.id: deel for deel in self.regeling.vereisten}
        for deel in weg.stappen if weg else ():
            if deel.houdt_tegen and not deel.stap.door:
                lijst = eisen.get(deel.stap.vereisten)
                notitie = toegang.Notitie(
                    op=op,
                    besproken=self.kies("stappen"),
                    uitkomst=next(iter(deel.stap.antwoorden), ""),
                    eisen={eis.id: True for eis in lijst.eisen} if lijst else {},
                )
                wie, versie = self.behandelaar, self.dossier(self.behandelaar).versie
                toegang.noteer_stap(wie, dossier, deel.stap.id, notitie, versie=versie, op=op)

    def _stel_voor(self, op: date) -> None:
        self._loop_de_weg(op)
        dossier = self.dossier(self.behandelaar)
        voorstel = self._voorstel(op)
        gedaan = toegang.bereid_besluit_voor(self.behandelaar, dossier, voorstel, versie=dossier.versie, op=op)
        self.besluit = gedaan.object

    def _voorstel(self, op: date) -> toegang.Besluitvoorstel:
        if self.plan.lot is Lot.AFGEWEZEN or self.hulp is None:
            return toegang.Besluitvoorstel(
                strekking="afwijzing", motivering=self.kies("afwijzingen"), in_plaats_daarvan=self.kies("aanbod")
            )
        van = self.plan.besloten or op + timedelta(days=3)
        jaren = 2 if (self.kast.vandaag - van).days < TWEE_JAAR - 60 else 3
        return toegang.Besluitvoorstel(
            strekking="toekenning",
            motivering=self.kies("besluiten"),
            vorm=self.hulp.vorm,
            arrangement=self.hulp.arrangement,
            zwaarte=self.hulp.zwaarte,
            van=van,
            tot=jaren_later(van, jaren) - timedelta(days=1),
        )

    def besluit_nemen(self, op: date) -> None:
        assert self.besluit is not None
        self.besluit = toegang.neem_besluit(self.leidinggevende, self.besluit, op=op).object

    def plaats(self, op: date) -> None:
        """A free place of the right kind, near home where there is one."""
        assert self.besluit is not None
        assert self.hulp is not None
        with als(self.behandelaar):
            tot = self.besluit.periode.upper - timedelta(days=1)
            vrij = list(vrije_plekken(self.hulp.product, op, tot))
        passend = [plek for plek in vrij if plek.huisvesting == self.hulp.huisvesting]
        dichtbij = [plek for plek in passend if plek.locatie.gemeente == self.gemeente]
        plek = (dichtbij or passend)[0]
        self.plaatsing = verblijf.plaats(self.behandelaar, self.besluit, plek, vanaf=op, op=op).object

    def plan_komt_binnen(self, op: date) -> None:
        """The plan of the provider, where the agreement asks for one."""
        assert self.plaatsing is not None
        with als(self.behandelaar):
            verwacht = loopt(self.plaatsing.dossier, verblijf.PLAN)
        if verwacht:
            verblijf.ontvang_plan(self.behandelaar, self.plaatsing, ontvangen_op=op, op=op)
        self._meet_opnieuw(op)

    def _meet_opnieuw(self, op: date) -> None:
        """Every other resident is scored again once they live there: most domains go a little better."""
        from voordeur.toegang.matrix import matrix_van  # noqa: PLC0415
        from voordeur.toegang.queries import kijk  # noqa: PLC0415

        dossier, volgnummer = self.dossier(self.behandelaar), int(self.nummer.rpartition("-")[2])
        matrix = matrix_van(self.regeling)
        if volgnummer % 2 or dossier.stap != "verblijf" or "voortgang" not in matrix.metingen:
            return
        with als(self.behandelaar):
            intake = kijk(dossier).geschreven["zrm intake"]["scores"]
        scores = {
            domein: max(matrix.laagste, min(matrix.hoogste, score + (1, 0, 1, -1)[(volgnummer // 2 + nummer) % 4]))
            for nummer, (domein, score) in enumerate(intake.items())
        }
        toegang.score_zrm(self.behandelaar, dossier, scores, meting="voortgang", versie=dossier.versie, op=op)

    def vertrek(self, op: date) -> None:
        assert self.plaatsing is not None
        reden = self.kies("einde")
        self.plaatsing = verblijf.beeindig(self.behandelaar, self.plaatsing, laatste_dag=op, reden=reden, op=op).object


def melders(regeling: Regeling) -> list[str]:
    """Who reports beschermd wonen by the routes of an agreement; somebody of the desk where it has none."""
    genoemd = [melder for route in regeling.routes if route.voorziening == "BW" for melder in route.melders]
    gewoon = [melder for melder in dict.fromkeys(genoemd) if melder != ELDERS and "cliënt" not in melder]
    if "iedereen" in gewoon:
        return [*IEDEREEN, VAN_AANBIEDER[0]]
    return gewoon or [IEDEREEN[0]]


def jaren_later(dag: date, jaren: int) -> date:
    """The same day some years later; from 29 February 1 March."""
    try:
        return dag.replace(year=dag.year + jaren)
    except ValueError:
        return date(dag.year + jaren, 3, 1)
