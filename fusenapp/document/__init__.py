"""The shared document: records in a CRDT, transactions, changes, undo, merge."""
