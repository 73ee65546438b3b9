import * as z from 'zod';
import { MEASURE_IDS } from '#domain/measures';
import { askedDay } from './days.ts';
import { defineRoute } from './route.ts';
import { ASSURANCES, SIGNAL_RULES, VARIATIONS } from './signals.ts';

const tag = 'attention';
const whole = z.number().int();
const code = z.string().min(1).max(64);
const day = z.iso.date();
const unitRef = z.object({ code: z.string(), name: z.string(), kind: z.string() });

/** Kinds of exceptions; each has a rule of its own in `domain/attention`. */
export const ATTENTION_KINDS = [
  'signal',
  'unanswered-complaints',
  'overdue-cases',
  'small-sample',
  'not-reporting',
] as const;

/** Where the records are that prove the sentence: a screen and its query. */
export const proofSchema = z.object({
  /** e.g. "37 berkas terlambat" */
  label: z.string(),
  screen: z.enum(['/layanan', '/aduan', '/kepuasan', '/permohonan', '/data', '/unit']),
  query: z.record(z.string(), z.string()),
  count: whole.nullable(),
});

export const sparkSchema = z.object({
  measure: z.enum(MEASURE_IDS),
  field: z.string(),
  points: z.array(
    z.object({
      from: day,
      value: z.number().nullable(),
      state: z.enum(['defined', 'missing', 'partial']),
      signal: z.enum(SIGNAL_RULES).nullable(),
    }),
  ),
  centre: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  target: z.number().nullable(),
});

export const attentionItemSchema = z.object({
  /** Stays the same while the matter does: unit, kind, field, service, since. */
  key: z.string(),
  kind: z.enum(ATTENTION_KINDS),
  mark: z.enum(['worse', 'better', 'small-sample', 'no-data', 'neutral']),
  unit: unitRef,
  service: z.string().nullable(),
  /** After "Unit: …": a clause in the caller's language, with its full stop. */
  sentence: z.string(),
  /** Who answers for it: the post, and its holder when there is one. */
  owner: z.object({ post: z.string(), postId: z.string().nullable() }).nullable(),
  since: day.nullable(),
  /** Short facts for the line under the sentence: "n = 412 (Oktober)", "6 bulan di bawah rata-rata". */
  facts: z.array(z.string()),
  proof: proofSchema,
  spark: sparkSchema.nullable(),
  variation: z.enum(VARIATIONS).nullable(),
  assurance: z.enum(ASSURANCES).nullable(),
  /** What a post below said about it ("Bukan masalah, karena …"). */
  explanation: z.object({ by: z.string(), reason: z.string(), on: day }).nullable(),
  /** What others did about the same problem: "Sebulu … menyelesaikannya dengan", PECUT, "terukur"; null: none known. */
  innovation: z
    .object({
      /** The address of its page: `/inovasi/<slug>`. */
      slug: z.string(),
      name: z.string(),
      /** Before the name, and the note after it, in the caller's language. */
      sentence: z.string(),
      note: z.string(),
    })
    .nullable(),
  /** The newest open disposisi or reminder about it. */
  disposition: z
    .object({
      id: z.string(),
      kind: z.enum(['disposition', 'reminder', 'commitment']),
      to: z.string(),
      dueOn: day.nullable(),
      on: day,
    })
    .nullable(),
});
export type AttentionItem = z.infer<typeof attentionItemSchema>;

export const attentionSchema = z.object({
  unit: z.string(),
  unitName: z.string(),
  /** The month judged last, and whether the current one is provisional. */
  month: day,
  dataVersion: whole,
  asOf: z.iso.datetime({ offset: true }).nullable(),
  definitionsVersion: z.string(),
  /** At most 7, the most pressing first. */
  items: z.array(attentionItemSchema),
  /** Exceptions beyond the cap. */
  more: whole,
  /** Improvements worth a word of thanks; at most 3. */
  praise: z.array(attentionItemSchema),
  seriesChecked: whole,
  /** Signals that chance alone would give among these series, simulated for their lengths. */
  expectedByChance: z.number(),
  reporting: z.object({ expected: whole, reported: whole, silent: z.array(unitRef) }),
  dispositions: z.object({
    done: whole,
    running: whole,
    late: z.array(z.object({ id: z.string(), to: z.string(), about: z.string(), dueOn: day })),
    /** Waiting for the person who asks: to report on, or to accept. */
    forMe: whole,
  }),
  /**
   * What became of the last evaluation meeting's commitments about the selected unit and those below; null before the
   * first meeting. `running` are neither done nor late; `earlier` are those of meetings before it that are not closed.
   */
  meeting: z.object({ on: day, done: whole, late: whole, running: whole, earlier: whole }).nullable(),
  /**
   * Of the innovations that the kabupaten may know: new ones of the last 30 days, and own ones whose owner is asked
   * whether they still run.
   */
  innovations: z.object({ fresh: whole, toConfirm: whole }),
});
export type Attention = z.infer<typeof attentionSchema>;

