"""Every address of the application, found by asking the resolver, and how to fill what stands in it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

# pages without a screen: everybody may open them, or allauth guards them itself
OPEN = {
    "stijl",
    "web:kies_account",
    "web:kies_inwoner",
    "web:toegankelijkheid",
    "web:privacy",
    "web:hulp",
    "mijn:inloggen",
    "mijn:vergeten",
    "mijn:uitloggen",
    "mijn:activeren",
    "mijn:wachtwoord",
    "mijn:voor_wie",
    "mijn:code",
    "mijn:telefoon",
    "mijn:digid_onbekend",
    "mijn:digid_niveau",
    "mijn:digid_regio",
    "mijn:taal",
    "beheer:welkom",
}
VAN_ALLAUTH = ("account_", "mfa_", "socialaccount_", "openid_connect_")

# what an address wants, by its name or by its room: the kind of object, and who may see it
#   persoon: of the college of the person, or of the provider that is named; organisatie: of the centre or the provider
#   itself; regio: everybody of the region; altijd: no object at all
VULLEN: dict[str, dict[str, tuple[str, str]]] = {
    "toegang:document": {"nummer": ("document_dossier", "persoon"), "pk": ("document", "persoon")},
    "toegang:betrokkene_einde": {"nummer": ("document_dossier", "persoon"), "pk": ("betrokkene", "persoon")},
    **{
        f"toegang:klok_{deel}": {"nummer": ("klok_dossier", "persoon"), "soort": ("klok_soort", "altijd")}
        for deel in (
            "opschorten",
            "hervatten",
            "uitstellen",
            "aankondigen",
            "ingebrekestelling",
            "dwangsom",
            "betwisten",
            "begin_beslissen",
        )
    },
    **{
        f"toegang:{naam}": {"nummer": ("dossier", "persoon"), "stap": ("wegstap", "altijd")}
        for naam in ("wegstap", "wegstap_zonder", "vragen")
    },
    **{
        f"toegang:{naam}": {"nummer": ("dossier", "persoon"), "pk": ("uitvraag", "persoon")}
        for naam in ("vraag", "herinneren")
    },
    "toegang:geschil_verder": {"nummer": ("dossier", "persoon"), "soort": ("geschilsoort", "altijd")},
    "toegang:corrigeer": {"nummer": ("dossier", "persoon"), "wat": ("correctie", "altijd")},
    "toegang:brief_opnieuw": {"nummer": ("document_dossier", "persoon"), "pk": ("document", "persoon")},
    "toegang:omstandigheid": {"nummer": ("dossier", "persoon"), "lijst": ("lijst", "altijd")},
    **{
        f"toegang:bezwaar_{naam}": {"nummer": ("dossier", "persoon"), "pk": ("bezwaar", "persoon")}
        for naam in ("te_laat", "uitnodigen", "horen", "beslissen")
    },
    "toegang:bericht_opnieuw": {"nummer": ("dossier", "persoon"), "bericht": ("dossierbericht", "persoon")},
    "toegang:persoon": {"inwoner": ("inwoner", "persoon")},
    "toegang:samenvoegen": {"inwoner": ("inwoner", "persoon"), "ander": ("andere_inwoner", "persoon")},
    "toegang:samenvoeging_beslissen": {"pk": ("samenvoeging", "persoon")},
    "toegang:samenvoeging_ongedaan": {"pk": ("samengevoegd", "persoon")},
    "toegang": {"nummer": ("dossier", "persoon")},
    "mijn:te_laat": {"nummer": ("dossier", "persoon"), "soort": ("eigen_termijn", "altijd")},
    **{
        f"mijn:{naam}": {"nummer": ("dossier", "persoon"), "besluit": ("eigen_besluit", "persoon")}
        for naam in ("besluit", "bezwaar")
    },
    **{f"mijn:afspraak_{naam}": {"pk": ("afspraak", "persoon")} for naam in ("agenda", "anders")},
    **{
        f"toegang:{naam}": {"nummer": ("dossier", "persoon"), "pk": (naam.partition("_")[0], "persoon")}
        for naam in (
            "inwonervraag",
            "klacht",
            "klacht_doorsturen",
            "klacht_persoon",
            "klacht_verdagen",
            "klacht_afhandelen",
            "afspraak_verzetten",
            "afspraak_afzeggen",
        )
    },
    "mijn:brief": {"pk": ("document", "persoon")},
    "mijn": {"nummer": ("dossier", "persoon")},
    "opvang:brief": {"nummer": ("opvang_dossier", "persoon"), "pk": ("opvang_document", "altijd")},
    "opvang": {"nummer": ("opvang_dossier", "persoon")},
    "verblijf:plaatsen": {"nummer": ("besluit", "persoon")},
    "verblijf:plan": {"nummer": ("verblijf_dossier", "persoon")},
    "verblijf": {"pk": ("verblijf", "persoon")},
    "aanbod:plekken": {"pk": ("locatie", "regio")},
    "aanbod:adres": {"pk": ("locatie", "regio")},
    "aanbod": {"pk": ("organisatie", "regio")},
    "verantwoording": {"jaar": ("jaar", "altijd"), "kwartaal": ("kwartaal", "altijd")},
    "geld:betaling": {"nummer": ("betaling", "organisatie")},
    "geld:betaling_afkeuren": {"nummer": ("betaling", "organisatie")},
    "geld:declareren_blok": {"plaatsing": ("verblijf", "persoon"), "blok": ("blok", "altijd")},
    "geld:declaratie": {"nummer": ("declaratie", "persoon")},
    "geld:declaratie_goedkeuren": {"nummer": ("declaratie", "persoon")},
    "geld:declaratie_afwijzen": {"nummer": ("declaratie", "persoon")},
    "geld:storneren": {"nummer": ("boeking", "regio")},
    "geld": {"jaar": ("jaar", "altijd"), "nummer": ("subsidie", "organisatie")},
    "web:regio_jaar": {"jaar": ("jaar", "altijd")},
    "web:filter_weg": {"nummer": ("filter", "altijd")},
    **{
        f"beheer:{naam}": {"pk": ("collega", "regio")}
        for naam in (
            "mens",
            "mens_wijzig",
            "opnieuw_uitnodigen",
            "heropenen",
            "rol_geven",
            "vervanging",
            "overdragen",
            "vertrek",
        )
    },
    **{
        f"beheer:{naam}": {"pk": ("organisatie", "regio")}
        for naam in ("organisatie", "organisatie_wijzig", "contact_nieuw", "verwerking_nieuw")
    },
    "beheer:contact_einde": {"pk": ("contact", "regio")},
    "beheer:verwerking_einde": {"pk": ("verwerking", "regio")},
    "beheer:nood_dossier": {"pk": ("noodtoegang", "altijd")},
    "beheer:nood_beoordelen": {"pk": ("noodtoegang", "persoon")},
    "beheer:code_bevestigen": {"pk": ("herstelcode", "regio")},
    "beheer:mandaat_bevestigen": {"pk": ("mandaatvoorstel", "regio")},
    "beheer:nood_bevestigen": {"pk": ("noodverzoek", "regio")},
    "beheer:wie_mag": {"nummer": ("dossier", "persoon")},
    "beheer:recht": {"pk": ("aanstelling", "regio")},
    "beheer:rol_einde": {"pk": ("aanstelling", "regio")},
    "beheer:vervanging_einde": {"pk": ("vervanging", "regio")},
    "beheer:mandaat_einde": {"pk": ("mandaat", "regio")},
    "beheer:beleid_invullen": {"naam": ("parameter", "altijd")},
    "beheer:beleid_waarde": {"pk": ("beleidsvoorstel", "regio")},
    "beheer:beleid_beeindigen": {"pk": ("beleidswaarde", "regio")},
    "beheer:versie": {"pk": ("versievoorstel", "regio")},
    "beheer:gemeente_wijzig": {"code": ("gemeentecode", "altijd")},
    "beheer:beleid_einde": {"pk": ("eindevoorstel", "regio")},
    "beheer:voorstel_afwijzen": {"soort": ("voorstelsoort", "altijd"), "pk": ("beleidsvoorstel", "regio")},
    "beheer:voorstel_weg": {"soort": ("voorstelsoort", "altijd"), "pk": ("beleidsvoorstel", "regio")},
    "beheer:versie_intrekken": {"versie": ("versie", "regio")},
    **{
        f"beheer:{naam}": {"pk": ("verzoek", "persoon")}
        for naam in ("verzoek", "verzoek_beslissen", "verzoek_verlengen", "verzoek_uitvoeren")
    },
    **{
        f"beheer:{naam}": {"nummer": ("document_dossier", "persoon"), "pk": ("markering", "persoon")}
        for naam in ("verzoek_nieuw", "veilig", "afschermen", "waarschuwen", "waarschuwing_weg")
    },
    **{
        f"beheer:{naam}": {"pk": ("afscherming", "persoon")}
        for naam in ("afscherming_bevestigen", "afscherming_opheffen")
    },
    "web:afschrift": {"pk": ("inzageverzoek", "persoon"), "vorm": ("afschriftvorm", "altijd")},
    "mijn:afschrift": {"vorm": ("afschriftvorm", "altijd")},
    "beheer:vastgehouden_brief": {"pk": ("vastgehouden", "persoon")},
    "beheer:langer": {"inwoner": ("rechthebbende", "persoon")},
    "beheer:vernietigingslijst": {"pk": ("vernietigingslijst", "regio")},
    "beheer:lijst_stap": {"pk": ("vernietigingslijst", "regio"), "wat": ("lijststap", "altijd")},
    "beheer:lijst_weglaten": {
        "pk": ("vernietigingslijst", "regio"),
        "inwoner": ("rechthebbende", "altijd"),
    },
    "mijn:helper_code": {"pk": ("machtiging", "persoon")},
    "mijn:helper_einde": {"pk": ("machtiging", "persoon")},
    "toegang:machtiging_einde": {"nummer": ("dossier", "persoon"), "pk": ("machtiging", "persoon")},
    "beheer:bericht_opnieuw": {"bericht": ("bericht", "regio")},
    "beheer:inlezen_sjabloon": {"soort": ("inleessoort", "altijd"), "vorm": ("sjabloonvorm", "altijd")},
    "beheer:inlezen_rijen": {"pk": ("inleesset", "regio"), "soort": ("inleessoort", "altijd")},
    "beheer:inlezen_bestand_weg": {"pk": ("inleesset", "regio"), "soort": ("inleessoort", "altijd")},
    **{
        f"beheer:inlezen_{naam}": {"pk": ("inleesset", "regio")}
        for naam in ("set", "bestand", "toetsen", "aanbieden", "uitvoeren", "terug", "afronden", "weg", "fouten")
    },
    "api": {"pk": ("apisleutel", "regio")},
}
NERGENS: dict[str, Any] = {
    "inleesset": 2**40, "inleessoort": "plekken", "sjabloonvorm": "csv",
    "dossierbericht": uuid.UUID(int=4),
    "inwoner": uuid.UUID(int=2), "andere_inwoner": uuid.UUID(int=3), "samenvoeging": 2**40, "samengevoegd": 2**40,
    "afschriftvorm": "json", "vastgehouden": 2**40, "verzoek": 2**40, "inzageverzoek": 2**40,
    "markering": 2**40, "afscherming": 2**40, "vernietigingslijst": 2**40, "lijststap": "intrekken",
    "rechthebbende": uuid.UUID(int=2),
    "machtiging": 2**40, "geschilsoort": "landelijk", "correctie": "meldingsdag",
    "wegstap": "advies", "uitvraag": 2**40, "lijst": "spoed",
    "dossier": "2099-9999", "verblijf_dossier": "2099-9999", "opvang_dossier": "2099-9999", "opvang_document": 2**40,
    "document_dossier": "2099-9999", "bezwaar": 2**40, "besluit": "2099-9999", "document": 2**40, "betrokkene": 2**40,
    "eigen_termijn": "beslissing-op-bezwaar", "eigen_besluit": "2099-9999",
    "klok_dossier": "2099-9999", "klok_soort": "besluit", "apisleutel": 2**40,
    "collega": 2**40, "aanstelling": 2**40, "vervanging": 2**40, "mandaat": 2**40,
    "inwonervraag": 2**40, "klacht": 2**40, "afspraak": 2**40,
    "parameter": "bestaat.niet", "beleidsvoorstel": 2**40, "beleidswaarde": 2**40, "versievoorstel": 2**40,
    "eindevoorstel": 2**40, "gemeentecode": "0000", "voorstelsoort": "anders",
    "versie": "2099-01-01",
    "noodtoegang": 2**40, "herstelcode": 2**40, "mandaatvoorstel": 2**40, "noodverzoek": 2**40,
    "contact": 2**40, "verwerking": 2**40,
    "filter": 2**40, "verblijf": 2**40, "locatie": 2**40, "organisatie": 2**40, "bericht": uuid.UUID(int=1),
    "subsidie": "2099-9999", "betaling": "2099-9999", "declaratie": "2099-9999", "boeking": "2099-9999", "blok": 1,
}  # fmt: skip


@dataclass(frozen=True)
class Adres:
    """An address by its name, with the names of what stands in it."""

    naam: str
    velden: tuple[str, ...]

    @property
    def bekend(self) -> dict[str, tuple[str, str]]:
        return VULLEN.get(self.naam) or VULLEN.get(self.naam.partition(":")[0], {})

    def vulling(self) -> dict[str, tuple[str, str]]:
        """The kind of object for each. Fails on one that nobody wrote down."""
        bekend = self.bekend
        onbekend = [veld for veld in self.velden if veld not in bekend]
        assert not onbekend, f"{self.naam} heeft {onbekend}; schrijf in tests/web/adressen.py op hoe dat gevuld wordt"
        return {veld: bekend[veld] for veld in self.velden}

    def pad(self, waarden: dict[str, Any]) -> str:
        """The path with one object of each kind."""
        return reverse(self.naam, kwargs={veld: waarden[soort] for veld, (soort, _) in self.vulling().items()})

    @property
    def zicht(self) -> str:
        """Who may see the object: 'persoon', 'regio' or 'altijd'."""
        soorten = {self.bekend[veld][1] for veld in self.velden if veld in self.bekend}
        return next((soort for soort in ("persoon", "organisatie", "regio") if soort in soorten), "altijd")


def alle() -> list[Adres]:
    """Every address that has a name."""
    return sorted(_loop(get_resolver(), ""), key=lambda adres: (adres.naam, adres.velden))


def _loop(deel: URLResolver, ruimte: str) -> Iterator[Adres]:
    for patroon in deel.url_patterns:
        if isinstance(patroon, URLResolver) and patroon.namespace == "v1":
            continue  # no screens: tests/api has the matrix of the machine door
        if isinstance(patroon, URLResolver):
            yield from _loop(patroon, f"{patroon.namespace}:" if patroon.namespace else ruimte)
        elif isinstance(patroon, URLPattern):
            assert patroon.name, f"{patroon.pattern} heeft geen naam"
            yield Adres(ruimte + patroon.name, tuple(patroon.pattern.regex.groupindex))


def met_scherm() -> list[Adres]:
    """The addresses of screens: all but the open ones and those of allauth."""
    return [adres for adres in alle() if adres.naam not in OPEN and not adres.naam.startswith(VAN_ALLAUTH)]
