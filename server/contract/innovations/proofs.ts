import * as z from 'zod';
import { defineRoute } from '../route.ts';
import { entryFigureSchema } from './catalogue.ts';

const tag = 'innovations';
const whole = z.number().int();
const day = z.iso.date();
const named = z.object({ code: z.string(), name: z.string() });
/** The entry's id or its slug. */
const byKey = z.strictObject({ id: z.string().min(1).max(200) });

/**
 * measured: enough records and months on both sides; waiting: fewer than three whole months since the start; too-few: not
 * enough records, or some of them may not be told; unjudged: the figures are there, but too few months to judge.
 */
export const PROOF_STATES = ['measured', 'waiting', 'too-few', 'unjudged'] as const;

/** What would prove an innovation, as it was locked, with what came of it. */
export const entryProofSchema = z.object({
  id: z.string(),
  measure: z.string(),
  field: z.string(),
  /** In the caller's language. */
  label: z.string(),
  unit: named,
  /** Null: all services of the unit together. */
  service: named.nullable(),
  startedOn: day,
  before: z.object({ from: day, to: day }),
  /** Other units it is held against; 0: against its own past alone. */
  comparedUnits: whole,
  lockedOn: day,
  lockedBy: z.string(),
  state: z.enum(PROOF_STATES),
  /** Null until it was computed for the first time. */
  figure: entryFigureSchema.nullable(),
  computedAt: z.string().nullable(),
});
export type EntryProof = z.infer<typeof entryProofSchema>;

const proofsSchema = z.object({
  innovation: z.object({ id: z.string(), slug: z.string(), name: z.string(), unit: named }),
  items: z.array(entryProofSchema),
  /** Others get the figures too. */
  shared: z.boolean(),
  mayLock: z.boolean(),
  /** Units of the same kind that the entry could be held against; fewer than five cannot be asked for. */
  peers: whole,
});
export type EntryProofs = z.infer<typeof proofsSchema>;

export const listInnovationProofs = defineRoute({
  id: 'listInnovationProofs',
  method: 'get',
  path: '/innovation-entries/:id/proofs',
  access: 'innovations:read',
  tag,
  summary: 'Bukti inovasi: ukuran yang dikunci, dan hasilnya sejauh ini',
  params: byKey,
  answer: proofsSchema,
});

export const lockInnovationProof = defineRoute({
  id: 'lockInnovationProof',
  method: 'post',
  path: '/innovation-entries/:id/proofs',
  access: 'innovations:write',
  tag,
  summary: 'Kunci ukuran, tanggal mulai, dan pembandingnya sebelum hasilnya dilihat; tidak dapat diubah lagi',
  params: byKey,
  body: z.strictObject({
    measure: z.string().max(40),
    /** A time brings both clocks: the other one is locked with it. */
    field: z.string().max(60),
    service: z.string().max(64).nullable(),
    startedOn: day,
    /** Whole months before the start: three at least, 24 at most. */
    before: z.strictObject({ from: day, to: day }),
    /** Also held against the units of its kind, as they are today. */
    peers: z.boolean(),
  }),
  answer: proofsSchema,
  status: 201,
});
