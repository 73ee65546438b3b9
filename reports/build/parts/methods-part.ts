/** How the figures came about: definitions, legal basis, n, what was left out, and which figures these are. */
import type { ReportBlock, Span } from '#contract/reports/report-document';
import { formatsIn } from '#domain/formats/formats';
import { MEASURES, type MeasureId } from '#domain/measures';
import type { FieldKey, PartDefinition, ReportDefinition } from '../../report-definition.ts';
import { figureOf, hasRecords, isSuppressed, labelOf } from '../figure.ts';
import type { Building } from '../report-input.ts';
import { filled } from '../report-words.ts';
import { sentences, spansOf } from '../spans.ts';

type MethodsPart = Extract<PartDefinition, { kind: 'methods' }>;
interface Fact {
  readonly label: string;
  readonly spans: Span[];
}

/** The methods page of a report: the definitions of every field that it shows, and the identity of its figures. */
export function methodsPart(
  { measures }: MethodsPart,
  building: Building,
  definition: ReportDefinition,
): ReportBlock[] {
  const { words } = building;
  const applying = measures.filter((measure) => building.content.summary[measure] !== null);
  return [
    { kind: 'heading', text: words.methods.identity },
    { kind: 'facts', items: identity(building) },
    ...applying.flatMap((measure) => measureBlocks(measure, building, definition)),
    { kind: 'heading', text: words.methods.n },
    {
      kind: 'facts',
      items: applying.map((measure) => ({
        label: nameOf(measure, building),
        spans: countsOf(measure, building),
      })),
    },
    { kind: 'heading', text: words.methods.left },
    { kind: 'list', items: leftOut(applying, building) },
  ];
}

function identity(building: Building): Fact[] {
  const { content, words, state, code, language, madeAt, timeZone, periodName } = building;
  const { unitName, from, to, dataVersion, asOf, definitionsVersion } = content.summary;
  const formats = formatsIn(language);
  const version = formats.number(dataVersion);
  const text = (label: string, told: string): Fact => ({ label, spans: [{ text: told }] });
  return [
    text(words.methods.unit, unitName),
    text(words.methods.period, `${periodName} (${formats.days({ from, to })})`),
    text(words.methods.state, words.states[state]),
    text(words.methods.code, code ?? words.methods.noCode),
    text(
      words.methods.dataVersion,
      asOf === null
        ? version
        : filled(words.methods.dataVersionAt, { version, at: formats.instant(asOf, timeZone) }),
    ),
    text(words.methods.definitions, definitionsVersion),
    text(words.methods.made, formats.instant(madeAt, timeZone)),
  ];
}

/** The definition of a measure with its legal basis, and of each of its fields that the report shows. */
function measureBlocks(measure: MeasureId, building: Building, definition: ReportDefinition): ReportBlock[] {
  const { words, language } = building;
  const { definition: meaning, legalBasis, fields } = MEASURES[measure];
  const shown = shownFields(definition);
  return [
    { kind: 'heading', text: nameOf(measure, building) },
    {
      kind: 'paragraph',
      spans: sentences([{ text: meaning }], spansOf(words.methods.basis, { basis: legalBasis })),
    },
    {
      kind: 'facts',
      items: fields
        .filter((field) => shown.has(`${measure}.${field.id}`))
        .map((field) => ({ label: labelOf(field, language), spans: [{ text: field.definition }] })),
    },
  ];
}

/** Every field that stands somewhere in the report. */
function shownFields({ sections }: ReportDefinition): ReadonlySet<FieldKey> {
  const keys = sections.flatMap(({ parts }) =>
    parts.flatMap((part): FieldKey[] => {
      switch (part.kind) {
        case 'summary':
        case 'matrix':
          return [...part.fields];
        case 'trend':
          return [part.field];
        case 'breakdown':
        case 'figures':
          return part.fields.map((field): FieldKey => `${part.measure}.${field}`);
        case 'ikm':
          return ['ikm.score', 'ikm.respondents'];
        default:
          return [];
      }
    }),
  );
  return new Set(keys);
}

function countsOf(measure: MeasureId, { content, words, language }: Building): Span[] {
  const block = content.summary[measure];
  const figures = (...fields: readonly string[]) =>
    Object.fromEntries(
      fields.map((field) => [field, figureOf({ at: `summary.${measure}`, measure, field, block, language })]),
    );
  switch (measure) {
    case 'volume':
      return spansOf(words.methods.nVolume, figures('received'));
    case 'turnaround':
      return spansOf(words.methods.nTurnaround, figures('due', 'completed'));
    case 'complaints':
      return spansOf(words.methods.nComplaints, figures('valid', 'received'));
    case 'ikm':
      return spansOf(words.methods.nIkm, figures('respondents'));
    case 'pilots':
      return spansOf(words.methods.nPilots, figures('programmes'));
  }
}

/** What no figure counts, what is withheld, and how absent figures and signs are to be read. */
function leftOut(measures: readonly MeasureId[], building: Building): Span[][] {
  const { content, words, language } = building;
  const { summary } = content;
  const figure = (measure: MeasureId, field: string) =>
    figureOf({ at: `summary.${measure}`, measure, field, block: summary[measure], language });
  const told = (measure: MeasureId): boolean =>
    measures.includes(measure) && hasRecords(measure, summary[measure]);
  const withheld = [summary, ...(content.matrix?.items ?? [])].some((blocks) =>
    (['volume', 'turnaround', 'complaints', 'ikm'] as const).some((measure) => isSuppressed(blocks[measure])),
  );
  const { approximate } = summary.turnaround;
  return [
    ...(told('volume')
      ? [
          spansOf(words.methods.leftVolume, { cancelled: figure('volume', 'cancelled') }),
          spansOf(words.methods.lateEntries, { lateEntries: figure('volume', 'lateEntries') }),
        ]
      : []),
    ...(told('complaints')
      ? [spansOf(words.methods.leftComplaints, { invalidShare: figure('complaints', 'invalidShare') })]
      : []),
    ...(approximate || summary.complaints.approximate ? [spansOf(words.methods.approximate)] : []),
    ...(withheld ? [spansOf(words.methods.suppressed)] : []),
    ...(summary.shownUntil === undefined
      ? []
      : [spansOf(words.methods.trial, { day: formatsIn(language).date(summary.shownUntil) })]),
    spansOf(words.methods.absence),
    spansOf(words.methods.signals),
  ];
}

function nameOf(measure: MeasureId, { language }: Pick<Building, 'language'>): string {
  return language === 'en' ? MEASURES[measure].labelEn : MEASURES[measure].label;
}
