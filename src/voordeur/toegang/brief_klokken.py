"""The letters about terms: what is missing, what moved, and what a notice of being late does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from voordeur.brieven.blokken import Alinea, Deel, Opsomming, Redenering, Redenstap
from voordeur.brieven.soorten import Brief, Dwangsombesluit, Opschorting, Termijnbericht
from voordeur.kern.actor import Actor
from voordeur.regels.dwangsom import Dwangsom
from voordeur.regels.uitkomst import Uitkomst
from voordeur.regels.verwoorden import schrijf_bedrag, schrijf_datum, verwoord
from voordeur.schermen.gronden import gronden_van

from .brief import _rand, _rechtsmiddel
from .klokregels import BESLUIT, ONDERZOEK, WERK
from .models import Klok
from .termijnen import einde_zonder_opschorting

# two full weeks to decide after a notice (Awb 4:17 lid 3), and six to pay after the decision (Awb 4:87 lid 1)
WEKEN_NA_INGEBREKESTELLING, WEKEN_OM_TE_BETALEN = 2, 6
HOE = "U kunt alles opsturen of inleveren bij de gemeente."


def vraag_om_aanvulling(wie: Actor, klok: Klok, gevraagd: Sequence[str], tot: date, op: date) -> Brief:
    """Ask for what is missing, with the day by which it must be here."""
    if klok.soort == BESLUIT:
        return Opschorting(
            **_rand(wie, klok.dossier, op),
            onderwerp="Wij missen nog iets bij uw aanvraag",
            kernzin=f"Uw aanvraag is nog niet compleet. Stuur wat wij missen uiterlijk op {schrijf_datum(tot)}.",
            aanvraag_van=klok.start,
            ontbreekt=tuple(gevraagd),
            uiterlijk=tot,
            hoe=HOE,
        )
    nodig = (
        Alinea("Wij hebben dit nog niet van u:"),
        Opsomming(tuple(gevraagd)),
        Alinea(f"Geef ons dit uiterlijk op {schrijf_datum(tot)}. {HOE}"),
    )
    return Termijnbericht(
        **_rand(wie, klok.dossier, op),
        onderwerp="Wij hebben nog iets van u nodig",
        kernzin=f"Wij hebben nog iets van u nodig, uiterlijk op {schrijf_datum(tot)}.",
        delen=(Deel("Dit hebben wij nog van u nodig", nodig), *_gevolg(klok)),
    )


def bericht_van_stilstand(wie: Actor, klok: Klok, reden: str, op: date) -> Brief:
    """The term stands still for another reason, or was moved by agreement."""
    return Termijnbericht(
        **_rand(wie, klok.dossier, op),
        onderwerp=f"Er is meer tijd voor {WERK[klok.soort]}",
        kernzin=f"{_hoofd(WERK[klok.soort])} komt later: uiterlijk op {schrijf_datum(klok.uiterlijk)}.",
        delen=(Deel("Waarom het later wordt", (Alinea(reden),)), *_gevolg(klok)),
    )


def bericht_van_hervatting(wie: Actor, klok: Klok, vanaf: date, op: date) -> Brief:
    """The term runs again (Awb 4:15 lid 4)."""
    zin = f"Vanaf {schrijf_datum(vanaf)} loopt de tijd voor {WERK[klok.soort]} weer."
    return Termijnbericht(
        **_rand(wie, klok.dossier, op),
        onderwerp=f"De tijd voor {WERK[klok.soort]} loopt weer",
        kernzin=f"{_hoofd(WERK[klok.soort])} komt uiterlijk op {schrijf_datum(klok.uiterlijk)}.",
        delen=(Deel("Wat er veranderd is", (Alinea(zin),)),),
    )


def bericht_van_later(wie: Actor, klok: Klok, nieuw: date, reden: str, grond: tuple[str, ...], op: date) -> Brief:
    """The decision will be late (Awb 4:14 lid 1): a new day, and what the resident can do when the term is over."""
    recht = (
        f"Wij hadden tijd tot en met {schrijf_datum(klok.uiterlijk)}. Die dag verandert niet.",
        "Is die dag voorbij en is er nog geen besluit? Dan kunt u ons een brief sturen. "
        "Daarin zegt u dat wij te laat zijn. Dat heet een ingebrekestelling.",
        _staat_in(grond),
    )
    return Termijnbericht(
        **_rand(wie, klok.dossier, op),
        onderwerp=f"{_hoofd(WERK[klok.soort])} komt later",
        kernzin=f"Wij zijn niet op tijd klaar. U hoort uiterlijk op {schrijf_datum(nieuw)} van ons.",
        delen=(Deel("Waarom het later wordt", (Alinea(reden),)), Deel("Uw rechten", tuple(map(Alinea, recht)))),
    )


def antwoord_op_ingebrekestelling(wie: Actor, klok: Klok, ontvangen_op: date, te_vroeg: bool, op: date) -> Brief:
    """Received: it came too early and has no effect, or the two weeks began."""
    ontvangen = schrijf_datum(ontvangen_op)
    if te_vroeg:
        kern = f"Uw ingebrekestelling kwam te vroeg. Wij hebben nog tijd tot en met {schrijf_datum(klok.uiterlijk)}."
        zinnen: tuple[str, ...] = (
            f"Wij kregen uw brief op {ontvangen}. Toen waren wij nog niet te laat. Uw brief heeft daarom geen gevolg.",
            f"Hebt u op {schrijf_datum(klok.uiterlijk)} nog geen besluit? Stuur ons dan daarna een nieuwe brief.",
        )
    else:
        dag = schrijf_datum(ontvangen_op + timedelta(weeks=WEKEN_NA_INGEBREKESTELLING))
        kern = f"Wij hebben uw ingebrekestelling. Wij willen uiterlijk op {dag} besluiten."
        zinnen = (
            f"Wij kregen uw brief op {ontvangen}. Onze tijd was om op {schrijf_datum(klok.uiterlijk)}.",
            f"Hebt u op {dag} nog geen besluit? Dan krijgt u daarna voor elke dag een bedrag. Dat heet een dwangsom.",
            "U hoeft daar niets voor te doen.",
        )
    blokken = tuple(map(Alinea, (*zinnen, _staat_in(("awb/4:17",)))))
    return Termijnbericht(
        **_rand(wie, klok.dossier, op),
        onderwerp="Antwoord op uw ingebrekestelling",
        kernzin=kern,
        delen=(Deel("Wat uw brief betekent", blokken),),
    )


def dwangsombesluit(
    wie: Actor, klok: Klok, uitkomst: Uitkomst[Dwangsom], betaald_uiterlijk: date, bezwaar_tot: date, op: date
) -> Dwangsombesluit:
    """The penalty as a decision (Awb 4:18), to the cent and by its stretches of days."""
    dwangsom = uitkomst.waarde
    totaal = schrijf_bedrag(dwangsom.totaal)
    stappen = tuple(Redenstap(verwoord(deze), _artikelen(deze.gronden)) for deze in uitkomst.stappen)
    kern = f"U krijgt {totaal} van ons, omdat ons besluit te laat is." if dwangsom.dagen else "U krijgt geen dwangsom."
    return Dwangsombesluit(
        **_rand(wie, klok.dossier, op),
        onderwerp="Besluit over de dwangsom",
        kernzin=kern,
        bedrag=dwangsom.totaal,
        rijen=tuple(_schijven(dwangsom)) or (("Geen dagen", schrijf_bedrag(dwangsom.totaal)),),
        redenering=Redenering((*stappen, Redenstap("Wij stellen dit bedrag vast.", _artikelen(("awb/4:18",))))),
        betaald_uiterlijk=betaald_uiterlijk,
        rechtsmiddel=_rechtsmiddel(klok.dossier, bezwaar_tot),
    )


def _schijven(dwangsom: Dwangsom) -> Sequence[tuple[str, str]]:
    rijen: dict[str, list[date]] = {}
    for dag in dwangsom.dagen:
        rijen.setdefault(schrijf_bedrag(dag.bedrag), []).append(dag.dag)
    return [
        (f"{_aantal(dagen)}: {schrijf_datum(dagen[0])} tot en met {schrijf_datum(dagen[-1])}", f"{bedrag} per dag")
        for bedrag, dagen in rijen.items()
    ]


def _aantal(dagen: Sequence[date]) -> str:
    return f"{len(dagen)} {'dag' if len(dagen) == 1 else 'dagen'}"


def besluit_over_begin(wie: Actor, klok: Klok, toegewezen: bool, redenen: Sequence[str], op: date) -> Brief:
    """On which day the term began, after somebody said that it was another."""
    kern = "U hebt gelijk over de eerste dag." if toegewezen else "De eerste dag verandert niet."
    zinnen = (
        *redenen,
        f"De tijd begon op {schrijf_datum(klok.start)}. De laatste dag is {schrijf_datum(klok.uiterlijk)}.",
    )
    return Termijnbericht(
        **_rand(wie, klok.dossier, op),
        onderwerp="De eerste dag van onze termijn",
        kernzin=f"{kern} De tijd begon op {schrijf_datum(klok.start)}.",
        delen=(Deel("Waarom", tuple(map(Alinea, zinnen))),),
    )


def _gevolg(klok: Klok) -> tuple[Deel, ...]:
    """What a suspension means for the term; of the investigation the right of the resident stays as it was."""
    laatste = klok.opschortingen[-1]
    zinnen = [
        f"{_hoofd(WERK[klok.soort])} is nu uiterlijk klaar op {schrijf_datum(klok.uiterlijk)}.",
        _staat_in(tuple(laatste["grond"])),
    ]
    if klok.soort == ONDERZOEK:
        recht = schrijf_datum(einde_zonder_opschorting(klok))
        zinnen.append(f"Is het onderzoek op {recht} niet klaar? Dan mag u daarna toch al een aanvraag doen.")
    return (Deel("Wat dit betekent", tuple(map(Alinea, zinnen))),)


def _staat_in(gronden: tuple[str, ...]) -> str:
    return f"Dit staat in: {'; '.join(_artikelen(gronden))}."


def _artikelen(gronden: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(grond.tekst for grond in gronden_van(gronden))


def _hoofd(tekst: str) -> str:
    return f"{tekst[:1].upper()}{tekst[1:]}"
