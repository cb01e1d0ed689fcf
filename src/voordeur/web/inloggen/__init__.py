"""Logging in, on django-allauth: which of its pages there are, what they say, and who gets in."""
