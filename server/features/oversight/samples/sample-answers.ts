import type { Sample } from '#contract/oversight/samples';
import type { Language } from '#domain/language';
import type { Structure } from '../../../platform/database/structure.queries.ts';
import type { DrawnRecord } from './drawn-records.queries.ts';
import type { CheckRow, SampledDataset, SampleRow } from './sample-rows.queries.ts';
import { selectionWords } from './selection-words.ts';

/** Where people find the lists, and one record of them. */
const LISTS: Readonly<Record<SampledDataset, string>> = {
  'service-cases': '/permohonan',
  complaints: '/aduan',
  'survey-responses': '/kepuasan/formulir',
};

export interface AnswerStyle {
  readonly structure: Structure;
  readonly language: Language;
}

/** A draw as a line of the list; `checks` are those of this draw. */
export function sampleLine(
  row: SampleRow,
  checks: readonly CheckRow[],
  { structure, language }: AnswerStyle,
) {
  return {
    id: row.id,
    dataset: row.dataset,
    unit: named(row.unit_code, structure),
    selection: selectionWords(row.dataset, row.query, row.unit_code, structure, language),
    reason: row.reason,
    seed: row.seed,
    size: row.size,
    population: row.population,
    populationHash: row.population_hash,
    at: row.created_at.toISOString(),
    by: row.post_title,
    checked: checks.length,
    byVerdict: {
      sesuai: countOf(checks, 'sesuai'),
      'tidak-sesuai': countOf(checks, 'tidak-sesuai'),
      'berkas-tidak-ada': countOf(checks, 'berkas-tidak-ada'),
    },
  };
}

/** A draw with its records in the order of the draw; one that is gone since keeps its place, named by its id. */
export function sampleAnswer(
  row: SampleRow,
  checks: readonly CheckRow[],
  records: ReadonlyMap<string, DrawnRecord>,
  evidenceCount: number,
  style: AnswerStyle,
): Sample {
  const checkOf = new Map(checks.map((check) => [check.record_id, check]));
  const { services } = style.structure;
  return {
    ...sampleLine(row, checks, style),
    query: { ...row.query },
    link: `${LISTS[row.dataset]}?${new URLSearchParams(row.query).toString()}`,
    items: row.drawn.map((id, index) => {
      const record = records.get(id);
      const check = checkOf.get(id);
      return {
        position: index + 1,
        id,
        number: record?.number ?? id,
        unit: named(record?.unit_code ?? row.unit_code, style.structure),
        service:
          record === undefined
            ? null
            : {
                code: record.service_code,
                name: services.get(record.service_code)?.name ?? record.service_code,
              },
        day: record?.day ?? null,
        link: record === undefined ? null : recordLink(row.dataset, record),
        check:
          check === undefined
            ? null
            : {
                verdict: check.verdict,
                note: check.note,
                by: check.post_title,
                at: check.checked_at.toISOString(),
              },
      };
    }),
    evidenceCount,
  };
}

/** Path of a record; a survey form has no page of its own: the list of its unit and day. */
function recordLink(dataset: SampledDataset, record: DrawnRecord): string {
  if (dataset !== 'survey-responses') return `${LISTS[dataset]}/${record.id}`;
  const { unit_code: unit, service_code: service, day } = record;
  return `${LISTS[dataset]}?${new URLSearchParams({ unit, service, from: day, to: day }).toString()}`;
}

function named(code: string, { units }: Structure): { code: string; name: string } {
  return { code, name: units.find(code)?.name ?? code };
}

function countOf(checks: readonly CheckRow[], verdict: CheckRow['verdict']): number {
  return checks.filter((check) => check.verdict === verdict).length;
}
