"""The addresses of the screens of the keys."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from . import views

app_name = "api"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.lijst, name="sleutels"),
    path("nieuw/", views.nieuw, name="sleutel_nieuw"),
    path("<int:pk>/bevestigen/", views.bevestigen, name="sleutel_bevestigen"),
    path("<int:pk>/einde/", views.einde, name="sleutel_einde"),
]
