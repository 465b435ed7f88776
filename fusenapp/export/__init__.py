"""A frozen snapshot becomes an Excel workbook."""
