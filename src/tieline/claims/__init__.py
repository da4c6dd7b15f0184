"""Claims, read by grammar."""
