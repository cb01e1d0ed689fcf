"""The addresses of the application."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from voordeur.schermen.views_stijl import stijl

urlpatterns: list[URLPattern | URLResolver] = [
    path("stijl/", stijl, name="stijl"),
]

handler403 = "voordeur.schermen.views_fouten.geen_toegang"
handler404 = "voordeur.schermen.views_fouten.niet_gevonden"
handler500 = "voordeur.schermen.views_fouten.mislukt"
