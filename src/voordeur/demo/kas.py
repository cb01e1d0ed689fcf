"""The money of a region: budgets, subsidies with their advances or claims per block, and the closing of the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from voordeur.aanbod.actions import BijOrganisatie
from voordeur.geld import actions as geld
from voordeur.geld.models import Begroting, Betaling, Subsidie
from voordeur.geld.queries import betalingen, kan_verrekenen
from voordeur.kern.actor import als
from voordeur.regels.bedragen import deel
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.verantwoording.actions import BijKwartaal, stel_kwartaalrapportage_vast

from .agenda import Agenda, werkdag
from .gegevens import voorbeelden
from .regio import Kast
from .reizen import Reis

KWARTALEN = {1: (4, 20), 2: (7, 20), 3: (10, 20), 4: (1, 20)}
VERLENEN, VASTSTELLEN, SLUITEN, AFREKENEN = (12, 10), (2, 20), (4, 8), (4, 22)  # month and day
AANDEEL_CENTRUM = 40  # of a hundred, of the money of the Rijk; the others have the rest alike
CENTEN = Decimal("0.01")
INDEX, VERREKENING = "tarieven.indexering.indexcijfer", "verrekening"  # as the files name what they leave open


class Kas:
    """The books of one region of the demo."""

    def __init__(self, kast: Kast, reizen: Sequence[Reis], kans: Random) -> None:
        self.kast, self.reizen, self.kans = kast, reizen, kans
        self.beheerder, self.controller, self.tweede = (
            kast.actoren[naam] for naam in ("contractbeheerder", "controller", "controller2")
        )
        self.begrotingen: dict[int, Begroting] = {}

    def begin(self, agenda: Agenda, jaren: Sequence[int]) -> None:
        """Put the year of the treasurer on its days, for each of some years. The first year starts at once."""
        for jaar in jaren:
            vooraf = agenda.op if jaar == jaren[0] else dag_in(jaar - 1, VERLENEN)
            agenda.zet(vooraf, lambda op, jaar=jaar: self.begroot(jaar, op))  # type: ignore[misc]
            if not self.kast.declareert:
                agenda.zet(vooraf, lambda op, jaar=jaar: self.verleen(agenda, jaar, op))  # type: ignore[misc]
            for kwartaal, dag in KWARTALEN.items():
                agenda.zet(
                    dag_in(jaar + (kwartaal == len(KWARTALEN)), dag),
                    lambda op, jaar=jaar, kwartaal=kwartaal: self.rapporteer(jaar, kwartaal, op),  # type: ignore[misc]
                )
            agenda.zet(dag_in(jaar + 1, SLUITEN), lambda op, jaar=jaar: self.sluit(jaar, op))  # type: ignore[misc]
            agenda.zet(dag_in(jaar + 1, AFREKENEN), lambda op, jaar=jaar: self.reken_af(jaar, op))  # type: ignore[misc]

    def begroot(self, jaar: int, op: date) -> None:
        """The budget of a year with its key and what the agreement leaves open, all example figures."""
        kast, budget = self.kast, self._budget(jaar)
        # invented weights that differ, so that a share can be told from another
        gewichten = {code: Decimal(6 + int(code) % 9) for code in kast.regeling.gemeenten_op(date(jaar, 12, 31))}
        gewichten[kast.centrum] = Decimal(AANDEEL_CENTRUM)
        self.begrotingen[jaar] = geld.stel_begroting_vast(
            self.controller,
            geld.BijJaar(kast.centrum, jaar),
            rijksbudget=budget,
            sleutel=deel(budget, gewichten),
            open_parameters=self._open_parameters(jaar),
            besluit=self._besluit(jaar),
            voorbeeld=True,
            op=op,
        ).object

    def _budget(self, jaar: int) -> Decimal:
        """A little more than the year is expected to cost, in whole thousands."""
        verwacht = self._verwacht(jaar) * len(self.kast.aanbieders)
        duizenden = verwacht * voorbeelden().budget_maal_verwacht / 1000
        return (Decimal(max(1, int(duizenden))) * 1000).quantize(CENTEN)

    def _open_parameters(self, jaar: int) -> dict[str, Any]:
        """What this agreement asks a region to fill in: by what its settlement and its prices can do."""
        regeling, cijfers = self.kast.regeling, voorbeelden()
        open_: dict[str, Any] = {}
        if regeling.tarieven and regeling.tarieven.indexering:
            open_[INDEX] = {naar: cijfer for naar, cijfer in cijfers.indexcijfer.items() if int(naar) <= jaar}
        verrekening = regeling.verrekening
        if verrekening and verrekening.vaste_sleutel:
            open_[f"{VERREKENING}.uitvoeringskosten"] = cijfers.uitvoeringskosten
        if verrekening and verrekening.reserve:
            aandeel = verrekening.reserve.plafond and verrekening.reserve.plafond.soort == "aandeel_van_budget"
            naam = "egalisatie_percentage" if aandeel else "reserve.plafond"
            open_[f"{VERREKENING}.{naam}"] = cijfers.egalisatie_percentage if aandeel else cijfers.reserve_plafond
            if not self.begrotingen:
                open_[f"{VERREKENING}.reserve.begin"] = cijfers.reserve_begin
        return open_

    def _besluit(self, jaar: int) -> str:
        looptijd = self.kast.regeling.looptijd
        einde = looptijd.tot if looptijd else None
        if einde is None or einde >= date(jaar, 12, 31):
            return f"Voorbeeld: begroting {jaar}"
        return f"Voorbeeld: begroting {jaar}, en verlenging van de regeling na {schrijf_datum(einde)}"

    def verleen(self, agenda: Agenda, jaar: int, op: date) -> None:
        """A subsidy for each provider, with an advance on the first working day of each month."""
        for organisatie in self.kast.aanbieders.values():
            bij = BijOrganisatie(self.kast.centrum, organisatie)
            subsidie = geld.bereid_subsidie_voor(
                self.beheerder, bij, jaar=jaar, bedrag=self._verwacht(jaar), op=op
            ).object
            subsidie = geld.verleen_subsidie(self.controller, subsidie, op=op).object
            for maand in range(1, 13):
                agenda.zet(
                    werkdag(date(jaar, maand, 1)),
                    lambda dag, subsidie=subsidie, maand=maand: self.schiet_voor(agenda, subsidie, maand, dag),  # type: ignore[misc]
                )
            agenda.zet(
                dag_in(jaar + 1, VASTSTELLEN),
                lambda dag, subsidie=subsidie: self.stel_vast(agenda, subsidie, dag),  # type: ignore[misc]
            )

    def _verwacht(self, jaar: int) -> Decimal:
        """What a provider is expected to deliver: its share of the days of who stays that year, in whole thousands."""
        begin, eind = date(jaar, 1, 1), date(jaar, 12, 31)
        dagen = 0
        for reis in self.reizen:
            if reis.plan.geplaatst is not None:
                laatste = min(reis.plan.vertrokken or eind, eind)
                dagen += max(0, (laatste - max(reis.plan.geplaatst, begin)).days + 1)
        bedrag = voorbeelden().dagprijs * dagen / len(self.kast.aanbieders)
        return (Decimal(max(1, int(bedrag / 1000))) * 1000).quantize(CENTEN)

    def schiet_voor(self, agenda: Agenda, subsidie: Subsidie, maand: int, op: date) -> None:
        betaling = geld.zet_voorschot_klaar(self.beheerder, subsidie, termijn=maand, op=op).object
        agenda.zet(werkdag(op + timedelta(days=2)), lambda dag: self.keur_goed(betaling, dag))

    def keur_goed(self, betaling: Betaling, op: date) -> None:
        geld.keur_goed(self.controller, betaling, op=op)

    def stel_vast(self, agenda: Agenda, subsidie: Subsidie, op: date) -> None:
        """After the year, by the days delivered; what is left is paid or asked back some days later."""
        geld.bereid_vaststelling_voor(self.beheerder, subsidie, op=op)
        geld.stel_subsidie_vast(self.tweede, subsidie, op=werkdag(op + timedelta(days=1)))
        agenda.zet(werkdag(op + timedelta(days=6)), lambda dag: self.keur_rest_goed(subsidie, dag))

    def keur_rest_goed(self, subsidie: Subsidie, op: date) -> None:
        with als(self.controller):
            rest = list(betalingen(self.controller).filter(subsidie=subsidie, stand=Betaling.Stand.KLAAR))
        for betaling in rest:
            geld.keur_goed(self.controller, betaling, op=op)

    def rapporteer(self, jaar: int, kwartaal: int, op: date) -> None:
        bij = BijKwartaal(self.kast.centrum, jaar, kwartaal)
        if self.kast.gemandateerd:
            stel_kwartaalrapportage_vast(self.controller, bij, op=op)

    def sluit(self, jaar: int, op: date) -> None:
        self.begrotingen[jaar] = geld.sluit_jaar(self.controller, self.begrotingen[jaar], op=op).object

    def reken_af(self, jaar: int, op: date) -> None:
        """Settle, where the agreement says how, and for as long as its own rule for that lasts."""
        regeling = self.kast.regeling
        if not kan_verrekenen(regeling).waarde:
            return
        sleutel = regeling.verrekening.vaste_sleutel if regeling.verrekening else None
        if sleutel and sleutel.looptijd and jaar > sleutel.looptijd.tot_en_met_jaar:
            return
        verrekening = geld.bereid_verrekening_voor(self.controller, self.begrotingen[jaar], op=op).object
        geld.stel_verrekening_vast(self.tweede, verrekening, op=op + timedelta(days=1))


def dag_in(jaar: int, dag: tuple[int, int]) -> date:
    """A working day of a year on or after a month and day."""
    return werkdag(date(jaar, *dag))