export const readAttention = defineRoute({
  id: 'readAttention',
  method: 'get',
  path: '/attention',
  access: 'attention:read',
  tag,
  summary: 'Hal yang perlu keputusan, paling banyak tujuh, dan berapa yang tampak berubah karena kebetulan',
  query: z.strictObject({ unit: code.optional() }),
  answer: attentionSchema,
});

export const dismissAttention = defineRoute({
  id: 'dismissAttention',
  method: 'post',
  path: '/attention/dismissals',
  access: 'attention:dismiss',
  tag,
  summary: '“Bukan masalah, karena …”: keluar dari daftar sendiri, menjadi penjelasan bagi atasan',
  body: z.strictObject({
    key: z.string().min(3).max(300),
    unit: code,
    reason: z.string().trim().min(10).max(300),
  }),
  answer: z.object({ id: z.string(), untilOn: day }),
  status: 201,
});

const caseRef = z.object({
  id: z.string(),
  number: z.string(),
  service: z.string(),
  unit: z.string(),
  dueAt: z.string(),
});

/** The morning page of a camat or head. Lists are short: the total says how many there are. */
export const todaySchema = z.object({
  unit: z.string(),
  unitName: z.string(),
  today: day,
  dataVersion: whole,
  asOf: z.iso.datetime({ offset: true }).nullable(),
  dueToday: z.object({ total: whole, items: z.array(caseRef) }),
  /** The next working day, by the calendar of the unit. */
  dueNext: z.object({ on: day, total: whole, items: z.array(caseRef) }),
  overdue: z.object({ total: whole, oldestWorkingDays: whole.nullable(), items: z.array(caseRef) }),
  complaintsAwaiting: z.object({
    total: whole,
    items: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        category: z.string().nullable(),
        unit: z.string(),
        receivedAt: z.string(),
        workingDays: whole,
      }),
    ),
  }),
  /** The working day before today: what was finished, and good words from surveys. */
  yesterday: z.object({
    on: day,
    completed: whole,
    onTime: whole,
    due: whole,
    praise: z.array(z.object({ unit: z.string(), service: z.string(), text: z.string() })),
  }),
});
export type Today = z.infer<typeof todaySchema>;

export const readToday = defineRoute({
  id: 'readToday',
  method: 'get',
  path: '/today',
  access: 'cases:read',
  tag,
  summary: 'Hari ini: jatuh tempo, aduan yang menunggu jawaban, dan hasil kemarin',
  query: z.strictObject({ unit: code.optional() }),
  answer: todaySchema,
});

export const reportingSchema = z.object({
  month: day,
  items: z.array(
    z.object({
      unit: unitRef,
      dataset: z.enum(['service-cases', 'complaints', 'survey-responses']),
      state: z.enum(['reported', 'nil', 'silent', 'missing', 'never']),
      lastOn: day.nullable(),
      received: whole.nullable(),
      /** Working days without a record; null when there is none to count from. */
      silentWorkingDays: whole.nullable(),
      nilBy: z.string().nullable(),
    }),
  ),
});
export type Reporting = z.infer<typeof reportingSchema>;

export const readReporting = defineRoute({
  id: 'readReporting',
  method: 'get',
  path: '/reporting',
  access: 'attention:read',
  tag,
  summary: 'Unit yang sudah dan belum melapor dalam suatu bulan',
  query: z.strictObject({ unit: code.optional(), month: askedDay.optional() }),
  answer: reportingSchema,
});

export const fileNil = defineRoute({
  id: 'fileNil',
  method: 'post',
  path: '/reporting/nil',
  access: 'reporting:file',
  tag,
  summary: 'Menyatakan nihil untuk satu bulan',
  body: z.strictObject({
    unit: code,
    dataset: z.enum(['service-cases', 'complaints', 'survey-responses']),
    month: askedDay,
  }),
  answer: z.object({ unit: z.string(), month: day }),
  status: 201,
});
