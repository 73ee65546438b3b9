import { CONNECTIVITY, FORMS, REGION_TYPES, STAGES, TOPICS } from '#domain/innovations/entry-facets';
import type { EntryFieldId } from '#domain/innovations/entry-fields';

/** A column of a list: what is typed into one cell of its rows. */
export interface RowColumn {
  readonly id: string;
  readonly kind: 'text' | 'long' | 'number' | 'day' | 'address';
  readonly longest: number;
}

/** How a field is filled. */
export type FieldShape =
  | { readonly kind: 'line'; readonly longest: number }
  | { readonly kind: 'prose'; readonly rows: number }
  | { readonly kind: 'day' }
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'yes-no' }
  /** One of several; their words: `choiceWord`. */
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | {
      readonly kind: 'choices';
      readonly choices: readonly string[];
      readonly most: number;
    }
  /** Rows of one or more cells; with `plain` a row is its only text. */
  | {
      readonly kind: 'rows';
      readonly columns: readonly RowColumn[];
      readonly most: number;
      readonly plain: boolean;
      readonly numbered: boolean;
    }
  | { readonly kind: 'contact' };

const rows = (most: number, columns: readonly RowColumn[], numbered = false): FieldShape => ({
  kind: 'rows',
  columns,
  most,
  plain: false,
  numbered,
});
const lines = (most: number, longest: number): FieldShape => ({
  kind: 'rows',
  columns: [{ id: 'text', kind: 'text', longest }],
  most,
  plain: true,
  numbered: false,
});
const text = (id: string, longest: number): RowColumn => ({ id, kind: 'text', longest });

/** How each field of an entry is filled; lengths are those of the contract. */
export const FIELD_SHAPES: Readonly<Record<EntryFieldId, FieldShape>> = {
  name: { kind: 'line', longest: 160 },
  acronym: { kind: 'line', longest: 40 },
  initiator: { kind: 'line', longest: 160 },
  form: { kind: 'choice', choices: FORMS },
  digital: { kind: 'yes-no' },
  stage: { kind: 'choice', choices: STAGES },
  initiatedOn: { kind: 'day' },
  trialOn: { kind: 'day' },
  appliedOn: { kind: 'day' },
  summary: { kind: 'prose', rows: 3 },
  topics: { kind: 'choices', choices: TOPICS, most: 6 },
  problem: { kind: 'prose', rows: 8 },
  goal: { kind: 'prose', rows: 4 },
  howItWorks: { kind: 'prose', rows: 9 },
  novelty: { kind: 'prose', rows: 5 },
  services: lines(30, 120),
  hours: { kind: 'line', longest: 300 },
  places: { kind: 'line', longest: 300 },
  partners: lines(30, 160),
  people: { kind: 'number', unit: 'people' },
  peopleNote: { kind: 'prose', rows: 3 },
  budget: { kind: 'number', unit: 'rupiah' },
  budgetNote: { kind: 'prose', rows: 3 },
  weeksToStart: { kind: 'number', unit: 'weeks' },
  connectivity: { kind: 'choice', choices: CONNECTIVITY },
  regionTypes: { kind: 'choices', choices: REGION_TYPES, most: 6 },
  legalBasis: rows(20, [
    text('kind', 60),
    text('number', 60),
    { id: 'on', kind: 'day', longest: 10 },
    text('title', 300),
  ]),
  steps: rows(
    40,
    [
      { id: 'body', kind: 'long', longest: 500 },
      { id: 'days', kind: 'number', longest: 4 },
    ],
    true,
  ),
  challenges: { kind: 'prose', rows: 5 },
  lessons: { kind: 'prose', rows: 5 },
  results: rows(20, [
    text('what', 200),
    text('before', 60),
    text('after', 60),
    text('unit', 40),
    text('period', 60),
    { id: 'n', kind: 'number', longest: 9 },
    text('method', 300),
  ]),
  beneficiaries: { kind: 'prose', rows: 3 },
  links: rows(20, [text('title', 200), { id: 'url', kind: 'address', longest: 500 }]),
  contact: { kind: 'contact' },
};

type Words = (key: string) => string;

/** The word of a choice of a field. */
export function choiceWord(t: Words, field: EntryFieldId, choice: string): string {
  switch (field) {
    case 'form':
      return t('innovation.form.' + choice);
    case 'stage':
      return t('innovation.stage.' + choice);
    case 'connectivity':
      return t('innovation.connectivity.' + choice);
    case 'regionTypes':
      return t('innovation.region.' + choice);
    case 'topics':
      return t('innovation.topic.' + choice);
    default:
      return choice;
  }
}

/** A row with nothing in it yet. */
export function emptyRow(columns: readonly RowColumn[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(({ id, kind }) => [id, kind === 'number' || kind === 'day' ? null : '']),
  );
}

/** A whole number as Indonesians type it (`1.250`, `75000000`): null for an empty field, undefined for what is none. */
export function typedWhole(text: string): number | null | undefined {
  const bare = text.trim().replace(/^Rp\s*/i, '');
  if (bare === '') return null;
  return /^\d{1,3}(\.\d{3})*$|^\d+$/.test(bare) ? Number(bare.replaceAll('.', '')) : undefined;
}
