/**
 * What the Inspektorat of the demo examined or may examine: a sample of late KK, a recap that did not agree with the
 * register, and a file that could not be loaded.
 */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { addMonthsToStart, addDays, monthEnd, type IsoDate } from '#domain/period/civil-date';
import type { OurRecord, TheirRecord } from '#domain/oversight/difference';
import { drawSample, populationText } from '#domain/oversight/seeded-sample';
import type { DemoDesk } from './demo-desk.ts';
import type { DemoHand, DemoPost } from './demo-hand.ts';
import { STORY_UNITS } from './demo-story.ts';

export interface InspectionStory {
  readonly transaction: Knex.Transaction;
  readonly kabupatenCode: string;
  readonly desk: DemoDesk;
  readonly today: IsoDate;
  readonly posts: readonly DemoPost[];
  readonly hand: (post: DemoPost, day: IsoDate) => DemoHand;
}

const SEED = 'uji-petik-kk';
const DRAWN = 8;
const DRAWN_AGO = 6;
const CHECKED_AGO = 4;
/** What was found in the first records of the draw. */
const FOUND = [
  { verdict: 'sesuai', note: null },
  { verdict: 'tidak-sesuai', note: 'Tanggal terima pada berkas lebih awal daripada yang dicatat.' },
  { verdict: 'sesuai', note: 'Terlambat karena blangko; surat pemberitahuan kepada pemohon ada.' },
  { verdict: 'berkas-tidak-ada', note: 'Berkas fisik belum ditemukan di arsip loket.' },
] as const;

/** Draws from the late KK of Muara Kaman and examines the first of them. */
export async function writeInspectedSample(story: InspectionStory): Promise<void> {
  const { transaction, kabupatenCode, desk, today } = story;
  const inspector = story.posts.find(({ role }) => role === 'inspektorat');
  if (inspector === undefined) return;
  const from = addMonthsToStart(today, -2);
  const to = monthEnd(addMonthsToStart(today, -1));
  const drawn = story.hand(inspector, addDays(today, -DRAWN_AGO));
  // As the list of `turnaround.dueMissed` has it at that moment.
  const found: { rows: { id: string; number: string }[] } = await transaction.raw(
    `select c.id, c.number from service_cases c
      where c.kabupaten_code = ? and c.unit_code = ? and c.service_code = 'kk' and c.due_on between ? and ?
        and c.status <> 'dibatalkan' and c.due_at <= ? and (c.completed_at is null or c.completed_at > c.due_at)
      order by c.id`,
    [kabupatenCode, STORY_UNITS.muaraKaman, from, to, drawn.at],
  );
  const ids = found.rows.map(({ id }) => id);
  if (ids.length < DRAWN) return;
  const sample = drawSample(ids, { seed: SEED, size: DRAWN }, sha256);
  const id = await desk.drawSample(drawn, {
    query: { count: 'turnaround.dueMissed', unit: STORY_UNITS.muaraKaman, service: 'kk', from, to },
    unit: STORY_UNITS.muaraKaman,
    reason: 'Keterlambatan KK berulang sejak lima bulan; memeriksa kebenaran tanggal dan alasannya.',
    seed: SEED,
    population: ids.length,
    populationHash: sha256(populationText(ids)),
    drawn: sample,
  });
  const numbers = new Map(found.rows.map((row) => [row.id, row.number]));
  for (const [index, { verdict, note }] of FOUND.entries()) {
    const recordId = sample[index];
    if (recordId === undefined) return;
    await desk.checkSampled(story.hand(inspector, addDays(today, -CHECKED_AGO)), {
      sampleId: id,
      recordId,
      unit: STORY_UNITS.muaraKaman,
      number: numbers.get(recordId) ?? recordId,
      verdict,
      note,
    });
  }
}

const COMPARED_AGO = 3;

