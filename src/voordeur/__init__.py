"""Voordeur: regional agreements for beschermd wonen and maatschappelijke opvang, as data that runs."""

__version__ = "0.2.0"
