"""The addresses of the resident's own pages."""

from __future__ import annotations

from django.urls import URLPattern, path

from . import views

app_name = "mijn"
urlpatterns: list[URLPattern] = [path("", views.begin, name="begin")]
