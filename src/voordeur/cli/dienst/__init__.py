"""Running Voordeur: one process that watches over the web door, the worker and the embedded PostgreSQL.

- `voordeur dienst` runs `wacht.draai`: it opens the port, prepares, starts the children and stops all of it.
- A child is `python -m voordeur.cli.dienst.kind NAAM`. It ends by itself when the one that watches is gone.
- Everything that is set comes from the environment (`omgeving.py`); a child gets no other settings.
"""
