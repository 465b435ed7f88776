"""The user's verbs: plain functions over a Document, one transaction and one undo step each.

Every function takes the Document first; an unknown id is an InputError, nothing is changed then.
"""
