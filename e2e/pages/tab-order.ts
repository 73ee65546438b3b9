import type { Page } from 'playwright-core';

/** What the Tab key passes on a page, and what it should. */
export interface TabOrder {
  /** Every visible control, in the order in which the page is read. */
  readonly controls: readonly string[];
  /** Where the focus was after each press, from the top of the page until it left it. */
  readonly stops: readonly string[];
  /** Stops whose focus could not be seen. */
  readonly unseen: readonly string[];
}

/**
 * Numbers the visible controls in the order of the document. Of a group of radio buttons the Tab key reaches the
 * chosen one only; the arrow keys reach the others.
 */
const NUMBER_CONTROLS = `(() => {
  const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const isOtherRadio = (element) => element.type === 'radio' && !element.checked &&
    document.querySelector('input[type=radio][name="' + element.name + '"]:checked') !== null;
  window.panduControls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter((element) => !element.disabled && element.tabIndex >= 0 && visible(element) && !isOtherRadio(element));
  window.panduName = (element, index) => index + ' ' + element.localName + ' ' +
    (element.getAttribute('aria-label') ?? element.textContent ?? element.name ?? '').trim().replace(/\\s+/g, ' ').slice(0, 40);
  document.activeElement?.blur();
  window.scrollTo(0, 0);
  return window.panduControls.map(window.panduName);
})()`;

/** Name of the control with the focus and whether that can be seen; null when the focus is on none. */
const READ_FOCUS = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body || element === document.documentElement) return null;
  const outlined = (candidate) => candidate !== null && getComputedStyle(candidate).outlineStyle !== 'none';
  return {
    name: window.panduName(element, window.panduControls.indexOf(element)),
    seen: outlined(element) || outlined(element.closest('label')),
  };
})()`;

/** Presses Tab from the top of the page until the focus leaves it. */
export async function walkByTab(page: Page): Promise<TabOrder> {
  const controls: readonly string[] = await page.evaluate(NUMBER_CONTROLS);
  const stops: string[] = [];
  const unseen: string[] = [];
  // One press more than there are controls: a focus that is caught somewhere must come to an end, too.
  for (let press = 0; press <= controls.length; press += 1) {
    await page.keyboard.press('Tab');
    const focus: { readonly name: string; readonly seen: boolean } | null = await page.evaluate(READ_FOCUS);
    if (focus === null) break;
    stops.push(focus.name);
    if (!focus.seen) unseen.push(focus.name);
  }
  return { controls, stops, unseen };
}
