"""Filters of the work list that somebody keeps under a name of their own."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST

from voordeur.kern.actor import Rol
from voordeur.schermen.verzoek import Verzoek, scherm
from voordeur.toegang.actions import bewaar_filter, haal_filter_weg

from .views_werk import Zoekformulier

LANGSTE_VRAAG = 300
BEWAARDERS = {Rol.CONSULENT, Rol.TEAMLEIDER, Rol.TOEZICHTHOUDER, Rol.BESTUURDER}


class Filternaam(forms.Form):
    """What a filter is called, and what it asks for."""

    naam = forms.CharField(max_length=60, error_messages={"required": "Geef het filter een naam."})
    vraag = forms.CharField(max_length=LANGSTE_VRAAG, required=False)

    def clean_vraag(self) -> str:
        """Only what the filters of the work list know: the address is made by us, never taken over."""
        vraag = QueryDict(self.cleaned_data["vraag"], mutable=True)
        for naam in set(vraag) - set(Zoekformulier.base_fields):
            del vraag[naam]
        adres = vraag.urlencode()
        if len(adres) > LANGSTE_VRAAG:
            raise forms.ValidationError("Dit filter is te lang om te bewaren. Maak het korter.")
        return adres


@require_POST
@scherm("web:filter_bewaren", BEWAARDERS)
def bewaren(request: Verzoek) -> HttpResponse:
    """Keep the filter that is on, and show the list by it again."""
    formulier = Filternaam(request.POST)
    vraag = ""
    if formulier.is_valid():
        vraag = formulier.cleaned_data["vraag"]
        try:
            bewaar_filter(request.actor, formulier.cleaned_data["naam"], vraag)
            messages.success(request, f"Het filter '{formulier.cleaned_data['naam']}' is bewaard.")
        except ValueError as fout:
            messages.error(request, str(fout))
    else:
        messages.error(request, " ".join(str(fout) for fouten in formulier.errors.values() for fout in fouten))
    return HttpResponseRedirect(f"{reverse('web:werkvoorraad')}?{vraag}", status=303)


@require_POST
@scherm("web:filter_weg", BEWAARDERS)
def weg(request: Verzoek, nummer: int) -> HttpResponse:
    """Throw a filter of one's own away."""
    haal_filter_weg(request.actor, nummer)
    messages.success(request, "Het filter is weg.")
    return HttpResponseRedirect(reverse("web:werkvoorraad"), status=303)
