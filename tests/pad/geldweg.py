"""The money as people keep it on the screen: a subsidy, a claim, the year and its settlement."""

from __future__ import annotations

from collections.abc import Mapping

from tests.pad.venster import Venster, begin
from tests.pad.weg import nummer_in


def leg_begroting_vast(controller: Venster, jaar: int, rijksbudget: str, open_: Mapping[str, str]) -> None:
    """A budget in which every municipality weighs the same. `open_`: what the agreement leaves open, by its label."""
    controller.open(f"/geld/{jaar}/")
    controller.link("Leg de begroting vast")
    controller.vul("Geld van het Rijk voor dit jaar", rijksbudget)
    controller.vul("Besluit", "Besluit van de colleges van 3 december")
    for veld in controller.pagina.get_by_label(begin("Aandeel van")).all():
        controller.hand.schrijf(veld, "1")
    for label, waarde in open_.items():
        controller.vul(label, waarde)
    controller.vink("Deze bedragen zijn een voorbeeld")
    controller.knop("Ga verder")
    controller.knop("Leg de begroting vast")
    controller.zegt(f"De begroting van {jaar} is vastgelegd.")


def bereid_subsidie_voor(beheerder: Venster, aanbieder: str, jaar: int, bedrag: str) -> str:
    """Gives the number of the subsidy."""
    beheerder.open("/geld/subsidies/")
    beheerder.link("Bereid een subsidie voor")
    beheerder.selecteer("Aanbieder", aanbieder)
    beheerder.vul("Voor welk jaar?", str(jaar))
    beheerder.vul("Bedrag voor het hele jaar", bedrag)
    beheerder.knop("Ga verder")
    beheerder.knop("Bereid de subsidie voor")
    beheerder.zegt("is voorbereid. Een collega verleent haar.", "U bereidde dit voor.")
    return nummer_in(beheerder, "subsidies")


def verleen(controller: Venster, nummer: str) -> None:
    controller.open(f"/geld/subsidies/{nummer}/")
    controller.link("Verleen de subsidie")
    controller.knop("Verleen de subsidie")
    controller.zegt(f"Subsidie {nummer} is verleend.")


def zet_voorschot_klaar(beheerder: Venster, nummer: str, termijn: str) -> None:
    beheerder.open(f"/geld/subsidies/{nummer}/")
    beheerder.link("Zet een voorschot klaar")
    beheerder.selecteer("Termijn", termijn)
    beheerder.knop("Ga verder")
    beheerder.knop("Zet het voorschot klaar")
    beheerder.zegt("wacht op een collega.")


def keur_betaling_goed(controller: Venster, wat: str) -> None:
    """Approve a payment that waits to be assessed, by what it is for."""
    controller.open("/geld/")
    controller.link(wat)
    controller.knop("Keur de betaling goed")
    controller.zegt("is goedgekeurd en geboekt.")


def stel_subsidie_vast(beheerder: Venster, controller: Venster, nummer: str) -> None:
    """One computes the settlement, another sets it."""
    beheerder.open(f"/geld/subsidies/{nummer}/")
    beheerder.link("Bereid de vaststelling voor")
    beheerder.knop("Reken de vaststelling uit")
    beheerder.zegt("De vaststelling is uitgerekend. Een collega stelt vast.")
    controller.open(f"/geld/subsidies/{nummer}/")
    controller.link("Stel de subsidie vast")
    controller.knop("Stel de subsidie vast")
    controller.zegt(f"Subsidie {nummer} is vastgesteld en geboekt.")


def sluit_jaar(controller: Venster, jaar: int) -> None:
    controller.open(f"/geld/{jaar}/")
    controller.link("Sluit het jaar")
    controller.knop("Sluit het jaar")
    controller.zegt(f"Het jaar {jaar} is afgesloten.")


def verreken(controller: Venster, bestuurder: Venster, jaar: int) -> None:
    """One computes the settlement of a closed year, another sets it out of what waits; ends on the page of the year."""
    controller.link("Bereid de verrekening voor")
    controller.knop("Ga verder")
    controller.knop("Reken de verrekening uit")
    controller.zegt("De verrekening is uitgerekend. Een collega stelt haar vast.")
    bestuurder.open("/geld/")
    bestuurder.link(f"Verrekening van {jaar}")
    bestuurder.knop("Stel de verrekening vast")
    bestuurder.zegt(f"De verrekening van {jaar} is vastgesteld en geboekt.")


def stel_kwartaal_vast(controller: Venster, kwartaal: str) -> None:
    """Out of the list of quarters, where it stands by when it must be ready."""
    controller.open("/verantwoording/")
    controller.link(kwartaal)
    controller.link("Stel de cijfers vast")
    controller.vink("Ik heb de cijfers nagekeken")
    controller.knop("Ga verder")
    controller.knop("Stel de cijfers vast")
    controller.zegt(f"De cijfers van het {kwartaal[:1].lower()}{kwartaal[1:]} zijn vastgesteld.")


def declareer(aanbieder: Venster, blok: str, bedrag: str = "") -> None:
    """Hand in a claim for a block; without an amount the one that was computed."""
    aanbieder.open("/")
    aanbieder.link("Dien een declaratie in")
    aanbieder.link("Maak een declaratie")
    aanbieder.link(blok)
    if bedrag:
        aanbieder.vul("Bedrag van uw declaratie", bedrag)
    aanbieder.knop("Ga verder")
    aanbieder.knop("Dien de declaratie in")
    aanbieder.zegt("is ingediend en gecontroleerd.")


def wijs_declaratie_af(controller: Venster, wat: str, reden: str) -> None:
    controller.open("/geld/")
    controller.link(wat)
    controller.link("Keur af")
    controller.vul("Waarom?", reden)
    controller.knop("Ga verder")
    controller.knop("Keur de declaratie af")
    controller.zegt("is afgekeurd.")


def keur_declaratie_goed(controller: Venster, wat: str) -> None:
    controller.open("/geld/")
    controller.link(wat)
    controller.link("Keur goed")
    controller.knop("Keur de declaratie goed")
    controller.zegt("is goedgekeurd en geboekt.")
