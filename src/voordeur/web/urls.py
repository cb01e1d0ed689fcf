"""The addresses of the application."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from voordeur.api.v1 import api
from voordeur.schermen.views_stijl import stijl

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("voordeur.web.urls_web")),
    path("", include("voordeur.web.inloggen.urls")),
    path("mijn/", include("voordeur.web.mijn.urls")),
    path("stijl/", stijl, name="stijl"),
    path("dossiers/", include("voordeur.toegang.urls")),
    path("aanbod/", include("voordeur.aanbod.urls")),
    path("verblijf/", include("voordeur.verblijf.urls")),
    path("opvang/", include("voordeur.opvang.urls")),
    path("geld/", include("voordeur.geld.urls")),
    path("verantwoording/", include("voordeur.verantwoording.urls")),
    path("beheer/", include("voordeur.beheer.urls")),
    path("beheer/api-sleutels/", include("voordeur.api.urls")),
    path("v1/", api.urls),
]

handler403 = "voordeur.web.fouten.geen_toegang"
handler404 = "voordeur.web.fouten.niet_gevonden"
handler500 = "voordeur.schermen.views_fouten.mislukt"
