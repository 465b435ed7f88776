"""Fusen: plan, agree and test what a good lead is, across marketing and sales."""

__version__ = "0.1.0"
