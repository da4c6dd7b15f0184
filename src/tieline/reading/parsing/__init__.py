"""One parser a format, run in the child process: bytes to text and metadata."""
