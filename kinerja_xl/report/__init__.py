"""Reports: the same Laporan as text on a terminal or as JSON in a file."""
