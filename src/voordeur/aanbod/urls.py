"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, path

from . import views

app_name = "aanbod"
urlpatterns: list[URLPattern] = [
    path("", views.lijst, name="lijst"),
    path("<int:pk>/", views.aanbieder, name="aanbieder"),
    path("<int:pk>/contract/", views.contract, name="contract"),
    path("<int:pk>/locatie/", views.locatie, name="locatie"),
    path("locatie/<int:pk>/adres/", views.adres, name="adres"),
    path("locatie/<int:pk>/plekken/", views.plekken, name="plekken"),
]
