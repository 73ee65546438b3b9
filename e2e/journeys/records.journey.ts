import { AxeBuilder } from '@axe-core/playwright';
import { plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';
import { lastMonth } from './last-month.ts';

const MUARA_KAMAN = '64.02.11';

/** "33 permohonan …" → 33; "1.208 …" → 1208. */
const numberIn = (text: string | null): number => Number(/[\d.]+/.exec(text ?? '')?.[0].replaceAll('.', ''));

describe('the records behind a number', () => {
  const visitors = useVisitors();
  const { from, to } = lastMonth();
  const selection = { unit: MUARA_KAMAN, from, to, service: 'kk' };
  const filters = new URLSearchParams(selection).toString();

  it('are as many as the number says, and lead to one record and back with every filter kept', async () => {
    const page = await visitors.signedIn('bupati');
    const answer = await page.context().request.get(`/api/v1/measures/summary?${filters}`);
    const { turnaround } = (await answer.json()) as { turnaround: { due: number; dueMet: number } };
    const missed = turnaround.due - turnaround.dueMet;
    expect(missed).toBeGreaterThan(1);

    const screen = await new Screen(page).open(`/permohonan?${filters}&count=turnaround.dueMissed&sort=due`);
    expect(numberIn(await screen.heading.textContent())).toBe(missed);
    await page.locator('pandu-case-table tbody tr').first().waitFor();
    const shown = await page.locator('pandu-case-table tbody tr').count();
    expect(shown).toBe(Math.min(missed, 50));

    const link = page.locator('pandu-case-table tbody th a').first();
    const number = plain(await link.textContent());
    await link.click();
    await page.waitForURL('**/permohonan/*');
    await screen.complete();
    expect(plain(await screen.heading.textContent())).toContain(number);
    expect(await screen.content.innerText()).toContain('Mengapa tenggatnya');

    const path = page.getByRole('navigation', { name: 'Jalur' });
    await path.getByRole('link', { name: /^Tidak tepat waktu/ }).click();
    await page.waitForURL((url) => url.pathname === '/permohonan');
    await screen.complete();
    expect(screen.selection()).toEqual({ ...selection, count: 'turnaround.dueMissed', sort: 'due' });
    expect(numberIn(await screen.heading.textContent())).toBe(missed);
  });

  it('are found by their number and go along as a file', async () => {
    const page = await visitors.signedIn('bupati');
    const screen = await new Screen(page).open(`/permohonan?${filters}`);
    const number = plain(await page.locator('pandu-case-table tbody th a').first().textContent());
    await page.getByRole('searchbox', { name: 'Nomor permohonan' }).fill(number);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('search') === number);
    await screen.complete();
    expect(plain(await page.locator('pandu-case-table tbody th a').first().textContent())).toBe(number);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Unduh Excel' }).click();
    expect((await download).suggestedFilename()).toBe('permohonan.xlsx');
  });

  it('have no faults that a machine can find, at a desk and on a phone', async () => {
    for (const device of [undefined, PHONE]) {
      const page = await visitors.signedIn('camat.sebulu', device);
      const screen = await new Screen(page).open(`/permohonan?from=${from}&to=${to}`);
      const open = async (path: string): Promise<void> => {
        await screen.open(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`))
          .withContext(path)
          .toEqual([]);
        expect(await page.evaluate<number>('document.documentElement.scrollWidth'))
          .withContext(`${path} is no wider than the screen`)
          .toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      };
      await open(`/permohonan?from=${from}&to=${to}`);
      const first = await page.locator('pandu-case-table tbody th a').first().getAttribute('href');
      await open(first ?? '');
      await open(`/kepuasan/formulir?from=${from}&to=${to}&count=ikm.respondents`);
    }
  });

  it('are not offered to those without the right to single records', async () => {
    const page = await visitors.signedIn('organisasi');
    const screen = await new Screen(page).open('/permohonan');
    expect(await page.locator('pandu-case-table').count()).toBe(0);
    await screen.open(`/kepuasan/formulir?from=${from}&to=${to}`);
    expect(await page.locator('pandu-survey-list-page').count()).toBe(1);
  });
});
