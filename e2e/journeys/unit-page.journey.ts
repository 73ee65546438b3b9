import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { attentionSchema } from '#contract/attention';
import { asCount, plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';
import { lastMonth } from './last-month.ts';

const MUARA_KAMAN = '64.02.11';
const TENGGARONG = '64.02.06';

describe('one unit', () => {
  const visitors = useVisitors();
  const { from, to } = lastMonth();

  it('is told with what needs attention in it first, and who answers for it', async () => {
    const page = await visitors.signedIn('bupati');
    const answer = await page.context().request.get(`/api/v1/attention?unit=${MUARA_KAMAN}`);
    const [first] = attentionSchema.parse(await answer.json()).items;
    const screen = await new Screen(page).open(`/unit/${MUARA_KAMAN}`);
    expect(first).toBeDefined();
    expect(plain(await screen.heading.textContent())).toBe(`Muara Kaman: ${plain(first?.sentence ?? '')}`);
    expect(plain(await screen.content.innerText())).toContain('Camat Muara Kaman');
    // Eight numbers are watched.
    const courses = page.locator('pandu-unit-trend');
    await courses.nth(7).waitFor();
    expect(await courses.count()).toBe(8);
    for (const course of await courses.all())
      expect(plain(await course.locator('.sentence').textContent())).not.toBe('');
  });

  it('leads from a count to as many records, every filter kept', async () => {
    const page = await visitors.signedIn('bupati');
    const screen = await new Screen(page).open(`/unit/${MUARA_KAMAN}?from=${from}&to=${to}&service=kk`);
    expect(screen.selection()).toEqual({ unit: MUARA_KAMAN, from, to, service: 'kk' });
    const line = page.locator('pandu-unit-counts .pairs > div').filter({ hasText: 'Permohonan jatuh tempo' });
    const count = plain(await line.locator('dd').textContent());
    await line.getByRole('link').click();
    await page.waitForURL('**/permohonan?**');
    await screen.complete();
    expect(screen.selection()).toEqual({
      unit: MUARA_KAMAN,
      from,
      to,
      service: 'kk',
      count: 'turnaround.due',
    });
    expect(plain(await screen.heading.textContent())).toContain(`${count} permohonan`);
  });

  it('gives way to the unit that is chosen, and to home when none is', async () => {
    const page = await visitors.signedIn('bupati');
    const screen = await new Screen(page).open(
      `/unit/${MUARA_KAMAN}?from=${from}&to=${to}&unit=${TENGGARONG}`,
    );
    expect(screen.selection()).toEqual({ unit: MUARA_KAMAN, from, to });
    await page.getByRole('navigation', { name: 'Jalur' }).getByRole('link').first().click();
    await page.waitForURL((url) => url.pathname === '/beranda');
    expect(screen.selection()).toEqual({ from, to });
    await page.goBack();
    await page.waitForURL((url) => url.pathname === `/unit/${MUARA_KAMAN}`);
    await screen.complete();
    expect(screen.selection()).toEqual({ unit: MUARA_KAMAN, from, to });
  });

  it('has a visit sheet of one page with three questions that says that the data are an example', async () => {
    const page = await visitors.signedIn('bupati');
    const screen = await new Screen(page).open(`/unit/${MUARA_KAMAN}`);
    await page.getByRole('link', { name: 'Lembar kunjungan kerja' }).click();
    await page.waitForURL((url) => url.pathname === `/unit/${MUARA_KAMAN}/kunjungan`);
    await page.locator('.questions li').nth(2).waitFor();
    await screen.complete();
    expect(await page.locator('.questions li').count()).toBe(3);
    const sheet = page.locator('.paper-sheet');
    expect(await sheet.locator('tbody tr').count()).toBe(5);
    expect(plain(await sheet.innerText())).toContain('DATA CONTOH – bukan kinerja sebenarnya');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length).toBe(1);
  });

  it('is one square of the map, with the number of the table, one click away', async () => {
    const page = await visitors.signedIn('bupati');
    const screen = await new Screen(page).open(
      `/peta?from=${from}&to=${to}&field=volume.received&bentuk=kotak`,
    );
    const matrix = await page.context().request.get(`/api/v1/measures/matrix?from=${from}&to=${to}`);
    const { items } = (await matrix.json()) as {
      items: { key: string; kind: string; volume: { received: number } }[];
    };
    const tiles = page.locator('.tiles a');
    expect(await tiles.count()).toBe(items.filter(({ kind }) => kind === 'kecamatan').length);
    const received = items.find(({ key }) => key === MUARA_KAMAN)?.volume.received ?? 0;
    const tile = tiles.filter({ hasText: 'Muara Kaman' });
    expect(plain(await tile.locator('.number').innerText())).toContain(asCount(received));
    await tile.click();
    await page.waitForURL((url) => url.pathname === `/unit/${MUARA_KAMAN}`);
    await screen.complete();
    expect(screen.selection()).toEqual({ unit: MUARA_KAMAN, from, to });
  });

  it('is the own one for a camat, and no other', async () => {
    const page = await visitors.signedIn('camat.tenggarong');
    const screen = await new Screen(page).open(`/unit/${TENGGARONG}`);
    expect(plain(await screen.heading.textContent())).toContain('Tenggarong: ');
    await page.goto(`/unit/${MUARA_KAMAN}`);
    await screen.alerts.first().waitFor();
    expect(await page.locator('pandu-unit-trend').count()).toBe(0);
  });

  for (const path of [`/unit/${MUARA_KAMAN}`, `/unit/${MUARA_KAMAN}/kunjungan`, '/peta'])
    for (const [width, colorScheme] of [
      [1366, 'light'],
      [360, 'dark'],
    ] as const)
      it(`has no violation on ${path} at ${String(width)} px, ${colorScheme}`, async () => {
        const page = await visitors.signedIn('bupati', { viewport: { width, height: 800 }, colorScheme });
        await new Screen(page).open(path);
        expect(await violations(page)).toEqual([]);
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect(wide).toBeLessThanOrEqual(width);
      });
});

async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page }).analyze();
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
}
