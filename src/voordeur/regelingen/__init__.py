"""The agreements: dated files with articles, their schema and their loader."""
