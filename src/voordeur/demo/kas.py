"""The money of a region: budgets, subsidies with their advances or claims per block, and the closing of the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
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
# month and day
VOORBEREIDEN, VERLENEN, VASTSTELLEN, SLUITEN, AFREKENEN = (11, 12), (12, 10), (2, 20), (4, 8), (4, 22)
VOORAF = timedelta(days=12)  # an advance is put ready so long before the month
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
            vooraf, verlenen = (
                agenda.op if jaar == jaren[0] else dag_in(jaar - 1, dag) for dag in (VOORBEREIDEN, VERLENEN)
            )
            agenda.zet(verlenen, partial(self.begroot, jaar))
            if not self.kast.declareert:
                agenda.zet(vooraf, partial(self.bereid_voor, agenda, jaar, verlenen))
            for kwartaal, dag in KWARTALEN.items():
                rapport = dag_in(jaar + (kwartaal == len(KWARTALEN)), dag)
                if rapport >= agenda.op:
                    agenda.zet(rapport, partial(self.rapporteer, jaar, kwartaal))
            agenda.zet(dag_in(jaar + 1, SLUITEN), partial(self.sluit, jaar))
            agenda.zet(dag_in(jaar + 1, AFREKENEN), partial(self.reken_af, jaar))

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
        duizenden = verwacht * voorbeelden(self.kast.regeling.id).budget_maal_verwacht / 1000
        return (Decimal(max(1, int(duizenden))) * 1000).quantize(CENTEN)

    def _open_parameters(self, jaar: int) -> dict[str, Any]:
        """What this agreement asks a region to fill in: by what its settlement and its prices can do."""
        regeling, cijfers = self.kast.regeling, voorbeelden(self.kast.regeling.id)
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

    def bereid_voor(self, agenda: Agenda, jaar: int, verlenen: date, op: date) -> None:
        """A subsidy for each provider: prepared by one, granted by another some weeks later."""
        for organisatie in self.kast.aanbieders.values():
            bij = BijOrganisatie(self.kast.centrum, organisatie)
            subsidie = geld.bereid_subsidie_voor(
                self.beheerder, bij, jaar=jaar, bedrag=self._verwacht(jaar), op=op
            ).object
            agenda.zet(verlenen, partial(self.verleen, agenda, subsidie))

    def verleen(self, agenda: Agenda, subsidie: Subsidie, op: date) -> None:
        """The grant, with an advance for each month that is approved on its first working day."""
        subsidie = geld.verleen_subsidie(self.controller, subsidie, op=op).object
        begin = op.month if op.year == subsidie.jaar else 1  # the story begins in the middle of its first year
        for maand in range(begin, 13):
            eerste = date(subsidie.jaar, maand, 1)
            agenda.zet(werkdag(eerste - VOORAF), partial(self.schiet_voor, agenda, subsidie, maand))
        agenda.zet(dag_in(subsidie.jaar + 1, VASTSTELLEN), partial(self.stel_vast, agenda, subsidie))

    def _verwacht(self, jaar: int) -> Decimal:
        """What a provider is expected to deliver: its share of the days of who stays that year, in whole thousands."""
        begin, eind = date(jaar, 1, 1), date(jaar, 12, 31)
        dagen = 0
        for reis in self.reizen:
            if reis.plan.geplaatst is not None:
                laatste = min(reis.plan.vertrokken or eind, eind)
                dagen += max(0, (laatste - max(reis.plan.geplaatst, begin)).days + 1)
        bedrag = voorbeelden(self.kast.regeling.id).dagprijs * dagen / len(self.kast.aanbieders)
        return (Decimal(max(1, int(bedrag / 1000))) * 1000).quantize(CENTEN)

    def schiet_voor(self, agenda: Agenda, subsidie: Subsidie, maand: int, op: date) -> None:
        betaling = geld.zet_voorschot_klaar(self.beheerder, subsidie, termijn=maand, op=op).object
        agenda.zet(werkdag(date(subsidie.jaar, maand, 1)), partial(self.keur_goed, betaling))

    def keur_goed(self, betaling: Betaling, op: date) -> None:
        geld.keur_goed(self.controller, betaling, op=op)

    def stel_vast(self, agenda: Agenda, subsidie: Subsidie, op: date) -> None:
        """After the year, by the days delivered; what is left is paid or asked back some days later."""
        geld.bereid_vaststelling_voor(self.beheerder, subsidie, op=op)
        geld.stel_subsidie_vast(self.tweede, subsidie, op=werkdag(op + timedelta(days=1)))
        agenda.zet(werkdag(op + timedelta(days=6)), partial(self.keur_rest_goed, subsidie))

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
