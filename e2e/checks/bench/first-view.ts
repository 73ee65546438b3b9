import { launchChromium } from '../../browser.ts';

/** What a browser transfers for /beranda, signed in, with an empty cache, until the network is idle. */
export async function measureFirstView(
  origin: string,
  username: string,
  password: string,
): Promise<{ kilobytes: number; apiCalls: number }> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
    const signedIn = await context.request.post(`${origin}/api/v1/session`, { data: { username, password } });
    if (!signedIn.ok()) throw new Error(`sign-in: ${signedIn.status()}`);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    let bytes = 0;
    const calls: string[] = [];
    const streams = new Set<string>();
    devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/api/v1/events') streams.add(requestId);
      else if (pathname.startsWith('/api/')) calls.push(pathname);
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (!streams.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(`${origin}/beranda`);
    let settled = -1;
    while (settled !== bytes) {
      settled = bytes;
      await page.waitForTimeout(1_000);
    }
    return { kilobytes: Math.round(bytes / 100) / 10, apiCalls: calls.length };
  } finally {
    await browser.close();
  }
}
