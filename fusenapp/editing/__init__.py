"""The user's verbs, one transaction each."""
