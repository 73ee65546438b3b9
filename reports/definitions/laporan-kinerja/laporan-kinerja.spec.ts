import type { PartDefinition } from '../../report-definition.ts';
import { findReport, REPORTS } from '../report-catalogue.ts';
import { LAPORAN_KINERJA } from './laporan-kinerja.ts';

describe('laporan kinerja', () => {
  const parts = (kind: PartDefinition['kind']) =>
    LAPORAN_KINERJA.sections.flatMap((section) => section.parts.filter((part) => part.kind === kind));

  it('is made by month and by quarter, of the kabupaten and of a unit, for screen, paper and workbook', () => {
    const { of, grains, formats } = LAPORAN_KINERJA;
    expect([of, grains, formats]).toEqual(['both', ['month', 'quarter'], ['screen', 'pdf', 'xlsx']]);
  });

  it('stands upright on A4, its matrix alone lies across, and every measure begins on a page of its own', () => {
    const across = LAPORAN_KINERJA.sections.filter(({ orientation }) => orientation === 'landscape');
    expect(across.map(({ id }) => id)).toEqual(['matriks']);
    const onNewPage = LAPORAN_KINERJA.sections.filter(({ newPage }) => newPage).map(({ id }) => id);
    expect(onNewPage).toEqual(
      jasmine.arrayContaining(['ketepatan-waktu', 'permohonan', 'aduan', 'ikm', 'metode']),
    );
  });

  it('tells as many matters as fit on the desk of a leader: seven to decide, three to praise', () => {
    expect([...parts('exceptions'), ...parts('praise')]).toEqual([
      { kind: 'exceptions', most: 7 },
      { kind: 'praise', most: 3 },
    ]);
  });

  it('shows each measure with a chart and a table, and explains each measure it shows', () => {
    const measures = ['turnaround', 'volume', 'complaints', 'ikm'];
    expect(parts('trend').flatMap((part) => (part.kind === 'trend' ? part.field.split('.')[0] : []))).toEqual(
      measures,
    );
    expect(parts('figures').flatMap((part) => (part.kind === 'figures' ? part.measure : []))).toEqual(
      jasmine.arrayWithExactContents(measures),
    );
    const explained = parts('methods').flatMap((part) => (part.kind === 'methods' ? part.measures : []));
    expect(explained).toEqual(jasmine.arrayWithExactContents([...measures, 'pilots']));
  });
});

describe('the catalogue of reports', () => {
  it('offers IKM on paper and as a workbook, and the brief as text alone', () => {
    expect(findReport('publikasi-ikm')?.formats).toEqual(['screen', 'pdf', 'xlsx']);
    expect(findReport('ringkasan-wa')?.formats).toEqual(['screen', 'text']);
    expect(findReport('laporan')).toBeNull();
    expect(new Set(REPORTS.map(({ id }) => id)).size).toBe(REPORTS.length);
  });
});
