"""The screens of staff: the list, somebody's page, inviting, and who somebody is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from voordeur.kern.actor import Rol
from voordeur.kern.fouten import Geweigerd
from voordeur.kern.models import Account
from voordeur.schermen.bladeren import blad
from voordeur.schermen.bouwstenen import Gegeven
from voordeur.schermen.doorloop import Stap, doorloop
from voordeur.schermen.schil import Kruimel
from voordeur.schermen.verzoek import Verzoek, mag_openen, scherm

from .actions import mensen as doe
from .beeld import Blad, Cel, Deel, Knop, tabel
from .forms_mensen import Mensvelden, Uitnodigen, Welkom
from .fouten import BestaatAl, NogNietBevestigd
from .models import Uitnodiging
from .queries import mensen as vraag

BEHEER, LEIDING = doe.BEHEER, doe.LEIDING


def kruimels(*meer: Kruimel) -> tuple[Kruimel, ...]:
    """The way back: the list of staff, and what stands between."""
    return (Kruimel("Medewerkers", reverse("beheer:mensen")), *meer)


def van_mens(account: Account) -> Kruimel:
    """The page of somebody, as a way back."""
    return Kruimel(account.naam, reverse("beheer:mens", args=[account.pk]))


def naar(adres: str, *delen: Any) -> HttpResponse:
    """On to a page after something was done."""
    return HttpResponseRedirect(reverse(adres, args=delen), status=303)


def loop(
    request: Verzoek,
    stap: Stap,
    formulier: BaseForm,
    actie: Callable[[dict[str, Any]], str],
    naar_: str,
    bij_veld: dict[type[Geweigerd], str] | None = None,
) -> HttpResponse:
    """A step; `actie` does it and says what happened, then on to the address `naar_`."""

    def en_verder(ingevuld: dict[str, Any]) -> HttpResponse:
        messages.success(request, actie(ingevuld))
        return HttpResponseRedirect(naar_, status=303)

    return doorloop(request, stap, formulier, en_verder, bij_veld=bij_veld)


@scherm("beheer:mensen", LEIDING)
def mensen(request: Verzoek) -> HttpResponse:
    """Everybody who works here, with roles of today and the number of open dossiers."""
    zoek = request.GET.get("zoek", "").replace("\0", "").strip()[:100]
    bladzijde = blad(
        request,
        vraag.mensen(request.actor, zoek).prefetch_related("aanstellingen__college", "aanstellingen__organisatie"),
    )
    lasten = vraag.caseload(request.actor)
    rijen = [
        (
            Cel(account.naam, reverse("beheer:mens", args=[account.pk])),
            _rollen(account, request),
            str(lasten.get(account.pk, 0)),
            "" if account.is_active else "gesloten",
        )
        for account in bladzijde.rijen
    ]
    knoppen = (
        (Knop("Nodig iemand uit", reverse("beheer:uitnodigen"), hoofd=True),) if _mag(request, "uitnodigen") else ()
    )
    deel = Deel(
        "lijst",
        "Wie werkt hier?",
        f"{bladzijde.totaal} gevonden.",
        tabel("Medewerkers", ("Naam", "Rollen van vandaag", "Open dossiers", "Account"), rijen),
        leeg="Wij vinden niemand met deze naam.",
    )
    pagina = Blad("Medewerkers", "Wie hier werkt, met welke rol en wie voor wie waarneemt.", knoppen, (deel,))
    return render(
        request, "beheer/mensen.html", {"pagina": pagina, "blad": bladzijde, "zoek": zoek, "hier": request.path}
    )


def _mag(request: Verzoek, naam: str) -> bool:
    return mag_openen(request.actor, f"beheer:{naam}", request.vandaag)


def _rollen(account: Account, request: Verzoek) -> str:
    delen = [
        f"{deel.rol}, {vraag.waar(deel)}"
        for deel in account.aanstellingen.all()
        if vraag.stand(deel.periode, request.vandaag) == "nu"
    ]
    return "; ".join(delen) or "geen rol vandaag"


@scherm("beheer:mens", LEIDING)
def mens(request: Verzoek, pk: int) -> HttpResponse:
    """One of the staff: data, roles with their history, who stands in, the dossiers."""
    account = vraag.mens_of_404(request.actor, pk)
    delen = (
        _gegevens(request, account),
        _rolkaart(request, account),
        _vervangkaart(request, account),
        _lastkaart(request, account),
    )
    lead = "Dit account is gesloten." if not account.is_active else account.functie
    return render(
        request,
        "beheer/blad.html",
        {
            "pagina": Blad(account.naam, lead, delen=delen),
            "kruimels": kruimels(),
            "kruimel_hier": account.naam,
            "blad": None,
        },
    )


def _gegevens(request: Verzoek, account: Account) -> Deel:
    open_ = Uitnodiging.objects.filter(account=account, klaar_om=None).first()
    laatste = f"{account.laatste_dag:%d-%m-%Y}" if account.laatste_dag else "niet bekend"
    gegevens = (
        Gegeven("E-mailadres", account.email),
        Gegeven("Functie", account.functie or "niet ingevuld"),
        Gegeven("Telefoon", account.telefoon or "niet ingevuld"),
        Gegeven("Laatste dag", laatste),
        Gegeven("Code om in te loggen", _codestand(open_)),
    )
    keuzes: tuple[tuple[str, str], ...] = (
        ("mens_wijzig", "Wijzig de gegevens"),
        ("opnieuw_uitnodigen", "Maak een nieuwe code"),
        ("vertrek", "Leg het vertrek vast"),
    )
    if not account.is_active:
        keuzes = (("heropenen", "Open dit account weer"),)
    return Deel("gegevens", "Gegevens", gegevens=gegevens, knoppen=_knoppen(request, account, *keuzes))


def _codestand(open_: Uitnodiging | None) -> str:
    if open_ is None:
        return "er is geen code open"
    if open_.herstel and open_.bevestigd_door is None:
        return "wacht op een tweede persoon"
    return f"open tot en met {open_.tot_en_met:%d-%m-%Y}"


def _knoppen(request: Verzoek, account: Account, *keuzes: tuple[str, str]) -> tuple[Knop, ...]:
    if not account.is_active:
        keuzes = tuple(keuze for keuze in keuzes if keuze[0] == "heropenen")
    return tuple(
        Knop(naam, reverse(f"beheer:{scherm_}", args=[account.pk]))
        for scherm_, naam in keuzes
        if _mag(request, scherm_)
    )


def _rolkaart(request: Verzoek, account: Account) -> Deel:
    rijen = [
        (
            deel.rol.capitalize(),
            vraag.waar(deel),
            vraag.in_dagen(deel.periode),
            _einde(request, "rol_einde", deel.pk, deel.periode),
        )
        for deel in vraag.aanstellingen(account)
    ]
    return Deel(
        "rollen",
        "Rollen",
        "Ook rollen die voorbij zijn, blijven hier staan.",
        tabel("Rollen", ("Rol", "Waar", "Wanneer", "Wijzig"), rijen),
        knoppen=_knoppen(request, account, ("rol_geven", "Geef een rol")),
        leeg="Er is nog geen rol.",
    )


def _einde(request: Verzoek, scherm_: str, pk: int, periode: Any) -> Cel:
    if vraag.stand(periode, request.vandaag) == "voorbij":
        return Cel("voorbij")
    if not _mag(request, scherm_):
        return Cel("")
    return Cel("Kies een laatste dag", reverse(f"beheer:{scherm_}", args=[pk]))


def _vervangkaart(request: Verzoek, account: Account) -> Deel:
    door = [(f"Vervangen door {deel.vervanger.naam}", deel) for deel in vraag.vervangingen(vervangt=account)]
    zelf = [(f"Vervangt {deel.vervangt.naam}", deel) for deel in vraag.vervangingen(vervanger=account)]
    rijen = [
        (
            wat,
            deel.college.naam,
            vraag.in_dagen(deel.periode),
            _einde(request, "vervanging_einde", deel.pk, deel.periode),
        )
        for wat, deel in (*door, *zelf)
    ]
    return Deel(
        "vervanging",
        "Vervanging",
        "Wie vervangt, heeft ook het werk en de rollen van de ander.",
        tabel("Vervanging", ("Wie", "Gemeente", "Wanneer", "Wijzig"), rijen),
        knoppen=_knoppen(request, account, ("vervanging", "Kies een vervanger")),
        leeg="Er is geen vervanging.",
    )


def _lastkaart(request: Verzoek, account: Account) -> Deel:
    aantal = vraag.dossiers_van(account).count()
    knoppen = _knoppen(request, account, ("overdragen", "Draag dossiers over")) if aantal else ()
    return Deel("dossiers", "Open dossiers", gegevens=(Gegeven("Aantal dat u mag zien", str(aantal)),), knoppen=knoppen)


@scherm("beheer:uitnodigen", BEHEER)
def uitnodigen(request: Verzoek) -> HttpResponse:
    """Invite somebody; without a mail server the code is shown once, to hand over."""
    stap = Stap(
        "Nodig iemand uit",
        "Maak het account",
        reverse("beheer:mensen"),
        controle=False,
        kruimels=kruimels(),
        uitleg="U geeft daarna een rol. Zonder rol ziet iemand niets.",
    )

    def actie(ingevuld: dict[str, Any]) -> HttpResponse:
        bij = doe.beheert(request.actor, None, request.vandaag)
        wie = doe.Mens(ingevuld["naam"], ingevuld["functie"], ingevuld["telefoon"])
        return toon_code(request, doe.nodig_uit(request.actor, bij, wie, ingevuld["email"], op=request.vandaag).object)

    return doorloop(request, stap, Uitnodigen(request.POST or None), actie, bij_veld={BestaatAl: "email"})


class Leeg(Mensvelden):
    """Nothing to fill in: only the button."""

    def __init__(self, *delen: Any, **velden: Any) -> None:
        super().__init__(*delen, **velden)
        self.fields.clear()


def toon_code(request: Verzoek, uitnodiging: Uitnodiging) -> HttpResponse:
    """What happened to the code: it went out by mail, or it stands here once; it may wait for a second person."""
    adres = request.build_absolute_uri(reverse("beheer:welkom"))
    code: str = uitnodiging.eenmalig
    gemaild = doe.mail_code(uitnodiging.account, code, adres)
    inhoud = {
        "uitnodiging": uitnodiging,
        "account": uitnodiging.account,
        "gemaild": gemaild,
        "code": "" if gemaild else code,
        "wacht": uitnodiging.herstel,
        "adres": adres,
        "kruimels": kruimels(van_mens(uitnodiging.account)),
        "kruimel_hier": "De code",
    }
    return render(request, "beheer/code.html", inhoud)


@scherm("beheer:mens_wijzig", BEHEER)
def wijzig(request: Verzoek, pk: int) -> HttpResponse:
    """Change name, function or telephone."""
    account = vraag.mens_of_404(request.actor, pk)
    begin = {"naam": account.naam, "functie": account.functie, "telefoon": account.telefoon}
    stap = Stap(
        "Wijzig de gegevens",
        "Bewaar de gegevens",
        van_mens(account).adres,
        controle=False,
        kruimels=kruimels(van_mens(account)),
    )

    def actie(ingevuld: dict[str, Any]) -> str:
        bij = doe.beheert(request.actor, None, request.vandaag)
        doe.wijzig_mens(request.actor, bij, account, doe.Mens(**ingevuld), op=request.vandaag)
        return "De gegevens zijn bewaard."

    return loop(request, stap, Mensvelden(request.POST or None, initial=begin), actie, van_mens(account).adres)


@require_http_methods(["GET", "POST"])
def welkom(request: HttpRequest) -> HttpResponse:
    """For who was invited and is nobody here yet: the code, and a password of their own choice."""
    stap = Stap(
        "Welkom bij Voordeur",
        "Bewaar mijn wachtwoord",
        reverse("account_login"),
        controle=False,
        uitleg="Kies een wachtwoord met de code die u kreeg.",
    )
    if request.method == "POST":
        te_vaak: HttpResponse | None = ratelimit.consume_or_429(request, action="login")
        if te_vaak is not None:
            return te_vaak
    formulier = Welkom(request.POST or None)

    def actie(ingevuld: dict[str, Any]) -> HttpResponse:
        if not doe.verzilver(
            ingevuld["email"], ingevuld["code"], ingevuld["wachtwoord"], op=settings.VOORDEUR_VANDAAG or localdate()
        ):
            raise OnbekendeCode
        messages.success(request, "Uw wachtwoord is bewaard. Log nu in.")
        return naar("account_login")

    return doorloop(request, stap, formulier, actie, bij_veld={OnbekendeCode: "code", NogNietBevestigd: "code"})


class OnbekendeCode(Geweigerd):
    """The address and the code do not belong together, or the code is over."""

    def __init__(self) -> None:
        super().__init__("Deze code werkt niet bij dit e-mailadres. Vraag uw beheerder om een nieuwe code.")


ROLLEN_VAN_PERSONEEL = [(rol.value, rol.value.capitalize()) for rol in Rol if rol not in (Rol.INWONER, Rol.GEMACHTIGDE)]
