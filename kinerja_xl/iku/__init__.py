"""Rules of the indicators: one family is one .py (functions) and one .toml (numbers and cases)."""
