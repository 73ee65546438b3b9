import type { Sample } from '#contract/oversight/samples';
import { maskText } from '#domain/complaints/masking';
import type { Language } from '#domain/language';
import type { TableCell, TableSheet } from '../../../platform/files/table-sheet.ts';
import type { DrawnRecord } from './drawn-records.queries.ts';

type Words = Readonly<Record<Language, string>>;

const REMARK: Words = {
  id: 'DATA CONTOH – bukan kinerja sebenarnya',
  en: 'SAMPLE DATA – not actual performance',
};

const VERDICTS: Readonly<Record<NonNullable<Sample['items'][number]['check']>['verdict'], Words>> = {
  sesuai: { id: 'sesuai', en: 'in order' },
  'tidak-sesuai': { id: 'tidak sesuai', en: 'not in order' },
  'berkas-tidak-ada': { id: 'berkas tidak ada', en: 'file missing' },
};

const COLUMNS: readonly (Words & { readonly width: number })[] = [
  { id: 'No.', en: 'No.', width: 6 },
  { id: 'Nomor', en: 'Number', width: 22 },
  { id: 'Unit', en: 'Unit', width: 26 },
  { id: 'Layanan', en: 'Service', width: 26 },
  { id: 'Tanggal', en: 'Day', width: 12 },
  { id: 'Diterima', en: 'Received', width: 17 },
  { id: 'Selesai', en: 'Completed', width: 17 },
  { id: 'Tenggat', en: 'Deadline', width: 17 },
  { id: 'Status', en: 'Status', width: 14 },
  { id: 'Isi (pelapor disamarkan)', en: 'Content (reporter masked)', width: 40 },
  { id: 'Berkas fisik ada (ya/tidak)', en: 'Paper file there (yes/no)', width: 14 },
  { id: 'Hasil pemeriksaan', en: 'Finding', width: 18 },
  { id: 'Catatan pemeriksa', en: 'Notes of the inspector', width: 50 },
  { id: 'Paraf', en: 'Initials', width: 10 },
];

export interface WorksheetCall {
  readonly sample: Sample;
  readonly records: ReadonlyMap<string, DrawnRecord>;
  readonly kabupaten: string;
  readonly demo: boolean;
  readonly language: Language;
  readonly zone: string;
}

/**
 * The sheets an inspector works with: first where the records come from and how to draw them again, then the records
 * with room for what is found. Texts are text cells, so that nothing in them is ever computed.
 */
export function worksheetSheets(call: WorksheetCall): TableSheet[] {
  const { sample, demo, language } = call;
  const english = language === 'en';
  const at = localMinute(call.zone);
  const head: TableCell[][] = [
    [english ? 'Drawn from' : 'Ditarik dari', sample.selection],
    [english ? 'Why' : 'Alasan', sample.reason],
    [english ? 'Population' : 'Populasi', sample.population],
    [english ? 'Drawn' : 'Ditarik', sample.size],
    [english ? 'Seed' : 'Benih', sample.seed],
    [english ? 'Hash of the population (SHA-256)' : 'Sidik populasi (SHA-256)', sample.populationHash],
    [english ? 'Drawn at' : 'Waktu penarikan', at(sample.at)],
    [english ? 'Drawn by' : 'Ditarik oleh', sample.by],
    [
      english ? 'How to draw again' : 'Cara menarik ulang',
      english
        ? 'For every record take the SHA-256 of “seed:id”; those with the smallest values are drawn, the smallest first. The hash of the population is the SHA-256 of all ids in alphabetical order, one a line.'
        : 'Untuk setiap berkas hitung SHA-256 dari “benih:id”; berkas dengan nilai terkecil yang ditarik, mulai dari yang paling kecil. Sidik populasi adalah SHA-256 dari semua id menurut abjad, satu id per baris.',
    ],
  ];
  if (demo) head.push([english ? 'Remark' : 'Keterangan', REMARK[language]]);
  return [
    {
      name: english ? 'Sampling' : 'Dasar penarikan',
      header: [english ? 'Work sheet of a sample' : 'Lembar kerja uji petik', call.kabupaten],
      rows: head,
      widths: [34, 90],
    },
    {
      name: english ? 'Records' : 'Lembar kerja',
      header: [
        ...COLUMNS.map((words) => words[language]),
        'ID',
        ...(demo ? [english ? 'Remark' : 'Keterangan'] : []),
      ],
      rows: sample.items.map((item) => [
        ...rowOf(item, call, at),
        item.id,
        ...(demo ? [REMARK[language]] : []),
      ]),
      widths: [...COLUMNS.map(({ width }) => width), 38, ...(demo ? [40] : [])],
    },
  ];
}

function rowOf(
  item: Sample['items'][number],
  { records, language }: WorksheetCall,
  at: (instant: string) => string,
): TableCell[] {
  const record = records.get(item.id);
  const local = (instant: Date | null | undefined): string | null =>
    instant === null || instant === undefined ? null : at(instant.toISOString());
  const body = record?.body ?? null;
  return [
    item.position,
    item.number,
    item.unit.name,
    item.service?.name ?? null,
    item.day,
    local(record?.received_at),
    local(record?.completed_at),
    local(record?.due_at),
    record?.status ?? null,
    body === null || body === '' ? null : maskText(body),
    null,
    item.check === null ? null : VERDICTS[item.check.verdict][language],
    item.check?.note ?? null,
    null,
  ];
}

/** `2026-03-17 09:05` on the kabupaten's clock. */
function localMinute(zone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (instant) => format.format(new Date(instant));
}
