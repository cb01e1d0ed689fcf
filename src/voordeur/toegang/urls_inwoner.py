"""The addresses of what residents ask. `VAST` comes before the number of a dossier, `VAN_DOSSIER` after it."""

from __future__ import annotations

from django.urls import path

from . import views_afspraken, views_inwonervragen, views_klachten, views_klachtenjaar

VAST = [
    path("vragen-van-inwoners/", views_inwonervragen.lijst, name="inwonervragen"),
    path("klachten/", views_klachten.lijst, name="klachten"),
    path("klachten/jaar/", views_klachtenjaar.jaar, name="klachten_jaar"),
]
VAN_DOSSIER = [
    path("<str:nummer>/inwonervraag/<int:pk>/", views_inwonervragen.beantwoorden, name="inwonervraag"),
    path("<str:nummer>/klacht/nieuw/", views_klachten.nieuw, name="klacht_nieuw"),
    path("<str:nummer>/klacht/<int:pk>/", views_klachten.klacht, name="klacht"),
    path("<str:nummer>/klacht/<int:pk>/doorsturen/", views_klachten.doorsturen, name="klacht_doorsturen"),
    path("<str:nummer>/klacht/<int:pk>/persoon/", views_klachten.persoon, name="klacht_persoon"),
    path("<str:nummer>/klacht/<int:pk>/uitstel/", views_klachten.verdagen, name="klacht_verdagen"),
    path("<str:nummer>/klacht/<int:pk>/oordeel/", views_klachten.afhandelen, name="klacht_afhandelen"),
    path("<str:nummer>/afspraak/", views_afspraken.nieuw, name="afspraak_nieuw"),
    path("<str:nummer>/afspraak/<int:pk>/", views_afspraken.verzetten, name="afspraak_verzetten"),
    path("<str:nummer>/afspraak/<int:pk>/afzeggen/", views_afspraken.afzeggen, name="afspraak_afzeggen"),
]
