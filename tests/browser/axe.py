"""axe-core over a page: WCAG 2.2 A and AA and best practices."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async ([rules, known]) => {
  const looks = one => {
    const {color, fontSize, fontWeight, textShadow} = getComputedStyle(one);
    const look = [color, fontSize, fontWeight, textShadow];
    for (let up = one; up; up = up.parentElement) {
      const {backgroundColor, backgroundImage, opacity, position} = getComputedStyle(up);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none' || opacity !== '1' ||
          !['static', 'relative'].includes(position)) look.push(backgroundColor, backgroundImage, opacity, position);
    }
    return look.join(' ');
  };
  const shown = [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() &&
    (one.value || [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())));
  const found = new Map(shown.map(one => [looks(one), one]).filter(([look]) => !known.includes(look)));
  axe.configure({rules: [{id: 'color-contrast', selector: '[data-look]'}]});
  for (const one of found.values()) one.dataset.look = '';
  const {violations, incomplete} = await axe.run({runOnly: rules, resultTypes: ['violations', 'incomplete']});
  for (const one of found.values()) delete one.dataset.look;
  const told = [...violations, ...incomplete].flatMap(({id, nodes}) => nodes.map(
    ({html, any}) => `${id}: ${html.slice(0, 160)} ${any.map(why => why.message)}`));
  return [told, [...found.keys()]];
}"""
_known: set[str] = set()
"""The looks of texts whose contrast was measured: it is the same wherever a text has that look again."""


def in_the_way(page: Page) -> list[str]:
    """What is against a rule, and what axe leaves to be decided. Contrast, which takes longest, is told once a look."""
    page.evaluate(AXE_SCRIPT)
    told, looks = page.evaluate(RUN, [RULES, sorted(_known)])
    _known.update(looks)
    return list(told)
