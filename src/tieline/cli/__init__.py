"""The command line: options in, rows out. Imports only the workbench and errors."""
