"""The `.fusen` file: journal, working copy, publishing, recovery, blobs."""
