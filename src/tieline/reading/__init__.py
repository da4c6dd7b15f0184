"""From a file to documents: find it, decode or parse it, learn what it says of itself."""
