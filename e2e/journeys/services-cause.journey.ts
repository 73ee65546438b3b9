import { createHash } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';
import { lastMonth } from './last-month.ts';

const MUARA_KAMAN = '64.02.11';
const SEBULU = '64.02.07';

describe('from a number of the services to its cause', () => {
  const visitors = useVisitors();
  const { from, to } = lastMonth();
  const address = `/layanan?unit=${MUARA_KAMAN}&service=kk&from=${from}&to=${to}`;

  it('leads from the finding to the desks, the pauses and the records', async () => {
    const page = await visitors.signedIn('bupati');
    const screen = await new Screen(page).open(address);
    expect(plain(await screen.heading.textContent())).toMatch(/\S+ .*\.$/);

    const query = { unit: MUARA_KAMAN, service: 'kk', from, to };
    const answer = await page.request.get('/api/v1/service-stages', { params: query });
    const { items } = (await answer.json()) as {
      items: { step: string; unit: { name: string } }[];
    };
    const desks = page.locator('pandu-stage-times');
    if (items.length === 0) await desks.getByText(/^Belum ada data tahap\./).waitFor();
    expect((await desks.locator('tbody th').allTextContents()).map(plain)).toEqual(
      items.map(({ step, unit }) => `${step}, ${unit.name}`),
    );

    // The share and the count under it say the same, and the count leads to its records with every filter.
    const margin = page.locator('pandu-services-margin');
    const due = margin.locator('dl.pairs > div').filter({ hasText: /^\s*Jatuh tempo/ });
    const link = due.getByRole('link');
    expect(plain(await link.textContent())).toMatch(/^[\d.]+$/);
    const target = new URL((await link.getAttribute('href')) ?? '', 'http://pandu');
    expect(target.pathname).toBe('/permohonan');
    expect(Object.fromEntries(target.searchParams)).toEqual({ ...query, count: 'turnaround.due' });
  });

  it('keeps a note at its point until who wrote it takes it away', async () => {
    const page = await visitors.signedIn('bupati');
    await new Screen(page).open(address);
    const words = `Catatan perjalanan ${String(Date.now() % 100_000)}`;
    await page.getByRole('button', { name: 'Beri catatan' }).click();
    const dialog = page.getByRole('dialog', { name: 'Beri catatan' });
    await dialog.getByRole('button', { name: 'Simpan catatan' }).click();
    await dialog.getByText(/paling sedikit 3 huruf/).waitFor();
    await dialog.getByRole('textbox', { name: 'Apa yang terjadi?' }).fill(words);
    await dialog.getByRole('button', { name: 'Simpan catatan' }).click();
    await dialog.waitFor({ state: 'detached' });

    const remark = page.locator('pandu-trend-remarks').getByRole('listitem').filter({ hasText: words });
    await remark.waitFor();
    const chart = page.getByRole('slider');
    expect(await pointsWith(chart, words)).toEqual([await lastPoint(chart)]);

    await remark.getByRole('button', { name: `Hapus catatan: ${words}` }).click();
    await remark.waitFor({ state: 'detached' });
    expect(await pointsWith(chart, words)).toEqual([]);
  });

  it('leads to another unit by its small chart, with every filter kept', async () => {
    const page = await visitors.signedIn('bupati');
    const screen = await new Screen(page).open(address);
    const small = page.locator('pandu-measure-multiples');
    expect(await small.getByRole('link').count()).toBeGreaterThan(5);
    await small.getByRole('link', { name: /^Sebulu/ }).click();
    await page.waitForURL((url) => url.searchParams.get('unit') === SEBULU);
    await screen.complete();
    expect(screen.selection()).toEqual({ unit: SEBULU, service: 'kk', from, to });
    expect(await small.getByRole('link', { name: /^Sebulu/ }).getAttribute('aria-current')).toBe('true');
  });

  it('gives evidence whose digest anybody can check', async () => {
    const page = await visitors.signedIn('bupati');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await new Screen(page).open(address);
    await page.getByRole('button', { name: 'Salin sebagai bukti' }).click();
    await page.getByText('Bukti tersalin.').waitFor();
    const text: string = await page.evaluate('navigator.clipboard.readText()');
    const [, body, digest] = /^(.*)\nSHA-256: ([0-9a-f]{64})$/s.exec(text) ?? [];
    expect(
      createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
    ).toBe(digest ?? 'no digest');
    expect(body).toContain('DATA CONTOH');
    expect(body).toContain('turnaround.dueMetShare');
    expect(body).toContain(address);
  });
});

/** The number of the last point of a chart, from 1. */
async function lastPoint(chart: Locator): Promise<number> {
  return Number(await chart.getAttribute('aria-valuemax'));
}

/** Walks a chart by keyboard and gives the numbers of the points whose words hold `words`. */
async function pointsWith(chart: Locator, words: string): Promise<readonly number[]> {
  const page: Page = chart.page();
  const found: number[] = [];
  await chart.focus();
  await page.keyboard.press('Home');
  for (let point = 1; point <= (await lastPoint(chart)); point += 1) {
    // The words follow the key with the next drawing: what is read must be of this point.
    await chart.and(page.locator(`[aria-valuenow="${point}"]`)).waitFor();
    if ((await chart.getAttribute('aria-valuetext'))?.includes(words) === true) found.push(point);
    await page.keyboard.press('ArrowRight');
  }
  return found;
}
