"""A week at the shelter of a region: people at the door, a family, nights, one night without a bed, an intake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from random import Random

from voordeur.kern.actor import Actor, als
from voordeur.opvang import actions as opvang
from voordeur.opvang.queries import mo_dossiers
from voordeur.toegang.actions import Besluitvoorstel
from voordeur.toegang.actions.delen import beslist_zelf
from voordeur.toegang.models import Dossier
from voordeur.toegang.queries import vormen

from .agenda import Agenda
from .gegevens import teksten
from .personen import Persoon, personen
from .regio import Kast

BEDDEN = 12
EEN_DAG = timedelta(days=1)
# how many days ago who came, the children that came along, and how many days ago the last night was
KOMST = ((6, 2, 1), (5, 0, 1), (3, 0, 1), (2, 0, 2))
ZONDER_BED, INTAKE, TRAJECT = 4, 4, 2


@dataclass
class Opvang:
    """The shelter of a region in its last week. Who came first gets an intake, a plan and, by mandate, a decision."""

    kast: Kast
    kans: Random
    nummers: list[str] = field(default_factory=list)

    @property
    def wie(self) -> Actor:
        return self.kast.actoren["opvang"]

    @property
    def huis(self) -> int:
        return int(self.wie.aanbieder or 0)

    def begin(self, agenda: Agenda) -> None:
        """Put everything on its day."""
        vandaag = self.kast.vandaag
        agenda.zet(vandaag - 7 * EEN_DAG, self._bedden)
        mensen = list(islice(personen(self.kans, vandaag), len(KOMST)))
        for persoon, (dagen, kinderen, laatst) in zip(mensen, KOMST, strict=True):
            self._komt(agenda, persoon, dagen, kinderen, laatst)
        agenda.zet(vandaag - ZONDER_BED * EEN_DAG, self._zonder_bed)
        agenda.zet(vandaag - INTAKE * EEN_DAG, self._intake)
        agenda.zet(vandaag - TRAJECT * EEN_DAG, self._traject)

    def _komt(self, agenda: Agenda, persoon: Persoon, dagen: int, kinderen: int, laatst: int) -> None:
        bekend = {naam: persoon.identiteit[naam] for naam in ("voornaam", "geboortedatum")}
        # one of them does not say who they are
        gasten = (
            opvang.Gast(identiteit={} if dagen == KOMST[2][0] else bekend),
            *(opvang.Gast(kind=True) for _ in range(kinderen)),
        )
        gekomen: list[Dossier] = []

        def kom(op: date) -> None:
            gekomen.extend(self._neem_op(gasten, op))

        def slaap(op: date) -> None:
            for dossier in gekomen:
                opvang.geef_nacht(self.wie, opvang.bij(self.wie, dossier), nacht=op, op=op)

        agenda.zet(self.kast.vandaag - dagen * EEN_DAG, kom)
        for geleden in range(dagen - 1, laatst - 1, -1):
            agenda.zet(self.kast.vandaag - geleden * EEN_DAG, slaap)

    def _neem_op(
        self, gasten: tuple[opvang.Gast, ...], op: date, elders: opvang.Elders | None = None
    ) -> Iterator[Dossier]:
        deur = opvang.AanDeDeur(
            college_code=self.kast.centrum, aanbieder_id=self.huis, gasten=gasten, nacht=op, veilig=True, elders=elders
        )
        eerste = opvang.ontvang(self.wie, deur, op=op).object.dossier
        self.nummers.append(eerste.nummer)
        with als(self.wie):
            samen = list(mo_dossiers().filter(gezin=eerste.gezin).order_by("id")) if eerste.gezin else [eerste]
        yield from samen

    def _bedden(self, op: date) -> None:
        opvang.leg_bedden_vast(self.wie, opvang.BijHuis(self.kast.centrum, self.huis), BEDDEN, vanaf=op, op=op)

    def _zonder_bed(self, op: date) -> None:
        deel = teksten()["opvang"]
        elders = opvang.Elders(grond="vol", uitkomst="elders", waar=deel["waar"], gebeld=deel["gebeld"])
        list(self._neem_op((opvang.Gast(),), op, elders))

    def _eerste(self) -> Dossier:
        with als(self.wie):
            return mo_dossiers().get(nummer=self.nummers[0])

    def _intake(self, op: date) -> None:
        dossier, deel = self._eerste(), teksten()["opvang"]
        antwoorden = {
            "thuis_verlaten": True,
            "redt_zich_zelf": False,
            "geweld": None,
            "binding": None,
            **deel["intake"],
        }
        plek = opvang.bij(self.wie, dossier)
        opvang.leg_intake_vast(self.wie, plek, antwoorden, versie=dossier.versie, op=op, afgerond=True)
        dossier = self._eerste()
        plek = opvang.bij(self.wie, dossier)
        opvang.maak_plan(self.wie, plek, deel["doelen"], versie=dossier.versie, op=op)

    def _traject(self, op: date) -> None:
        """Where the shelter decides, a decision waits for a colleague to sign it."""
        dossier = self._eerste()
        with als(self.wie):
            if not beslist_zelf(self.wie, dossier.college_code, op):
                return
            vorm = next(iter(vormen(dossier)))
        voorstel = Besluitvoorstel(
            strekking="toekenning", vorm=vorm, van=op, tot=op + 180 * EEN_DAG, motivering=teksten()["opvang"]["besluit"]
        )
        opvang.stel_besluit_voor(self.wie, opvang.bij(self.wie, dossier), voorstel, versie=dossier.versie, op=op)
