import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { Language, TranslationLoader } from '../core/language.ts';
import { DataTable } from './data-table.ts';
import type { Column } from './table-column.ts';

interface Row {
  readonly unit: string;
  readonly share: number | null;
}

const columns: readonly Column<Row>[] = [
  { id: 'unit', header: 'Unit', numeric: false, text: (row) => row.unit, raw: (row) => row.unit },
  {
    id: 'share',
    header: 'Tepat waktu',
    sub: 'jatuh tempo',
    numeric: true,
    text: (row) => (row.share === null ? 'tidak ada data' : `${String(row.share)} %`),
    raw: (row) => row.share,
    mark: (row) => (row.share === null ? { kind: 'no-data', label: 'tidak ada data' } : null),
  },
];
const rows: readonly Row[] = [
  { unit: 'Anggana', share: 89 },
  { unit: 'Tabang', share: null },
  { unit: 'Sebulu', share: 97 },
];

describe('DataTable', () => {
  async function show(): Promise<HTMLElement & { detect: () => Promise<void> }> {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideTransloco({
          config: { availableLangs: ['id', 'en'], defaultLang: 'id' },
          loader: TranslationLoader,
        }),
      ],
    });
    await TestBed.inject(Language).restore();
    const fixture = TestBed.createComponent(DataTable<Row>);
    fixture.componentRef.setInput('columns', columns);
    fixture.componentRef.setInput('rows', rows);
    fixture.componentRef.setInput('caption', 'Semua unit');
    fixture.componentRef.setInput('opens', (row: Row) =>
      row.unit === 'Sebulu' ? { unit: '64.02.07' } : null,
    );
    await fixture.whenStable();
    return Object.assign(fixture.nativeElement as HTMLElement, {
      detect: () => fixture.whenStable().then(() => undefined),
    });
  }

  const names = (table: HTMLElement): string[] =>
    [...table.querySelectorAll('tbody th')].map((cell) => cell.textContent?.trim() ?? '');

  it('keeps the order in which rows come until a header is chosen', async () => {
    expect(names(await show())).toEqual(['Anggana', 'Tabang', 'Sebulu']);
  });

  it('sorts by a header, the largest first, then the other way, with what has no value last', async () => {
    const table = await show();
    const header = table.querySelectorAll<HTMLButtonElement>('thead button')[1];
    header?.click();
    await table.detect();
    expect(names(table)).toEqual(['Sebulu', 'Anggana', 'Tabang']);
    expect(table.querySelectorAll('thead th')[1]?.getAttribute('aria-sort')).toBe('descending');
    header?.click();
    await table.detect();
    expect(names(table)).toEqual(['Anggana', 'Sebulu', 'Tabang']);
    expect(table.querySelectorAll('thead th')[1]?.getAttribute('aria-sort')).toBe('ascending');
    expect(table.querySelectorAll('thead th')[0]?.hasAttribute('aria-sort')).toBe(false);
  });

  it('says in words and by a sign that there are no data, never 0', async () => {
    const cell = (await show()).querySelectorAll('tbody tr')[1]?.querySelector('td');
    expect(cell?.textContent).toContain('tidak ada data');
    expect(cell?.textContent).not.toContain('0');
    expect(cell?.querySelector('svg')?.getAttribute('aria-label')).toBe('tidak ada data');
  });

  it('keeps a place for signs only in a column that has any', async () => {
    const table = await show();
    expect([...table.querySelectorAll('thead th')].map((head) => head.classList.contains('signed'))).toEqual([
      false,
      true,
    ]);
    expect(
      [...table.querySelectorAll('tbody tr')].map((row) => row.querySelectorAll('.sign').length),
    ).toEqual([1, 1, 1]);
  });

  it('says that there are more columns only where they do not fit', async () => {
    const table = await show();
    const hint = (): Element | null => table.querySelector('pandu-scroll-hint .note');
    const resized = (): Promise<void> =>
      new Promise((done) => {
        // The browser tells of a change of size with the next frames.
        setTimeout(() => void table.detect().then(done), 100);
      });
    table.style.width = '1000px';
    await resized();
    expect(hint()).toBeNull();
    expect(table.querySelector('pandu-scroll-hint [tabindex]')).toBeNull();
    table.style.width = '60px';
    await resized();
    expect(table.querySelector('pandu-scroll-hint [role=region]')?.getAttribute('tabindex')).toBe('0');
    expect(hint()?.textContent).toContain('Geser tabel ke samping');
  });

  it('leads on only from rows that lead somewhere', async () => {
    const links = [...(await show()).querySelectorAll('tbody a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/?unit=64.02.07']);
  });
});
