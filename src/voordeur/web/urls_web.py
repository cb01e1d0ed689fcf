"""The addresses of the web door itself."""

from __future__ import annotations

from django.urls import URLPattern, path

from . import (
    views_aanbieder,
    views_afschrift,
    views_algemeen,
    views_demo,
    views_demo_inwoner,
    views_filters,
    views_regio,
    views_werk,
)

app_name = "web"
urlpatterns: list[URLPattern] = [
    path("", views_algemeen.begin, name="begin"),
    path("werk/", views_werk.werkvoorraad, name="werkvoorraad"),
    path("werk/filters/", views_filters.bewaren, name="filter_bewaren"),
    path("werk/filters/<int:nummer>/weg/", views_filters.weg, name="filter_weg"),
    path("werk/verzoeken/<int:pk>/afschrift/<str:vorm>/", views_afschrift.afschrift, name="afschrift"),
    path("aanbieder/", views_aanbieder.aanbieder, name="aanbieder"),
    path("regio/", views_regio.regio, name="regio"),
    path("regio/<int:jaar>/", views_regio.regio_jaar, name="regio_jaar"),
    path("inloggen/demo/", views_demo.kies_account, name="kies_account"),
    path("inloggen/demo/inwoner/", views_demo_inwoner.kies_inwoner, name="kies_inwoner"),
    path("toegankelijkheid/", views_algemeen.toegankelijkheid, name="toegankelijkheid"),
    path("privacy/", views_algemeen.privacy, name="privacy"),
    path("hulp/", views_algemeen.hulp, name="hulp"),
]