/** Holds an invented recap of Anggana's complaints of last month against the register. */
export async function writeComparedRecap(story: InspectionStory): Promise<void> {
  const { transaction, kabupatenCode, desk, today } = story;
  const inspector = story.posts.find(({ role }) => role === 'inspektorat');
  if (inspector === undefined) return;
  const from = addMonthsToStart(today, -1);
  const to = monthEnd(from);
  const found: {
    rows: {
      id: string;
      number: string;
      received_on: string;
      received_at: Date;
      resolved_at: Date | null;
      status: string;
    }[];
  } = await transaction.raw(
    `select c.id, c.number, c.received_on, c.received_at, c.resolved_at, c.status from complaints c
      where c.kabupaten_code = ? and c.unit_code = ? and c.received_on between ? and ?
      order by c.number`,
    [kabupatenCode, STORY_UNITS.anggana, from, to],
  );
  const ours = found.rows.map((row): OurRecord => ({
    id: row.id,
    number: row.number,
    unit: STORY_UNITS.anggana,
    receivedOn: row.received_on,
    inPeriod: true,
    values: {
      receivedAt: row.received_at.toISOString(),
      resolvedAt: row.resolved_at?.toISOString() ?? null,
      status: row.status,
    },
  }));
  if (ours.length < RECAP_OMITS.length + 4) return;
  await desk.compareLists(story.hand(inspector, addDays(today, -COMPARED_AGO)), {
    unit: STORY_UNITS.anggana,
    from,
    to,
    source: 'Rekap manual Kecamatan Anggana (contoh)',
    fileName: 'rekap-aduan-anggana-contoh.xlsx',
    fileHash: sha256(JSON.stringify(ours.map(({ id }) => id))),
    theirs: recapOf(ours, from),
    ours,
  });
}

/** Rows of the refused file. */
const EXCHANGED = 4;

/**
 * A recap of Sebulu's counter in which the columns of receipt and completion are exchanged: nothing of it was loaded, and
 * only its refused rows tell of it.
 */
export async function writeRefusedFile(story: InspectionStory): Promise<void> {
  const { today } = story;
  const officer = story.posts.find(
    ({ role, unitCode }) => role === 'petugas' && unitCode === STORY_UNITS.sebulu,
  );
  if (officer === undefined) return;
  const rows = Array.from({ length: EXCHANGED }, (_, index) => {
    const received = addDays(addMonthsToStart(today, -1), 5 + index);
    const cells = [`REKAP-${String(index + 1).padStart(3, '0')}`, 'KK', `${addDays(received, 1)} 10:15`];
    return [...cells, `${received} 09:05`, 'selesai'];
  });
  await story.desk.refuseFile(story.hand(officer, addDays(today, -COMPARED_AGO)), {
    unit: STORY_UNITS.sebulu,
    fileName: 'rekap-loket-sebulu-contoh.csv',
    header: ['nomor', 'layanan', 'diterima', 'selesai', 'status'],
    rows,
    reason: {
      code: 'completed-before-received',
      message: 'selesai tercatat sebelum diterima; periksa kedua tanggalnya.',
    },
  });
}

/** Places in the register that the recap leaves out. */
const RECAP_OMITS = [1, 4];
/** Places that the recap calls resolved, whatever the register says. */
const RECAP_EMBELLISHES = [0, 2, 5];

function recapOf(ours: readonly OurRecord[], from: IsoDate): TheirRecord[] {
  const told = ours
    .map((record, index) => ({ record, index }))
    .filter(({ index }) => !RECAP_OMITS.includes(index))
    .map(({ record, index }, place): TheirRecord => {
      const { receivedAt = null, resolvedAt = null, status = null } = record.values;
      const done = RECAP_EMBELLISHES.includes(index);
      return {
        row: place + 2,
        number: record.number,
        fault: null,
        values: new Map([
          ['unit', { kind: 'code', value: record.unit }],
          ['receivedAt', { kind: 'instant', at: text(receivedAt), dateOnly: true }],
          ['resolvedAt', { kind: 'instant', at: text(done ? receivedAt : resolvedAt), dateOnly: true }],
          ['status', { kind: 'code', value: done ? 'selesai' : text(status) }],
        ]),
      };
    });
  const unknown: TheirRecord = {
    row: told.length + 2,
    number: 'REKAP-017',
    fault: null,
    values: new Map([
      ['unit', { kind: 'code', value: STORY_UNITS.anggana }],
      ['receivedAt', { kind: 'instant', at: `${from}T02:00:00Z`, dateOnly: true }],
    ]),
  };
  return [
    ...told,
    unknown,
    {
      row: told.length + 3,
      number: 'REKAP-018',
      fault: 'tanggal 31/02 tidak ada.',
      values: new Map(),
    },
  ];
}

function text(value: string | number | null): string | null {
  return value === null ? null : String(value);
}

function sha256(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}
