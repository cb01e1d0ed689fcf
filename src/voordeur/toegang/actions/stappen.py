"""What the steps share: the dossier locked as the person saw it, its next step, and its papers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from voordeur.berichten.actions import zet_klaar
from voordeur.berichten.nieuws import aan_inwoner, meld_nieuws
from voordeur.brieven.fouten import Brieffout
from voordeur.brieven.pdf import maak_pdf
from voordeur.brieven.soorten import Brief
from voordeur.inwoner.actions import sluit_op
from voordeur.inwoner.queries_afscherming import mag_bericht
from voordeur.kern.actor import Actor, Rol
from voordeur.kern.fouten import Gewijzigd, StapNietAanDeBeurt, eis

from ..fouten import BriefKanNietWeg
from ..fouten_landelijk import NogNietGeaccepteerd
from ..models import Concept, Document, Dossier, Landelijk, Vastgehouden
from ..queries import voorstellen

WERKERS = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})
NIET_ZONDER_OVERLEG = "Aan deze inwoner gaat niets weg zonder overleg. Bel eerst, en haal daarna de waarschuwing weg."


def pak_dossier(dossier: Dossier, versie: int, stappen: Collection[str]) -> Dossier:
    """The dossier as it is now, locked. Raises Gewijzigd on another version, StapNietAanDeBeurt on another step."""
    nu = Dossier.objects.select_for_update(of=("self",)).select_related("inwoner").get(pk=dossier.pk)
    eis(nu.versie == versie, Gewijzigd(versie, nu.versie))
    eis_stap(nu, stappen)
    return nu


def eis_stap(dossier: Dossier, stappen: Collection[str]) -> None:
    """Refuse when the dossier is at another step."""
    naam = Dossier.Stap(dossier.stap).label.lower()
    eis(
        dossier.stap in stappen,
        StapNietAanDeBeurt(f"Dit dossier is nu bij de stap '{naam}'. Dit hoort bij een andere stap."),
    )


def eis_geen_voorstel(dossier: Dossier) -> None:
    """What a prepared decision rests on does not change under the hands of who signs it."""
    ligt_er = voorstellen().filter(dossier=dossier).exists()
    eis(not ligt_er, StapNietAanDeBeurt("Er ligt een besluit klaar om te ondertekenen. Laat dat eerst terugsturen."))


def bewaar(dossier: Dossier, velden: Sequence[str] = ()) -> None:
    """Keep a change of a locked dossier; whoever saw the version before is told."""
    dossier.versie += 1
    dossier.save(update_fields=["versie", *velden])


def eis_niet_los(dossier: Dossier) -> None:
    """Nobody who goes to another region is let go before that region accepted."""
    wacht = Landelijk.objects.filter(dossier=dossier, richting="uit", ingetrokken_op=None, geaccepteerd_op=None)
    eis(not wacht.exists(), NogNietGeaccepteerd())


def zet_stap(dossier: Dossier, stap: str, op: date) -> None:
    """Bring a dossier to a step, as a part of a larger action that locked it."""
    dossier.stap = stap
    if stap == Dossier.Stap.AFGESLOTEN:
        eis_niet_los(dossier)
        # what was typed and never handed in has no purpose any more
        Concept.objects.filter(dossier=dossier).delete()
    # a dossier can be opened again: an objection was upheld, help goes on after all
    dossier.afgesloten_op = op if stap == Dossier.Stap.AFGESLOTEN else None
    bewaar(dossier, ["stap", "afgesloten_op"])


def verstuur_brief(
    wie: Actor, dossier: Dossier, brief: Brief, soort: str, op: date, *, bewaard: Brief | None = None
) -> Document:
    """Print a letter, keep it locked in the dossier and put it in the outbox. Raises BriefKanNietWeg.

    `bewaard`: the letter as the dossier keeps it, where a secret that it holds is for the resident alone. With the
    warning to send nothing a letter stays here until somebody decides; one with a secret is then not made at all.
    """
    mag_weg = mag_bericht(dossier.inwoner)
    eis(mag_weg or bewaard is None, StapNietAanDeBeurt(NIET_ZONDER_OVERLEG))
    try:
        pdf = maak_pdf(brief)
        kopie = maak_pdf(bewaard) if bewaard else pdf
    except Brieffout as fout:
        raise BriefKanNietWeg(fout) from None
    if mag_weg:
        zet_klaar(wie, kanaal="map", aan=aan_inwoner(dossier.nummer), soort=soort, inhoud=pdf, over=dossier.inwoner)
    if mag_weg and bewaard is None:
        meld_nieuws(wie, dossier.inwoner_id, dossier.nummer)
    document = Document.objects.create(
        regio_id=dossier.regio_id,
        college_code=dossier.college_code,
        dossier=dossier,
        soort=soort,
        titel=brief.onderwerp,
        op=op,
        inhoud=sluit_op(dossier.inwoner, kopie),
    )
    if not mag_weg:
        Vastgehouden.objects.create(
            regio_id=dossier.regio_id, college_code=dossier.college_code, dossier=dossier, document=document,
            soort=soort, sinds=op,
        )  # fmt: skip
    return document
