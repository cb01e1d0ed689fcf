"""Invented letters of each kind, complete; a test changes what it is about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from voordeur.brieven.blokken import Alinea, Opsomming, Redenering, Redenstap
from voordeur.brieven.soorten import (
    Besluit,
    Ontvangstbevestiging,
    Opschorting,
    Pgb,
    Strekking,
    Voorziening,
)
from voordeur.brieven.waarden import Afzender, Contact, Kenmerk, Ondertekening, Ontvanger, Rechtsmiddel

DAG = date(2026, 11, 23)

AFZENDER = Afzender(
    hoofd="Gemeente Voorbeeldstad",
    naam="College van burgemeester en wethouders van Voorbeeldstad",
    adres=("Afdeling Zorg en Opvang", "Postbus 100", "1000 AA Voorbeeldstad"),
    krachtens_mandaat=True,
    namens="het college van burgemeester en wethouders van Kleinbuurt",
)
ONTVANGER = Ontvanger(
    naam="Mevrouw J. de Wit",
    adres=("Lindelaan 12", "1234 AB  KLEINBUURT"),
    aanhef="Geachte mevrouw De Wit",
)
KENMERK = Kenmerk(ons="V-2026-0417", uw_bericht_van=date(2026, 11, 12))
CONTACT = Contact(
    naam="Samira Bakker",
    telefoon="0900 123 45 67",
    email="s.bakker@voorbeeldstad.example",
    bereikbaar="op werkdagen van 9 tot 17 uur",
    klacht_bij="bij de klachtencoördinator, telefoon 0900 765 43 21",
)
ONDERTEKENING = Ondertekening(naam="P. Jansen", functie="teamleider Toegang")
RECHTSMIDDEL = Rechtsmiddel(
    wie="U, of iemand anders voor wie dit besluit gevolgen heeft.",
    weken=6,
    laatste_dag=date(2027, 1, 4),
    bij="het college van burgemeester en wethouders van Kleinbuurt",
    adres=("Commissie bezwaarschriften", "Postbus 5", "1234 ZZ Kleinbuurt"),
    digitaal="Ja, met DigiD op de website van de gemeente Kleinbuurt.",
    rechtbank="de rechtbank Voorbeeldland",
)
REDENERING = Redenering(
    (
        Redenstap("U meldde zich op 2 oktober 2026. Wij onderzochten uw situatie samen met u."),
        Redenstap(
            "U kunt zich nu niet zelf redden. Uw familie en een andere voorziening lossen dat niet op.",
            ("artikel 2.3.5 lid 4 van de Wmo 2015",),
        ),
        Redenstap(
            "U woonde de laatste drie jaar het langst in Kleinbuurt.",
            ("artikel 4 lid 1 van de regionale regeling", "artikel 1.2.1 van de Wmo 2015"),
        ),
    )
)
VOORZIENING = Voorziening(
    naam="beschermd wonen, arrangement 3",
    inhoud="Een kamer met begeleiding. Overdag en 's nachts is er iemand die u kan helpen.",
    aanbieder="Stichting De Haven, locatie Waterkant",
    begin=date(2026, 12, 1),
    einde=date(2028, 11, 30),
    bijdrage_bepaald_door="het CAK",
    heronderzoek=date(2027, 11, 30),
)
PGB = Pgb(
    bedrag=Decimal("4250.5"),
    per="maand",
    doel="begeleiding die u zelf inkoopt",
    voorwaarden="U sluit een overeenkomst met uw hulpverlener. De SVB betaalt de rekeningen.",
)


TOEKENNING = Besluit(
    afzender=AFZENDER,
    ontvanger=ONTVANGER,
    kenmerk=KENMERK,
    datum=DAG,
    onderwerp="Besluit op uw aanvraag voor beschermd wonen",
    kernzin="U krijgt beschermd wonen van 1 december 2026 tot en met 30 november 2028.",
    contact=CONTACT,
    ondertekening=ONDERTEKENING,
    strekking=Strekking.TOEKENNING,
    redenering=REDENERING,
    rechtsmiddel=RECHTSMIDDEL,
    voorziening=VOORZIENING,
)
AFWIJZING = Besluit(
    afzender=AFZENDER,
    ontvanger=ONTVANGER,
    kenmerk=KENMERK,
    datum=DAG,
    onderwerp="Besluit op uw aanvraag voor beschermd wonen",
    kernzin="U krijgt geen beschermd wonen, want u kunt met hulp thuis blijven wonen.",
    contact=CONTACT,
    ondertekening=ONDERTEKENING,
    strekking=Strekking.AFWIJZING,
    redenering=REDENERING,
    rechtsmiddel=RECHTSMIDDEL,
    in_plaats_daarvan=(
        Alinea("Wij willen u op een andere manier helpen. U kunt kiezen uit:"),
        Opsomming(("begeleiding bij u thuis, vier keer per week", "een plek in het inloophuis aan de Markt")),
    ),
)
OPSCHORTING = Opschorting(
    afzender=AFZENDER,
    ontvanger=ONTVANGER,
    kenmerk=KENMERK,
    datum=DAG,
    onderwerp="Uw aanvraag is nog niet compleet",
    kernzin="Wij kunnen nog niet besluiten, want wij missen gegevens van u.",
    contact=CONTACT,
    ondertekening=ONDERTEKENING,
    aanvraag_van=date(2026, 11, 12),
    ontbreekt=("een kopie van uw identiteitsbewijs", "het huurcontract van uw laatste woning"),
    uiterlijk=date(2026, 12, 7),
    hoe="U kunt de papieren opsturen of langsbrengen aan de balie.",
)
ONTVANGSTBEVESTIGING = Ontvangstbevestiging(
    afzender=AFZENDER,
    ontvanger=ONTVANGER,
    kenmerk=KENMERK,
    datum=DAG,
    onderwerp="Wij hebben uw melding ontvangen",
    kernzin="Wij hebben uw melding ontvangen en bellen u deze week voor een gesprek.",
    contact=CONTACT,
    ondertekening=ONDERTEKENING,
    wat="uw melding",
    ontvangen_op=date(2026, 11, 20),
    vervolg=(
        "Wij bellen u voor een afspraak. U mag iemand meenemen.",
        "U kunt binnen zeven dagen een eigen plan geven. Een gratis cliëntondersteuner kan u helpen.",
        "Wij schrijven op wat wij met u bespraken. U krijgt dat verslag.",
    ),
    antwoord_uiterlijk=date(2027, 1, 1),
    gegevens=(("Uw vraag", "Ik zoek een plek om veilig te wonen."), ("Telefoon", "06 12 34 56 78")),
)
ALLE = {
    "toekenning": TOEKENNING,
    "afwijzing": AFWIJZING,
    "opschorting": OPSCHORTING,
    "ontvangstbevestiging": ONTVANGSTBEVESTIGING,
}
