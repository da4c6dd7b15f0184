"""Repairs for text taken out of a layout. Never used on plain text or Markdown."""

import ftfy

# Curly quotes and width stay as written; entities are the HTML parser's business.
_CONFIG = ftfy.TextFixerConfig(
    unescape_html=False, uncurl_quotes=False, fix_character_width=False, explain=False
)


def cleaned(text: str) -> str:
    """Undo wrong decodings and ligatures, drop control characters, compose (NFC)."""
    return ftfy.fix_text(text, _CONFIG).replace("\0", "").strip()
