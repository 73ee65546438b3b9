import * as z from 'zod';

const whole = z.number().int();
const share = z.number().min(0).max(1);
const day = z.iso.date();
const named = z.object({ code: z.string(), name: z.string() });
const post = z.object({ post: z.string(), title: z.string() });

export const OBSTACLE_KINDS = ['sdm-ti', 'jaringan', 'sarana', 'anggaran', 'regulasi', 'lainnya'] as const;
export const DOCUMENT_KINDS = ['spm', 'sp', 'sop', 'ikm'] as const;
export const NETWORK_STATES = ['baik', 'lambat', 'sering-putus', 'tidak-ada'] as const;
/** For people with special needs (PermenPANRB 15/2014; UU 8/2016). */
export const FACILITIES = [
  'ram',
  'jalur-pemandu',
  'toilet-difabel',
  'kursi-roda',
  'loket-prioritas',
  'ruang-laktasi',
  'parkir-difabel',
  'informasi-braille',
  'juru-bahasa-isyarat',
] as const;

/** planned: not begun; running; late: past its planned finish and not done; waiting: 100 % and not signed off; done. */
export const MILESTONE_STATES = ['planned', 'running', 'late', 'waiting', 'done'] as const;

export const milestonePlanSchema = z.object({
  version: whole,
  startOn: day,
  finishOn: day,
  weight: z.number(),
  /** Why the plan changed; null for the first. */
  reason: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});

export const milestoneSchema = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  weight: z.number(),
  /** Its part in the programme's weight. */
  weightShare: share,
  state: z.enum(MILESTONE_STATES),
  /** The plan in force, and every plan before it: the first stays visible. */
  plan: milestonePlanSchema,
  plans: z.array(milestonePlanSchema),
  startedOn: day.nullable(),
  finishedOn: day.nullable(),
  doneShare: share,
  plannedShare: share,
  reports: z.array(z.object({ on: day, doneShare: share, note: z.string().nullable(), by: z.string() })),
  signedOff: z.object({ by: z.string(), at: z.string() }).nullable(),
  evidenceCount: whole,
  actions: z.array(z.enum(['report', 'sign', 'replan', 'remove'])),
});
export type Milestone = z.infer<typeof milestoneSchema>;

/** How late the programme will be if it goes on at the pace of its last 90 days. */
export const forecastSchema = z.object({
  /** steady: at this pace; done; no-pace: nothing moved in 90 days; too-early: begun less than 30 days ago. */
  kind: z.enum(['steady', 'done', 'no-pace', 'too-early']),
  finishOn: day.nullable(),
  /** Calendar days after the planned finish; negative: earlier. */
  daysLate: whole.nullable(),
  /** Share of the programme per 30 days. */
  pace: z.number().nullable(),
});

export const programmeLineSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  unit: named,
  startsOn: day,
  endsOn: day.nullable(),
  closedOn: day.nullable(),
  /** Σ weight × % done / Σ weight on the day asked for, as reported. */
  progressShare: share.nullable(),
  /** The same for what a second person signed off. */
  signedShare: share.nullable(),
  /** Where the first plan, and the plan in force, would be on that day. */
  plannedShare: share.nullable(),
  firstPlannedShare: share.nullable(),
  milestones: whole,
  milestonesLate: whole,
  forecast: forecastSchema,
  openObstacles: whole,
  /** Documents that are no longer valid, or end within 60 days. */
  documentsEnding: whole,
  nextVisitOn: day.nullable(),
  /** One sentence in the caller's language. */
  sentence: z.string(),
});
export type ProgrammeLine = z.infer<typeof programmeLineSchema>;

export const obstacleSchema = z.object({
  id: z.string(),
  milestone: z.object({ id: z.string(), title: z.string() }).nullable(),
  kind: z.enum(OBSTACLE_KINDS),
  body: z.string(),
  owner: post,
  help: z.object({ post: z.string(), title: z.string(), asked: z.string() }).nullable(),
  sinceOn: day,
  /** Calendar days until it was resolved, or until today. */
  days: whole,
  resolvedOn: day.nullable(),
  resolution: z.string().nullable(),
  evidenceCount: whole,
  actions: z.array(z.enum(['resolve'])),
});

