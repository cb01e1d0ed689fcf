"""The addresses of local policy."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from . import views_beleid as beleid
from . import views_versies as versies
from . import views_voorstel as voorstel

urlpatterns: list[URLPattern | URLResolver] = [
    path("", beleid.overzicht, name="beleid"),
    path("tekst/", beleid.tekst, name="beleid_tekst"),
    path("verlengen/", beleid.verlengen, name="beleid_verlengen"),
    path("invullen/<str:naam>/", beleid.invullen, name="beleid_invullen"),
    path("waarde/<int:pk>/", voorstel.waarde, name="beleid_waarde"),
    path("waarde/<int:pk>/beeindigen/", voorstel.beeindigen, name="beleid_beeindigen"),
    path("einde/<int:pk>/", voorstel.einde, name="beleid_einde"),
    path("voorstel/<slug:soort>/<int:pk>/afwijzen/", voorstel.afwijzen, name="voorstel_afwijzen"),
    path("voorstel/<slug:soort>/<int:pk>/intrekken/", voorstel.weg, name="voorstel_weg"),
    path("versie/nieuw/", versies.nieuw, name="versie_nieuw"),
    path("versie/<int:pk>/", versies.voorstel, name="versie"),
    path("versie/<slug:versie>/intrekken/", versies.intrekken, name="versie_intrekken"),
]
