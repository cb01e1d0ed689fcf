"""The screens of standing in, handing a caseload over, and leaving."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse

from voordeur.inwoner.queries import namen_van
from voordeur.kern.models import College, Vervanging
from voordeur.kern.queries import namen_van_accounts
from voordeur.schermen.doorloop import Stap
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.toegang.fouten import GeenCollega
from voordeur.toegang.queries_toewijzen import behandelaars_van

from .actions import vertrek as doe
from .actions.mensen import beheert
from .forms_mensen import LaatsteDag, Overdragen, Vertrek, Vervangformulier
from .fouten import AlVervangen, GeenVervanger, InHetVerleden, NietUzelf, VerkeerdeDagen
from .queries import mensen as vraag
from .views_mensen import BEHEER, LEIDING, kruimels, loop, van_mens
from .views_rollen import EINDEFOUTEN


@scherm("beheer:vervanging", LEIDING)
def vervanging(request: Verzoek, pk: int) -> HttpResponse:
    """Choose who has the work and the roles of somebody during leave."""
    account = vraag.mens_of_404(request.actor, pk)
    collegas = vraag.mensen(request.actor).filter(is_active=True).exclude(pk__in=(pk, request.actor.account or 0))
    namen = dict(collegas.filter(aanstellingen__college__isnull=False).distinct().values_list("pk", "naam"))
    colleges = {
        deel.code: deel
        for deel in College.objects.filter(pk__in=vraag.aanstellingen(account).order_by().values("college"))
    }
    formulier = Vervangformulier(
        request.POST or None,
        initial={"van": request.vandaag},
        vervangers=[(str(nummer), naam) for nummer, naam in namen.items()],
        colleges=[(code, deel.naam) for code, deel in colleges.items()],
    )
    stap = Stap(
        f"Wie vervangt {account.naam}?",
        "Leg de vervanging vast",
        van_mens(account).adres,
        "De vervanger houdt het eigen werk en krijgt dit werk erbij.",
        kruimels=kruimels(van_mens(account)),
    )

    def actie(ingevuld: dict[str, Any]) -> str:
        college = colleges[ingevuld["college"]]
        vervanger = vraag.mens_of_404(request.actor, int(ingevuld["vervanger"]))
        bij = beheert(request.actor, college.code, request.vandaag)
        doe.geef_vervanging(
            request.actor,
            bij,
            account,
            vervanger,
            college,
            van=ingevuld["van"],
            tot=ingevuld["tot"],
            op=request.vandaag,
        )
        return f"{vervanger.naam} vervangt {account.naam} in deze dagen."

    fouten = {
        InHetVerleden: "van",
        VerkeerdeDagen: "tot",
        AlVervangen: "van",
        GeenVervanger: "vervanger",
        NietUzelf: "vervanger",
    }
    return loop(request, stap, formulier, actie, van_mens(account).adres, bij_veld=dict(fouten))


@scherm("beheer:vervanging_einde", LEIDING)
def vervanging_einde(request: Verzoek, pk: int) -> HttpResponse:
    """Let a replacement end sooner."""
    rij = Vervanging.objects.filter(pk=pk).select_related("vervangt", "vervanger", "college").first()
    if rij is None:
        raise Http404
    terug = van_mens(rij.vervangt).adres
    stap = Stap(
        "Laat de vervanging eerder stoppen",
        "Bewaar de laatste dag",
        terug,
        controle=False,
        uitleg=f"{rij.vervanger.naam} vervangt {rij.vervangt.naam}.",
        kruimels=kruimels(van_mens(rij.vervangt)),
    )

    def actie(ingevuld: dict[str, Any]) -> str:
        bij = beheert(request.actor, rij.college.code, request.vandaag)
        doe.beeindig_vervanging(request.actor, bij, rij, laatste_dag=ingevuld["laatste_dag"], op=request.vandaag)
        return "De vervanging stopt op deze dag."

    formulier = LaatsteDag(request.POST or None, initial={"laatste_dag": request.vandaag})
    return loop(request, stap, formulier, actie, terug, bij_veld=dict(EINDEFOUTEN))


@scherm("beheer:overdragen", LEIDING - BEHEER)
def overdragen(request: Verzoek, pk: int) -> HttpResponse:
    """Hand over all dossiers of somebody, or some: the division is shown before anything changes."""
    account = vraag.mens_of_404(request.actor, pk)
    dossiers = {deel.pk: deel for deel in vraag.dossiers_van(account)}
    namen = namen_van([deel.inwoner for deel in dossiers.values()])
    collegas = behandelaars_van(request.actor.colleges, request.vandaag)
    collegas.pop(account.pk, None)
    keuzes = [(str(nummer), f"{deel.nummer}, {namen[deel.inwoner_id]}") for nummer, deel in dossiers.items()]
    formulier = Overdragen(
        request.POST or None,
        initial={"dossiers": [sleutel for sleutel, _ in keuzes]},
        dossiers=keuzes,
        collegas=[(str(nummer), naam) for nummer, naam in collegas.items()],
    )
    verdeling = _verdeling(formulier)
    wie = namen_van_accounts(verdeling.values())
    extra = {"verdeling": [(dict(keuzes)[str(dossier)], wie.get(naar, "")) for dossier, naar in verdeling.items()]}
    stap = Stap(
        f"Draag de dossiers van {account.naam} over",
        "Draag over",
        van_mens(account).adres,
        extra=extra,
        controleblad="beheer/controleer_verdeling.html",
        kruimels=kruimels(van_mens(account)),
    )

    def actie(_: dict[str, Any]) -> str:
        college = next((deel.college for deel in request.actor.rollen_op(request.vandaag) if deel.college), None)
        doe.draag_over(
            request.actor, beheert(request.actor, college, request.vandaag), account, verdeling, op=request.vandaag
        )
        return f"{len(verdeling)} dossiers hebben een andere behandelaar."

    return loop(request, stap, formulier, actie, van_mens(account).adres, bij_veld={GeenCollega: "aan"})


def _verdeling(formulier: Overdragen) -> dict[int, int]:
    if not (formulier.is_bound and formulier.is_valid()):
        return {}
    gekozen = formulier.cleaned_data
    return doe.verdeel([int(deel) for deel in gekozen["dossiers"]], [int(deel) for deel in gekozen["aan"]])


@scherm("beheer:vertrek", BEHEER)
def vertrek(request: Verzoek, pk: int) -> HttpResponse:
    """The last day of somebody; what nobody took over waits for the team leader."""
    account = vraag.mens_of_404(request.actor, pk)
    stap = Stap(
        f"Leg het vertrek van {account.naam} vast",
        "Leg het vertrek vast",
        van_mens(account).adres,
        "Rollen en vervangingen stoppen op die dag. Open dossiers wachten daarna op een nieuwe behandelaar.",
        kruimels=kruimels(van_mens(account)),
    )

    def actie(ingevuld: dict[str, Any]) -> str:
        bij = beheert(request.actor, None, request.vandaag)
        doe.laat_vertrekken(request.actor, bij, account, op=request.vandaag, **ingevuld)
        nu = "Het account is gesloten." if not account.is_active else "Na die dag sluit het account vanzelf."
        return f"Het vertrek is vastgelegd. {nu}"

    formulier = Vertrek(request.POST or None, initial={"laatste_dag": request.vandaag})
    return loop(request, stap, formulier, actie, van_mens(account).adres, bij_veld=dict(EINDEFOUTEN))
