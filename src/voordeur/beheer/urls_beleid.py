"""The addresses of local policy."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from . import views_beleid as beleid
from . import views_versies as versies

urlpatterns: list[URLPattern | URLResolver] = [
    path("", beleid.overzicht, name="beleid"),
    path("verlengen/", beleid.verlengen, name="beleid_verlengen"),
    path("invullen/<str:naam>/", beleid.invullen, name="beleid_invullen"),
    path("waarde/<int:pk>/", beleid.waarde, name="beleid_waarde"),
    path("waarde/<int:pk>/weg/", beleid.waarde_weg, name="beleid_waarde_weg"),
    path("waarde/<int:pk>/beeindigen/", beleid.beeindigen, name="beleid_beeindigen"),
    path("versie/nieuw/", versies.nieuw, name="versie_nieuw"),
    path("versie/<int:pk>/", versies.voorstel, name="versie"),
    path("versie/<int:pk>/weg/", versies.voorstel_weg, name="versie_weg"),
    path("versie/<slug:versie>/intrekken/", versies.intrekken, name="versie_intrekken"),
]
