import type { Language } from '#domain/language';
import type { TableCell } from '../../../platform/files/table-sheet.ts';
import type { DifferenceLine } from './reconciliation-answers.ts';
import type { DifferenceRow } from './reconciliation-rows.queries.ts';

type Words = Readonly<Record<Language, string>>;

const COLUMNS: readonly (Words & { readonly width: number })[] = [
  { id: 'Jenis selisih', en: 'Kind', width: 22 },
  { id: 'Nomor', en: 'Number', width: 24 },
  { id: 'Unit', en: 'Unit', width: 28 },
  { id: 'Baris berkas mereka', en: 'Row of their file', width: 12 },
  { id: 'Isian', en: 'Field', width: 20 },
  { id: 'Laporan mereka', en: 'Their report', width: 34 },
  { id: 'PANDU', en: 'PANDU', width: 34 },
  { id: 'Hasil klarifikasi', en: 'Clarification', width: 40 },
];

const KINDS: Readonly<Record<DifferenceLine['kind'], Words>> = {
  'only-theirs': { id: 'hanya di laporan mereka', en: 'only in their report' },
  'only-ours': { id: 'hanya di PANDU', en: 'only in PANDU' },
  differs: { id: 'berbeda isinya', en: 'other contents' },
  unreadable: { id: 'tidak terbaca', en: 'cannot be read' },
};

const PAGE = 1_000;

/** Header and widths of the file. */
export function differenceTable(language: Language): { header: string[]; widths: number[] } {
  return { header: COLUMNS.map((words) => words[language]), widths: COLUMNS.map(({ width }) => width) };
}

/** A row for every field that differs, and one for a record that is on one side alone; read page by page. */
export async function* differenceRows(
  readAfter: (position: number, limit: number) => Promise<readonly DifferenceRow[]>,
  lineOf: (row: DifferenceRow) => DifferenceLine,
  { language }: { readonly language: Language },
): AsyncGenerator<TableCell[]> {
  let after = 0;
  for (;;) {
    const page = await readAfter(after, PAGE);
    for (const row of page) {
      const line = lineOf(row);
      const head = [KINDS[line.kind][language], line.number, line.unit?.name ?? null, line.row];
      if (line.differences.length === 0) yield [...head, null, null, null, null];
      for (const { label, theirs, ours } of line.differences) yield [...head, label, theirs, ours, null];
    }
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) return;
    after = last.position;
  }
}
