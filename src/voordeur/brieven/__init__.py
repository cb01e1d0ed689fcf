"""The renderer of letters: typed values in, accessible PDF (PDF/UA-1) out.

It knows no slice, no Django, no clock and no network. A letter is a `Besluit`, an `Opschorting` or an
`Ontvangstbevestiging` (`soorten.py`). `maak_pdf` (`pdf.py`) checks it (`controle.py`), adds the sentences that the law
asks for (`opbouw*.py`) and prints it with `brief.typ`. What a person typed travels as data and is never read as markup.
"""
