"""The vocabulary as data (`codebook.toml`), and its loader."""
