"""The way in: melding, onderzoek, aanvraag, besluit."""
