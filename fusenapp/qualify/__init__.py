"""Definitions on datasets: verdicts, sentence, SQL, Excel formula, back-test."""
