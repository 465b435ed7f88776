"""Definitions on datasets: verdicts, sentence, SQL, Excel formulas, differences, back-test."""
