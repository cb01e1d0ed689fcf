"""An invented region at work: five agreements, their organisations and staff, and residents in every stage.

Only the actions of the slices are called, with the day on which a thing was done and the account that did it; so what
the rules refuse cannot be in the demo. Regions, municipalities, organisations, mandates and accounts have no actions
yet and are written as the ground stores them (`regio.py`). The same seed and day give the same content.
"""