export const documentSchema = z.object({
  id: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  number: z.string().nullable(),
  validFrom: day,
  validTo: day.nullable(),
  state: z.enum(['not-yet', 'valid', 'ending', 'ended']),
  evidenceCount: whole,
});

export const pilotPointSchema = z.object({
  id: z.string(),
  name: z.string(),
  network: z.enum(NETWORK_STATES),
  networkNote: z.string().nullable(),
  /** Facility → there or not; one that was not looked at is absent. */
  facilities: z.partialRecord(z.enum(FACILITIES), z.boolean()),
  checkedOn: day,
  trainings: whole,
  /** Participants of all trainings at this point. */
  trained: whole,
});

export const programmeSchema = programmeLineSchema.extend({
  goal: z.string().nullable(),
  legalBasis: z.string().nullable(),
  service: named.nullable(),
  milestoneList: z.array(milestoneSchema),
  /** By month's end from start to the later of plan and today; actual ends today. */
  curve: z.array(
    z.object({
      on: day,
      planned: share,
      firstPlanned: share,
      actual: share.nullable(),
      signed: share.nullable(),
    }),
  ),
  obstacles: z.array(obstacleSchema),
  /** Kinds of documents a pilot should have and has none of that is valid. */
  documentsMissing: z.array(z.enum(DOCUMENT_KINDS)),
  documents: z.array(documentSchema),
  visits: z.array(
    z.object({
      id: z.string(),
      on: day,
      team: z.string(),
      advice: z.string(),
      nextOn: day.nullable(),
      by: z.string(),
      evidenceCount: whole,
    }),
  ),
  points: z.array(pilotPointSchema),
  trainings: z.array(
    z.object({
      id: z.string(),
      on: day,
      topic: z.string(),
      point: z.string().nullable(),
      participants: whole,
      by: z.string(),
    }),
  ),
  /** False for who only helps with an obstacle: the figures of the unit lie outside the own scope. */
  seesFigures: z.boolean(),
  actions: z.array(z.enum(['manage', 'report'])),
});
export type Programme = z.infer<typeof programmeSchema>;

/** Before the pilot against now, beside units that are in no pilot. */
export const accelerationSchema = z.object({
  unit: named,
  service: named.nullable(),
  startsOn: day,
  /** Whole months compared: as many before the start as after it, 3 to 12. */
  before: z.object({ from: day, to: day }),
  after: z.object({ from: day, to: day }).nullable(),
  /**
   * Units in no pilot. service: they give the same service; kind: of the unit's kind, all services; authority: every other
   * SKPD and kecamatan, all services, so that times are not compared.
   */
  peers: z.object({ count: whole, alike: z.enum(['service', 'kind', 'authority']), kind: z.string() }),
  fields: z.array(
    z.object({
      measure: z.enum(['turnaround', 'ikm']),
      field: z.enum(['medianMinutes', 'dueMetShare', 'score']),
      label: z.string(),
      before: z.object({ value: z.number().nullable(), n: whole.nullable() }),
      after: z.object({ value: z.number().nullable(), n: whole.nullable() }),
      /** The values are hidden from the caller's role: they are not missing. */
      withheld: z.boolean(),
      /** Median of the peers' values in the same months; null with fewer than 5. */
      peersBefore: z.number().nullable(),
      peersAfter: z.number().nullable(),
      /** The change is outside what the series does by itself (signal after the start), in which direction. */
      verdict: z.enum(['better', 'worse', 'no-change', 'insufficient-data']),
      /** First month of the run of months that carries the signal. */
      changedFrom: day.nullable(),
      sentence: z.string(),
      points: z.array(
        z.object({
          from: day,
          value: z.number().nullable(),
          peer: z.number().nullable(),
          partial: z.boolean(),
        }),
      ),
    }),
  ),
});
export type Acceleration = z.infer<typeof accelerationSchema>;
