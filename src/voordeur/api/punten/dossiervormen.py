"""What calls about dossiers bring, and what the answers hold."""

from datetime import date
from typing import Annotated

from pydantic import Field

from ..invoer import Dagtekst, Invoer, Tekst, Uitvoer, gevraagd

Kort = Annotated[Tekst, Field(max_length=200)]


class Dossierregel(Uitvoer):
    """A dossier in a list: codes and days, no facts about the person."""

    nummer: str
    gemeente: str
    voorziening: str
    stap: str
    melder: str
    # null: read in without its day
    gemeld_op: date | None
    bevestigd_op: date | None
    onderzocht_op: date | None
    aangevraagd_op: date | None
    afgesloten_op: date | None
    nodig_op: date | None
    spoed: bool
    versie: int
    regeling_versie: date


class Klok(Uitvoer):
    """A term: its last day, and the day on which it was done."""

    soort: str
    naam: str
    start: date
    uiterlijk: date
    klaar_op: date | None


class Termijn(Klok):
    """A term that runs, and of which dossier."""

    dossier: str


class Besluit(Uitvoer):
    """A decision that was taken."""

    nummer: str
    strekking: str
    soort: str
    vorm: str
    arrangement: str
    zwaarte: str
    leveringsvorm: str
    van: date | None
    tot: date | None
    genomen_op: date
    ingetrokken_op: date | None


class Document(Uitvoer):
    """A paper of a dossier; `locatie` is where its content stands."""

    id: int
    soort: str
    titel: str
    op: date
    mime: str
    locatie: str


class Wegstap(Uitvoer):
    """A step of the route of this dossier, and whether it is done."""

    id: str
    wat: str
    stand: str


class Identiteit(Uitvoer):
    """Who it is about, as far as it is known."""

    aanhef: str = ""
    voornaam: str = ""
    voorletters: str = ""
    naam: str = ""
    geboortenaam: str = ""
    roepnaam: str = ""
    geboortedatum: date | None = None
    adres: list[str] = Field(default_factory=list)
    telefoon: str = ""


class Dossier(Dossierregel):
    """One dossier. An organisation sees what it reported itself: for it the lists are null."""

    inwoner: Identiteit
    reden: str
    vorige_voorziening: str
    behandelaar: str
    vernietigd: bool
    weg: list[Wegstap] | None = None
    klokken: list[Klok] | None = None
    besluiten: list[Besluit] | None = None
    documenten: list[Document] | None = None


class NieuweMeldingVraag(Invoer):
    """A report: about whom, by whom, why. `collegeCode`: the CBS code of the municipality, or 'onbekend'."""

    college_code: Kort = gevraagd()
    melder: Kort = gevraagd()
    voorziening: Kort = gevraagd()
    ontvangen_op: Dagtekst = gevraagd()
    aanhef: Kort = ""
    voornaam: Kort = ""
    voorletters: Kort = ""
    naam: Kort = gevraagd()
    geboortenaam: Kort = ""
    roepnaam: Kort = ""
    geboortedatum: Dagtekst | None = None
    geboortedatum_onbekend: bool = False
    bsn: Annotated[Tekst, Field(max_length=20)] = ""
    adres: Annotated[list[Kort], Field(max_length=6)] = Field(default_factory=list)
    telefoon: Kort = ""
    nodig_op: Dagtekst | None = None
    reden: Tekst = gevraagd()
    vorige_voorziening: Kort = ""
    toch: bool = Field(False, description="True: u keek in het andere dossier, en dit is een nieuwe melding.")


class Aanvraagvraag(Invoer):
    """The day on which the application came in; the paper and its signature where the route asks for them."""

    ontvangen_op: Dagtekst = gevraagd()
    stuk: Kort = ""
    getekend_op: Dagtekst | None = None


class Zoekvraag(Invoer):
    """A BSN to find; it stands in the body, never in an address."""

    bsn: Annotated[Tekst, Field(max_length=20)]


class Leeg(Invoer):
    """Nothing to fill in."""
