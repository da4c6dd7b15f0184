import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}

# Contrast of every visible text with what is painted behind it (WCAG 2.2, 1.4.3).
CONTRAST = """() => {
  const lin = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const lum = ([r, g, b]) => .2126 * lin(r) + .7152 * lin(g) + .0722 * lin(b);
  const ground = e => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return matchMedia('(prefers-color-scheme: dark)').matches ? [22, 25, 29] : [255, 255, 255];
  };
  const poor = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.checkVisibility() || ['title', 'desc'].includes(e.tagName)) continue;
    const style = getComputedStyle(e);
    const colour = e.ownerSVGElement ? style.fill : style.color;
    let behind = e.ownerSVGElement ? ground(e.ownerSVGElement) : ground(e);
    const box = e.parentElement?.querySelector(':scope > rect, :scope > circle');
    if (e.ownerSVGElement && box && !e.closest('.bar')) behind = parse(getComputedStyle(box).fill);
    const [a, b] = [lum(parse(colour)), lum(behind)].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) poor.push([e.tagName, e.textContent.slice(0, 30), ratio.toFixed(2)]);
  }
  return poor;
}"""

NAMELESS = """() => [...document.querySelectorAll(
  'img, svg, [role=region], nav, aside'
)].filter(e => {
  const by = (e.getAttribute('aria-labelledby') || '').split(' ').filter(Boolean);
  const name = e.getAttribute('aria-label') || e.getAttribute('alt')
    || by.map(id => document.getElementById(id)?.textContent || '').join(' ');
  return !name.trim();
}).length"""


@pytest.fixture
def opened(browser: Browser, report: Path) -> Iterator[Page]:
    """The report opened from disk; anything the console says is a failure."""
    context = browser.new_context(offline=True, viewport=DESK)
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    yield page
    assert said == []
    assert {url.partition("#")[0] for url in asked} == {report.as_uri()}
    context.close()


def test_from_the_summary_to_a_claim_and_its_words(opened: Page) -> None:
    """An editor follows a contradicted statement to its claim, its rows, and its words."""
    heading = opened.get_by_role("heading", name="Statements the record contradicts")
    expect(heading).to_be_visible()
    opened.get_by_role("link", name="Claim 1", exact=True).first.click()
    card = opened.locator("article:target")
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("denied")
    expect(
        card.get_by_role("row", name=re.compile("2014.*292.*counter-example")).first
    ).to_be_visible()
    card.get_by_role("link", name="Show in the text").click()
    words = opened.locator(".text :target")
    expect(words).to_be_in_viewport()
    expect(words).to_have_text(
        "The Hill Front has never fought the River League in a meaningful way."
    )


def test_the_keyboard_reaches_everything(opened: Page) -> None:
    """The first tab stop skips to the content; every stop after it shows where it is."""
    opened.keyboard.press("Tab")
    expect(opened.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(opened.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    opened.keyboard.press("Enter")
    for _ in range(12):
        opened.keyboard.press("Tab")
        outline = opened.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
    assert opened.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_anyone_can_read_it(opened: Page, scheme: str, size: dict[str, int]) -> None:
    """Pictures have names, ids are single, text has contrast, nothing runs off sideways."""
    opened.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    opened.set_viewport_size({"width": size["width"], "height": size["height"]})
    assert opened.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert opened.locator("h1").count() == 1
    assert opened.evaluate(NAMELESS) == 0
    ids = opened.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    assert opened.evaluate(CONTRAST) == []
    for landmark in ("banner", "navigation", "main", "contentinfo"):
        expect(opened.get_by_role(landmark)).to_have_count(1)  # type: ignore[arg-type]  # a literal type


def test_it_prints(opened: Page) -> None:
    """Printing gives a PDF, in which the tables beside the plots are open."""
    assert opened.pdf(format="A4").startswith(b"%PDF")
    opened.emulate_media(media="print")
    for table in opened.locator("figure details").all():
        assert (table.bounding_box() or {"height": 0})["height"] > 60


def test_a_link_opens_a_folded_document(browser: Browser, report: Path) -> None:
    """Where documents are folded, following a link to a claim opens its document."""
    page = browser.new_page(viewport=DESK)
    folded = re.sub(r'(<details class="document"[^>]*) open', r"\1", report.read_text("utf-8"))
    copy = report.with_name("folded.html")
    copy.write_text(folded, encoding="utf-8")
    page.goto(copy.as_uri())
    expect(page.locator("article").first).to_be_hidden()
    page.get_by_role("link", name="Claim 1", exact=True).first.click()
    expect(page.locator("article:target")).to_be_in_viewport()
    page.close()
