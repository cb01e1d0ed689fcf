"""The addresses of moving in."""

from __future__ import annotations

from django.urls import path

from . import views_inlezen as views

urlpatterns = [
    path("", views.inlezen, name="inlezen"),
    path("sjablonen/<slug:soort>.<slug:vorm>", views.sjabloon, name="inlezen_sjabloon"),
    path("nieuw/", views.nieuw, name="inlezen_nieuw"),
    path("<int:pk>/", views.een_set, name="inlezen_set"),
    path("<int:pk>/rijen/<slug:soort>/", views.rijen, name="inlezen_rijen"),
    path("<int:pk>/bestand/", views.bestand, name="inlezen_bestand"),
    path("<int:pk>/bestand/<slug:soort>/weg/", views.bestand_weg, name="inlezen_bestand_weg"),
    path("<int:pk>/toetsen/", views.toetsen, name="inlezen_toetsen"),
    path("<int:pk>/aanbieden/", views.aanbieden, name="inlezen_aanbieden"),
    path("<int:pk>/uitvoeren/", views.uitvoeren, name="inlezen_uitvoeren"),
    path("<int:pk>/terug/", views.terug, name="inlezen_terug"),
    path("<int:pk>/afronden/", views.afronden, name="inlezen_afronden"),
    path("<int:pk>/weg/", views.weg, name="inlezen_weg"),
    path("<int:pk>/fouten/", views.fouten, name="inlezen_fouten"),
]
