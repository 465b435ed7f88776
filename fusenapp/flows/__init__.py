"""Ways through the house that the window and the command line share."""
