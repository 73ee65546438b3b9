import { DOCUMENT, EnvironmentInjector, Injector, afterNextRender, inject } from '@angular/core';

/** How long what was done may take to change the page, also on a slow link. */
const ANSWERED_MS = 10_000;

/**
 * Keeps the place of whoever works without a mouse: a button that cannot be pressed while its work is under way loses the
 * focus, and so does one that is gone afterwards. Call it in an injection context; what it gives is called when the work
 * begins, and what that gives when it is over.
 */
export function focusKeeper(): () => () => void {
  const document = inject(DOCUMENT);
  // Not that of the screen: a form is often gone when its work is over.
  const injector = inject(EnvironmentInjector).get(Injector);
  return () => {
    const held = document.activeElement;
    return () => {
      afterNextRender(
        () => {
          // Somebody who has gone on meanwhile is not called back.
          if (held instanceof HTMLElement && held !== document.body && isNowhere(document))
            focusOrHeading(held, document);
        },
        { injector },
      );
    };
  };
}

function isNowhere({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body;
}

/**
 * The focus to this element; where it is gone, or goes with the list that is read anew, to the heading, which says what the
 * page has become.
 */
export function focusOrHeading(held: HTMLElement, document: Document): void {
  if (held.isConnected) {
    held.focus();
    whenGone(held, () => focusOrHeading(held, document), document);
    return;
  }
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** Says once that the element left the page with the focus, if it does so while the answer to a deed is still awaited. */
function whenGone(held: HTMLElement, then: () => void, document: Document): void {
  const watch = new MutationObserver(() => {
    if (held.isConnected) return;
    watch.disconnect();
    if (isNowhere(document)) then();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), ANSWERED_MS);
}
