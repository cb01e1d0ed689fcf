"""Claims per block of days: handed in by the provider, checked, approved, now and then refused and handed in again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from voordeur.geld import actions as geld
from voordeur.geld.models import Declaratie
from voordeur.regels.datums import Periode
from voordeur.regels.declaratie import Declaratiefeiten, dagen_van_blok, toets_declaratie
from voordeur.regels.perioden import blok_van

from .agenda import Agenda, werkdag
from .gegevens import teksten, voorbeelden
from .regio import Kast
from .reizen import Reis

INDIENEN, BEOORDELEN, OPNIEUW = timedelta(days=4), timedelta(days=6), timedelta(days=5)
VERGISSING = Decimal("18.50")
LAAT_BEOORDELEN = timedelta(days=25)  # so that on any day some wait
EEN_OP = 17  # one claim of so many is refused at first
LAAT_OP = 5  # one of so many is judged late
BLIJFT_OP = 3  # of so many stays one leaves the newest block to whoever walks through the demo


class Declaraties:
    """The claims of one region that pays per block."""

    def __init__(self, kast: Kast, kans: Random) -> None:
        self.kast, self.kans = kast, kans
        self.index: Mapping[int, Decimal] = {
            int(jaar): Decimal(cijfer) for jaar, cijfer in voorbeelden(kast.regeling.id).indexcijfer.items()
        }

    def volg(self, agenda: Agenda, reis: Reis) -> None:
        """Start claiming from the block in which the stay begins."""
        if reis.plan.geplaatst is not None and self.kast.declareert:
            agenda.zet(reis.plan.geplaatst, lambda _op: self._plan(agenda, reis, self._eerste(reis)))

    def _eerste(self, reis: Reis) -> int:
        assert self.kast.regeling.perioden is not None
        assert reis.plan.geplaatst is not None
        return blok_van(self.kast.regeling.perioden, reis.plan.geplaatst).waarde.nummer

    def _plan(self, agenda: Agenda, reis: Reis, blok: int) -> None:
        assert self.kast.regeling.perioden is not None
        dagen = dagen_van_blok(self.kast.regeling.perioden, blok)
        assert dagen.tot is not None
        agenda.zet(werkdag(dagen.tot + INDIENEN), lambda op: self._dien_in(agenda, reis, blok, op))

    def _dien_in(self, agenda: Agenda, reis: Reis, blok: int, op: date) -> None:
        if self._blijft_liggen(agenda, reis, blok):
            return
        fout = self.kans.randrange(EEN_OP) == 0
        declaratie = self._maak(reis, blok, op, VERGISSING if fout else Decimal(0))
        oordeel = self._wijs_af if fout else self._keur_goed
        na = BEOORDELEN if self.kans.randrange(LAAT_OP) else LAAT_BEOORDELEN
        agenda.zet(werkdag(op + na), lambda dag: oordeel(agenda, reis, declaratie, dag))
        assert self.kast.regeling.perioden is not None
        volgende = dagen_van_blok(self.kast.regeling.perioden, blok + 1)
        if reis.plan.vertrokken is None or volgende.van <= reis.plan.vertrokken:
            self._plan(agenda, reis, blok + 1)

    def _blijft_liggen(self, agenda: Agenda, reis: Reis, blok: int) -> bool:
        """Whether this is the newest block that is over, of a stay that leaves it open."""
        assert self.kast.regeling.perioden is not None
        volgende = dagen_van_blok(self.kast.regeling.perioden, blok + 1)
        assert volgende.tot is not None
        return volgende.tot >= agenda.vandaag and int(reis.nummer[-4:]) % BLIJFT_OP == 0

    def _maak(self, reis: Reis, blok: int, op: date, teveel: Decimal) -> Declaratie:
        assert reis.plaatsing is not None
        wie = self.kast.van_organisatie(reis.plaatsing.organisatie_id)
        bedrag = self._bedrag(reis, blok, op) + teveel
        gemaakt: Declaratie = geld.dien_declaratie_in(wie, reis.plaatsing, blok=blok, bedrag=bedrag, op=op).object
        return gemaakt

    def _bedrag(self, reis: Reis, blok: int, op: date) -> Decimal:
        """What the provider reckons itself, by the prices of the agreement."""
        regeling, hulp = self.kast.regeling, reis.hulp
        assert regeling.perioden is not None
        assert regeling.tarieven is not None
        assert reis.besluit is not None
        assert hulp is not None
        besluit: Any = reis.besluit.periode
        tot = besluit.upper - timedelta(days=1)
        van = reis.plan.geplaatst or tot
        verblijf = Periode(van, min(reis.plan.vertrokken, tot) if self._is_weg(reis, op) else tot)
        feiten = Declaratiefeiten(
            blok=blok,
            op=op,
            plaatsing=verblijf,
            besluit=Periode(besluit.lower, tot),
            arrangement=hulp.arrangement or hulp.vorm,
            zwaarte=hulp.zwaarte,
            huisvesting=hulp.huisvesting or None,
            indexcijfers={jaar: cijfer for jaar, cijfer in self.index.items() if jaar <= op.year},
        )
        return toets_declaratie(regeling.perioden, regeling.tarieven, feiten).waarde.verwacht

    def _is_weg(self, reis: Reis, op: date) -> bool:
        return reis.plan.vertrokken is not None and reis.plan.vertrokken <= op

    def _keur_goed(self, _agenda: Agenda, _reis: Reis, declaratie: Declaratie, op: date) -> None:
        geld.keur_declaratie_goed(self.kast.actoren["controller"], declaratie, op=op)

    def _wijs_af(self, agenda: Agenda, reis: Reis, declaratie: Declaratie, op: date) -> None:
        reden = self.kans.choice(teksten()["afkeuring"])
        geld.wijs_declaratie_af(self.kast.actoren["controller"], declaratie, reden=reden, op=op)
        agenda.zet(werkdag(op + OPNIEUW), lambda dag: self._opnieuw(agenda, reis, declaratie.blok, dag))

    def _opnieuw(self, agenda: Agenda, reis: Reis, blok: int, op: date) -> None:
        declaratie = self._maak(reis, blok, op, Decimal(0))
        agenda.zet(werkdag(op + BEOORDELEN), lambda dag: self._keur_goed(agenda, reis, declaratie, dag))
