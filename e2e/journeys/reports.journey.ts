import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { extractText } from 'unpdf';
import { plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';
import { lastMonth } from './last-month.ts';

const MONTH = `grain=month&from=${lastMonth().from}`;
const REPORTS = ['laporan-kinerja', 'publikasi-ikm', 'ringkasan-wa'] as const;

describe('a report on the screen', () => {
  const visitors = useVisitors();

  it('shows every figure that the server describes, as the server writes it', async () => {
    const page = await visitors.signedIn('bupati');
    for (const report of REPORTS) {
      await new Screen(page).open(`/laporan/${report}?${MONTH}`);
      const told = await toldFigures(page, report);
      expect(told.size).withContext(report).toBeGreaterThan(2);
      const shown = await shownFigures(page);
      expect(differences(told, shown)).withContext(report).toEqual([]);

      // A single other digit would be seen.
      const [id, text] = [...told].find(([, words]) => /\d/.test(words)) ?? ['', ''];
      const other = new Map(told).set(
        id,
        text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
      );
      expect(differences(other, shown)).withContext(report).toEqual([id]);
    }
  });

  it('says how far its figures have come, and leads to the month before', async () => {
    const page = await visitors.signedIn('bupati');
    await new Screen(page).open('/laporan/laporan-kinerja?grain=month&from=2026-04-01');
    await page.getByRole('link', { name: 'Maret 2026' }).click();
    await page.waitForURL((url) => url.searchParams.get('from') === '2026-03-01');
    const screen = await new Screen(page).complete();
    expect(screen.selection()).toEqual({ grain: 'month', from: '2026-03-01', to: '2026-03-31' });
    expect(plain(await page.locator('article header').textContent())).toMatch(
      /Kutai Kartanegara · Maret 2026.*(Angka sementara per .* masih dapat berubah|Angka (tetap|perbaikan), ditetapkan)/s,
    );
    expect(
      await page.goto('/laporan/tidak-ada').then(() => page.getByRole('heading').first().textContent()),
    ).not.toBe('Laporan Kinerja Pelayanan');
  });

  it('is saved as PDF and as a workbook under a name that says what it is', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    await new Screen(page).open(`/laporan/publikasi-ikm?${MONTH}`);
    const month = lastMonth().from.slice(0, 7);
    for (const [verb, ending] of [
      ['Unduh PDF', 'pdf'],
      ['Unduh Excel', 'xlsx'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: verb, exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`indeks-kepuasan-masyarakat-ikm_sebulu_${month}.${ending}`);
    }
  });

  it('gives its brief to the clipboard, with the address where all of it stands', async () => {
    const page = await visitors.signedIn('bupati');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await new Screen(page).open(`/laporan/laporan-kinerja?${MONTH}`);
    await page.getByRole('button', { name: 'Salin ringkasan' }).click();
    await page.getByText('Ringkasan tersalin. Tempelkan di WhatsApp.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const answer = await page.request.get(`/api/v1/reports/ringkasan-wa/file?${MONTH}&format=text`);
    expect(copied.startsWith(await answer.text())).toBeTrue();
    expect(copied.length).toBeLessThanOrEqual(900);
    const link = copied.split('\n').at(-1) ?? '';
    await new Screen(page).open(link);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Laporan Kinerja Pelayanan');
  });

  it('offers the brief beside the report that it sums up, and beside no other', async () => {
    const page = await visitors.signedIn('bupati');
    await new Screen(page).open(`/laporan/publikasi-ikm?${MONTH}`);
    await page.getByRole('button', { name: 'Unduh PDF', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Salin ringkasan' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Cetak laporan ini' }).count()).toBe(1);
  });

  it('fits a telephone, and has no violation in either theme', async () => {
    const page = await visitors.signedIn('camat.sebulu', PHONE);
    const found: string[] = [];
    for (const report of REPORTS) {
      await new Screen(page).open(`/laporan/${report}?${MONTH}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
        .withContext(report)
        .toBeLessThanOrEqual(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
        for (const { id, nodes } of violations)
          found.push(...nodes.map(({ target }) => `${report} ${colorScheme}, ${id}: ${target.join(' ')}`));
      }
    }
    expect(found).toEqual([]);
  });

  it('prints on A4 with its figures and without what only a screen needs', async () => {
    const page = await visitors.signedIn('bupati');
    await new Screen(page).open(`/laporan/publikasi-ikm?${MONTH}`);
    const told = await toldFigures(page, 'publikasi-ikm');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
    const words = plain(text);
    expect(words).toContain('DATA CONTOH');
    expect(words).not.toContain('Unduh PDF');
    for (const [id, figure] of told) expect(words).withContext(id).toContain(plain(figure));
  });
});

interface Told {
  readonly id: string;
  readonly text: string;
}

/** Every figure of the answer, by its address. */
async function toldFigures(page: Page, report: string): Promise<Map<string, string>> {
  const answer = await page.request.get(`/api/v1/reports/${report}?${MONTH}`);
  return new Map(figuresIn(await answer.json()).map(({ id, text }) => [id, text]));
}

function figuresIn(part: unknown): Told[] {
  if (typeof part !== 'object' || part === null) return [];
  const isFigure = 'id' in part && 'value' in part && 'unit' in part && 'text' in part;
  return [...(isFigure ? [part as Told] : []), ...Object.values(part).flatMap(figuresIn)];
}

/** Every figure of the screen, by its address; of a chart all that is told of its points. */
async function shownFigures(page: Page): Promise<{ byId: Map<string, string>; charts: string }> {
  const numbers = await page
    .locator('[data-figure]')
    .evaluateAll((elements) =>
      elements.map((element) => [
        element.getAttribute('data-figure') ?? '',
        (element.querySelector('b') ?? element).textContent ?? '',
      ]),
    );
  const charts = await page
    .locator('pandu-report-chart svg')
    .evaluateAll((drawings) => drawings.map((drawing) => drawing.getAttribute('aria-label') ?? ''));
  const targets = await page.locator('pandu-report-chart svg text').allTextContents();
  return {
    byId: new Map(numbers.map(([id = '', text = '']) => [id, plain(text)])),
    charts: plain([...charts, ...targets].join('; ')),
  };
}

/** The addresses whose figure is not shown as it was told. */
function differences(
  told: ReadonlyMap<string, string>,
  { byId, charts }: { readonly byId: ReadonlyMap<string, string>; readonly charts: string },
): string[] {
  return [...told]
    .filter(([id, text]) => (byId.has(id) ? byId.get(id) !== plain(text) : !charts.includes(plain(text))))
    .map(([id]) => id);
}
