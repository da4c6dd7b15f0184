"""A page as a browser's parser sees it, for tests."""

from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """All tags with attributes, and the text inside each element of a class."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[tuple[str, str, list[str]]] = []
        self.unclosed: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag, and begin collecting its text."""
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if tag not in VOID:
            self._open.append((tag, attributes.get("class") or "", []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that SVG closes at once."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Keep the text of the element that ends; anything unclosed is noted."""
        while self._open:
            name, classes, text = self._open.pop()
            for word in classes.split():
                self.texts.setdefault(word, []).append("".join(text))
            if name == tag:
                return
            self.unclosed.append(name)

    def handle_data(self, data: str) -> None:
        """Give text to every open element, but the notes' numbers to themselves alone."""
        inside = [name for name, _, _ in self._open]
        for _, _, text in self._open[inside.index("sup") if "sup" in inside else 0 :]:
            text.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """Attributes of every element of that name."""
        return [attributes for name, attributes in self.tags if name == tag]

    def ids(self) -> list[str]:
        """Every id in the page."""
        return [attributes["id"] or "" for _, attributes in self.tags if "id" in attributes]
