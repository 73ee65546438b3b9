import * as z from 'zod';
import { CONNECTIVITY, FORMS, REGION_TYPES, STAGES, TOPICS } from '#domain/innovations/entry-facets';
import type { EntryFieldId } from '#domain/innovations/entry-fields';

const line = (most: number): z.ZodString => z.string().trim().max(most);
const prose = z.string().trim().max(6_000);
const day = z.iso.date().nullable();
const webAddress = z.url({ protocol: /^https?$/ }).max(500);

/** One result, before and after, as the owner reports it. */
export const reportedResultSchema = z.strictObject({
  what: line(200).min(1),
  before: line(60),
  after: line(60).min(1),
  unit: line(40),
  /** How it was counted, and over how many. */
  method: line(300),
  n: z.number().int().min(0).nullable(),
  period: line(60),
});
export type ReportedResult = z.infer<typeof reportedResultSchema>;

/** What an entry tells, by the fields of `domain/innovations/entry-fields`. Empty is "", [] or null; never left out. */
export const entryContentSchema = z.strictObject({
  name: line(160),
  acronym: line(40),
  initiator: line(160),
  form: z.enum(FORMS).nullable(),
  digital: z.boolean().nullable(),
  stage: z.enum(STAGES).nullable(),
  initiatedOn: day,
  trialOn: day,
  appliedOn: day,
  summary: prose,
  topics: z.array(z.enum(TOPICS)).max(6),
  problem: prose,
  goal: prose,
  howItWorks: prose,
  novelty: prose,
  services: z.array(line(120).min(1)).max(30),
  hours: line(300),
  places: line(300),
  partners: z.array(line(160).min(1)).max(30),
  people: z.number().int().min(0).max(10_000).nullable(),
  peopleNote: prose,
  /** Rupiah a year. */
  budget: z.number().min(0).max(1e13).nullable(),
  budgetNote: prose,
  weeksToStart: z.number().int().min(0).max(520).nullable(),
  connectivity: z.enum(CONNECTIVITY).nullable(),
  regionTypes: z.array(z.enum(REGION_TYPES)).max(6),
  legalBasis: z
    .array(z.strictObject({ kind: line(60).min(1), number: line(60), on: day, title: line(300) }))
    .max(20),
  steps: z
    .array(z.strictObject({ body: line(500).min(1), days: z.number().int().min(0).max(1_000).nullable() }))
    .max(40),
  challenges: prose,
  lessons: prose,
  results: z.array(reportedResultSchema).max(20),
  beneficiaries: prose,
  links: z.array(z.strictObject({ title: line(200).min(1), url: webAddress })).max(20),
  contact: z.strictObject({ name: line(120), post: line(160), phone: line(40), email: line(120) }).nullable(),
}) satisfies z.ZodType<Record<EntryFieldId, unknown>>;
export type EntryContent = z.infer<typeof entryContentSchema>;

/** What left the kabupaten: the fields that were ticked; the others are not there. */
export const sharedContentSchema = entryContentSchema.partial();
export type SharedContent = z.infer<typeof sharedContentSchema>;

/** An entry of which nothing has been told yet. */
export const EMPTY_CONTENT: EntryContent = {
  name: '',
  acronym: '',
  initiator: '',
  form: null,
  digital: null,
  stage: null,
  initiatedOn: null,
  trialOn: null,
  appliedOn: null,
  summary: '',
  topics: [],
  problem: '',
  goal: '',
  howItWorks: '',
  novelty: '',
  services: [],
  hours: '',
  places: '',
  partners: [],
  people: null,
  peopleNote: '',
  budget: null,
  budgetNote: '',
  weeksToStart: null,
  connectivity: null,
  regionTypes: [],
  legalBasis: [],
  steps: [],
  challenges: '',
  lessons: '',
  results: [],
  beneficiaries: '',
  links: [],
  contact: null,
};
