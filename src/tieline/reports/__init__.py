"""Claims and findings as pages, tables and exports. Everything shown is passed in."""
