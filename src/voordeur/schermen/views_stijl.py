"""One page with every building block, filled with invented content: for who builds, and for the tests."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from . import stijl_voorbeelden as voorbeelden


class Proefformulier(forms.Form):
    """Every sort of field once."""

    naam = forms.CharField(
        label="Naam",
        help_text="Schrijf de naam zoals in het paspoort.",
        error_messages={"required": "Vul een naam in."},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    gemeente = forms.ChoiceField(
        label="Gemeente",
        choices=[("", "Kies een gemeente"), ("a", "Aldervoorde"), ("b", "Brinkum")],
        error_messages={"required": "Kies een gemeente."},
    )
    contact = forms.ChoiceField(
        label="Hoe wilt u iets horen?",
        choices=[("bel", "Telefoon"), ("brief", "Brief")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies telefoon of brief."},
    )
    notitie = forms.CharField(label="Notitie", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    kopie = forms.BooleanField(label="Stuur mij een kopie", required=False)


def stijl(request: HttpRequest) -> HttpResponse:
    """With `?proef=1` the form has been sent, so that its errors show."""
    formulier = Proefformulier(request.GET if "proef" in request.GET else None)
    fout = formulier.is_bound and not formulier.is_valid()
    return render(request, "schermen/stijl.html", inhoud(request.path, formulier), status=422 if fout else 200)


def inhoud(hier: str, formulier: forms.Form) -> dict[str, Any]:
    """Everything that the page shows."""
    return {
        "schil": voorbeelden.schil(hier),
        "kruimels": voorbeelden.kruimels(hier),
        "kruimel_hier": "Zaak 2026-0417",
        "formulier": formulier,
        "stappen": voorbeelden.STAPPEN,
        "chips": voorbeelden.CHIPS,
        "taken": voorbeelden.taken(hier),
        "conclusie": voorbeelden.CONCLUSIE,
        "termijn": voorbeelden.termijn(),
        "tijdlijn": voorbeelden.tijdlijn(hier),
        "gegevens": voorbeelden.GEGEVENS,
        "gemeenten": voorbeelden.GEMEENTEN,
        "hier": hier,
    }
