"""The endpoints, by what they are about. Their annotations are read by ninja when they are made."""
