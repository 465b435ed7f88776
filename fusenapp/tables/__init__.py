"""Spreadsheets in: grid, tables, typed dataset with provenance."""
