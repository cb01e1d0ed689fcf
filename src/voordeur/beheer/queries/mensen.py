"""What is asked about staff: who works here, which rights they have and had, who stands in for whom."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from voordeur.kern.actor import Actor, Rol
from voordeur.kern.models import Aanstelling, Account, College, Mandaatregel, Organisatie, Vervanging
from voordeur.kern.perioden import gesloten
from voordeur.regels.verwoorden import schrijf_datum
from voordeur.toegang.models import Dossier


def mensen(wie: Actor, zoek: str = "") -> QuerySet[Account]:
    """The staff of the region, by name; what was typed is looked for in name and address."""
    gezocht = Account.objects.filter(regio_id=wie.regio, soort=Account.Soort.MEDEWERKER)
    if zoek:
        gezocht = gezocht.filter(Q(naam__icontains=zoek) | Q(email__icontains=zoek))
    return gezocht.order_by("-is_active", "naam", "id")


def mens_of_404(wie: Actor, pk: int) -> Account:
    """Somebody of the staff of the region; the account of a resident or of another region is not there."""
    gevonden = mensen(wie).filter(pk=pk).first()
    if gevonden is None:
        raise Http404
    return gevonden


def aanstellingen(account: Account) -> QuerySet[Aanstelling]:
    """Every role that somebody has, had or will have, the newest first."""
    return (
        Aanstelling.objects.filter(account=account).select_related("college", "organisatie").order_by("-periode", "id")
    )


def vervangingen(**velden: Any) -> QuerySet[Vervanging]:
    """Who stands in for whom, the newest first."""
    gezocht = Vervanging.objects.filter(**velden).select_related("vervangt", "vervanger", "college")
    return gezocht.order_by("-periode", "id")


def mandaten_van(**velden: Any) -> QuerySet[Mandaatregel]:
    """The register of powers, also what ended, by what it is over."""
    gezocht = Mandaatregel.objects.filter(**velden).select_related("van", "aan", "aan_organisatie")
    return gezocht.order_by("handeling", "van__naam", "-periode", "id")


def dossiers_van(account: Account) -> QuerySet[Dossier]:
    """The open dossiers that somebody handles, as far as the one who acts may see them."""
    return (
        Dossier.objects.filter(behandelaar=account.pk)
        .exclude(stap="afgesloten")
        .select_related("inwoner")
        .order_by("id")
    )


def caseload(wie: Actor) -> dict[int, int]:
    """How many open dossiers each account handles, as far as may be seen; one query."""
    open_ = Dossier.objects.exclude(stap="afgesloten").exclude(behandelaar=None).order_by()
    return dict(open_.values_list("behandelaar").annotate(aantal=Count("id")))


def waar(deel: Aanstelling) -> str:
    """The college or the organisation of a role."""
    if deel.college is not None:
        return f"gemeente {deel.college.naam}"
    return deel.organisatie.naam if deel.organisatie else ""


def in_dagen(periode: Any) -> str:
    """'sinds 2 maart 2026', 'van 2 maart 2026 tot en met 3 april 2026'."""
    dagen = gesloten(periode)
    if dagen.tot is None:
        return f"sinds {schrijf_datum(dagen.van)}"
    return f"van {schrijf_datum(dagen.van)} tot en met {schrijf_datum(dagen.tot)}"


def stand(periode: Any, op: date) -> str:
    """Whether a period is now, later or over."""
    dagen = gesloten(periode)
    if dagen.van > op:
        return "later"
    return "voorbij" if dagen.tot is not None and dagen.tot < op else "nu"


def plekken(wie: Actor, op: date) -> dict[str, College | Organisatie]:
    """Where somebody may give a role: every place for who manages the centre, else the own college."""
    eigen = {deel.college for deel in wie.rollen_op(op) if deel.rol == Rol.FUNCTIONEEL_BEHEERDER}
    colleges = list(College.objects.order_by("-centrum", "naam"))
    centraal = any(college.centrum and college.code in eigen for college in colleges)
    gevonden: dict[str, College | Organisatie] = {
        f"college-{college.code}": college for college in colleges if centraal or college.code in eigen
    }
    if centraal:
        gevonden |= {f"organisatie-{deel.pk}": deel for deel in Organisatie.objects.order_by("naam", "id")}
    return gevonden


def naam_van_plek(plek: College | Organisatie) -> str:
    """How a place is called in a list of choices."""
    return f"Gemeente {plek.naam}" if isinstance(plek, College) else plek.naam
