"""The addresses of requests about own data, of keeping and destroying, and of shielding."""

from __future__ import annotations

from django.urls import URLPattern, path

from . import views_afscherming, views_bewaren, views_termijnen

urlpatterns: list[URLPattern] = [
    path("verzoeken/", views_bewaren.lijst, name="verzoeken"),
    path("verzoeken/<int:pk>/", views_bewaren.een, name="verzoek"),
    path("verzoeken/<int:pk>/beslissen/", views_bewaren.beslissen, name="verzoek_beslissen"),
    path("verzoeken/<int:pk>/verlengen/", views_bewaren.verlengen, name="verzoek_verlengen"),
    path("verzoeken/<int:pk>/vernietigen/", views_bewaren.uitvoeren, name="verzoek_uitvoeren"),
    path("verzoeken/dossier/<str:nummer>/", views_bewaren.nieuw, name="verzoek_nieuw"),
    path("bewaren/", views_termijnen.lijst, name="bewaren"),
    path("bewaren/langer/<uuid:inwoner>/", views_termijnen.langer, name="langer"),
    path("bewaren/lijst/", views_termijnen.maken, name="lijst_maken"),
    path("bewaren/lijst/<int:pk>/", views_termijnen.een, name="vernietigingslijst"),
    path("bewaren/lijst/<int:pk>/weglaten/<uuid:inwoner>/", views_termijnen.weglaten, name="lijst_weglaten"),
    path("bewaren/lijst/<int:pk>/<str:wat>/", views_termijnen.verder, name="lijst_stap"),
    path("afscherming/", views_afscherming.lijst, name="afschermingen"),
    path("afscherming/<int:pk>/bevestigen/", views_afscherming.bevestigen, name="afscherming_bevestigen"),
    path("afscherming/<int:pk>/opheffen/", views_afscherming.opheffen, name="afscherming_opheffen"),
    path("veilig/<str:nummer>/", views_afscherming.veilig, name="veilig"),
    path("veilig/<str:nummer>/afschermen/", views_afscherming.afschermen, name="afschermen"),
    path("veilig/<str:nummer>/waarschuwen/", views_afscherming.waarschuwen, name="waarschuwen"),
    path("veilig/<str:nummer>/<int:pk>/weg/", views_afscherming.waarschuwing_weg, name="waarschuwing_weg"),
    path("brieven/", views_afscherming.vastgehouden, name="vastgehouden"),
    path("brieven/<int:pk>/", views_afscherming.vastgehouden_brief, name="vastgehouden_brief"),
]
