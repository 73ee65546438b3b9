import type { Page } from 'playwright-core';

/** This long without anything on its way is "network idle". */
const QUIET_MS = 500;

/** What one page has asked of the network, as the browser counted it. */
export interface Traffic {
  /** Bytes on the wire: answers with their headers, compressed as they came. */
  readonly bytes: number;
  /** Calls of the API, such as `GET /api/v1/session`; the stream of events is not among them. */
  readonly apiCalls: readonly string[];
  /** Hosts that were asked, with their port. */
  readonly hosts: readonly string[];
  /** Answers that were refused or failed, with their status. */
  readonly refused: readonly string[];
}

/** Counts the traffic of `visit` from its first request until the network is idle. */
export async function countTraffic(page: Page, visit: () => Promise<unknown>): Promise<Traffic> {
  const browser = await page.context().newCDPSession(page);
  const open = new Map<string, string>();
  const apiCalls: string[] = [];
  const hosts = new Set<string>();
  const refused: string[] = [];
  let bytes = 0;
  let lastMove = performance.now();

  browser.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    const { host, pathname, protocol } = new URL(request.url);
    // Parts of the page itself; they do not travel.
    if (protocol === 'data:' || protocol === 'blob:') return;
    hosts.add(host);
    // The stream of events stays open as long as the page.
    if (type === 'EventSource') return;
    if (pathname.startsWith('/api/')) apiCalls.push(`${request.method} ${pathname}`);
    open.set(requestId, request.url);
    lastMove = performance.now();
  });
  browser.on('Network.responseReceived', ({ response }) => {
    if (response.status >= 400) refused.push(`${String(response.status)} ${response.url}`);
  });
  browser.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!open.delete(requestId)) return;
    bytes += encodedDataLength;
    lastMove = performance.now();
  });
  // A request that is given up after its answer was read has travelled all the same.
  const received = new Map<string, number>();
  browser.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    received.set(requestId, (received.get(requestId) ?? 0) + encodedDataLength);
  });
  browser.on('Network.loadingFailed', ({ requestId }) => {
    if (!open.delete(requestId)) return;
    bytes += received.get(requestId) ?? 0;
    lastMove = performance.now();
  });

  await browser.send('Network.enable');
  await visit();
  await new Promise<void>((idle) => {
    const timer = setInterval(() => {
      if (open.size > 0 || performance.now() - lastMove < QUIET_MS) return;
      clearInterval(timer);
      idle();
    }, QUIET_MS / 10);
  });
  await browser.detach();
  return { bytes, apiCalls, hosts: [...hosts], refused };
}
