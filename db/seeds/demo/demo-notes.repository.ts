/** What posts of the demo wrote: notes in charts, and a few dispositions that are followed. */
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { addDays, type IsoDate } from '#domain/period/civil-date';
import type { Role } from '#domain/permissions';
import { writeInScope } from '../../../server/platform/database/scoped.ts';
import { STORY_UNITS, storyMonths } from './demo-story.ts';

const KUTAI_KARTANEGARA = '64.02';

interface Post {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  readonly unit_code: string | null;
}

interface Note {
  readonly unit: string;
  readonly service: string;
  readonly day: IsoDate;
  readonly text: string;
}

function notesOf(today: IsoDate): Note[] {
  const { kkWorsensFrom, pecutFrom } = storyMonths(today);
  return [
    {
      unit: STORY_UNITS.muaraKaman,
      service: 'kk',
      day: addDays(kkWorsensFrom, 11),
      text: 'Blangko kosong, SIAK pindah server',
    },
    { unit: STORY_UNITS.sebulu, service: '*', day: pecutFrom, text: 'PECUT mulai: berkas disiapkan di desa' },
  ];
}

interface Instruction {
  readonly unit: string;
  readonly role: Role;
  readonly about: string;
  readonly instruction: string;
  /** Days before today. */
  readonly given: number;
  readonly due: number;
  readonly done: number | null;
  readonly report: string | null;
}

const INSTRUCTIONS: readonly Instruction[] = [
  {
    unit: STORY_UNITS.tenggarongSeberang,
    role: 'camat',
    about: 'Tenggarong Seberang: penanganan aduan membaik.',
    instruction: 'Tuliskan cara kerjanya satu halaman untuk ditiru kecamatan lain.',
    given: 20,
    due: 10,
    done: 12,
    report: 'Catatan satu halaman sudah dikirim ke Bagian Organisasi dan semua kecamatan.',
  },
  {
    unit: STORY_UNITS.rsud,
    role: 'kepala-skpd',
    about: 'RSUD: responden survei belum memadai.',
    instruction: 'Pasang kode QR survei di loket farmasi dan laporkan jumlah responden tiap pekan.',
    given: 26,
    due: 5,
    done: null,
    report: null,
  },
];

/** Writes them where the kabupaten of the demo has none yet. */
export async function seedDemoNotes(
  application: Knex,
  kabupatenCodes: readonly string[],
  today: IsoDate,
): Promise<void> {
  if (!kabupatenCodes.includes(KUTAI_KARTANEGARA)) return;
  const where = { kabupaten_code: KUTAI_KARTANEGARA };
  await writeInScope(application, { kabupatenCode: KUTAI_KARTANEGARA }, async (transaction) => {
    const notes = (await transaction('annotations').where(where).limit(1).pluck('id')) as string[];
    const given = (await transaction('dispositions').where(where).limit(1).pluck('id')) as string[];
    if (notes.length + given.length > 0) return { result: undefined, changed: false };
    const posts: Post[] = await transaction('posts').where(where).select('id', 'title', 'role', 'unit_code');
    const postOf = (role: Role, unit: string | null) =>
      posts.find((post) => post.role === role && post.unit_code === unit);
    const bupati = postOf('bupati', null);
    const author = postOf('organisasi', null);
    if (bupati === undefined || author === undefined) return { result: undefined, changed: false };
    await transaction('annotations').insert(
      notesOf(today).map(({ unit, service, day, text }) => ({
        ...where,
        id: uuidv7(),
        unit_code: unit,
        service_code: service,
        measure: null,
        day,
        body: text,
        post_id: author.id,
        post_title: author.title,
        created_at: at(addDays(day, 1)),
      })),
    );
    const instructions = INSTRUCTIONS.flatMap((each) => {
      const to = postOf(each.role, each.unit);
      return to === undefined ? [] : [dispositionRow(each, bupati, to, today)];
    });
    if (instructions.length > 0)
      await transaction('dispositions').insert(instructions.map((row) => ({ ...where, ...row })));
    return { result: undefined, changed: true };
  });
}

function dispositionRow(each: Instruction, from: Post, to: Post, today: IsoDate): Record<string, unknown> {
  const daysAgo = (days: number) => addDays(today, -days);
  return {
    id: uuidv7(),
    kind: 'disposition',
    unit_code: each.unit,
    about_sentence: each.about,
    from_post: from.id,
    from_title: from.title,
    to_post: to.id,
    to_title: to.title,
    instruction: each.instruction,
    due_on: daysAgo(each.due),
    created_at: at(daysAgo(each.given)),
    reported_at: each.done === null ? null : at(daysAgo(each.done)),
    report: each.report,
    closed_at: each.done === null ? null : at(daysAgo(each.done - 1)),
  };
}

/** Nine in the morning in Kutai Kartanegara. */
function at(day: IsoDate): string {
  return `${day}T09:00:00+08:00`;
}
