/**
 * Which of the frozen figures a report declares, read from its definition alone: nothing of what builds reports is used
 * here, so that a figure that was lost on the way is missed.
 */
import type { SnapshotContent } from '#contract/reports/snapshot-content';
import { MEASURES, type MeasureId } from '#domain/measures';
import { figuresOf, type SnapshotFigure } from '#domain/snapshots/snapshot-figures';
import type { PartDefinition, ReportDefinition } from '../../../../reports/report-definition.ts';

/** Every figure of the content that has a number; of a block of nothing but zeros a report says that there are no data. */
export function numbersOf(content: SnapshotContent): SnapshotFigure[] {
  return figuresOf(content).filter((figure) => figure.value !== null && !isOfNothing(figure, content));
}

/** What a figure is, whatever it is of: `matrix volume.open`, `breakdowns by unit ikm.score`. */
export function kindOf({ part, measure, field, by }: SnapshotFigure): string {
  return [part, by === null ? '' : `by ${by}`, `${measure}.${field.replace(/^unsur\.U\d$/, 'unsur')}`]
    .filter((word) => word !== '')
    .join(' ');
}

/** The addresses of the figures with a number that a report has to show. */
export function declaredAddresses(
  definition: ReportDefinition,
  content: SnapshotContent,
): ReadonlySet<string> {
  const known = new Set(numbersOf(content).map(({ address }) => address));
  const declared = definition.sections.flatMap(({ parts }) =>
    parts.flatMap((part) => addressesOf(part, content)),
  );
  return new Set(declared.filter((address) => known.has(address)));
}

function addressesOf(part: PartDefinition, content: SnapshotContent): string[] {
  switch (part.kind) {
    case 'summary':
      return part.fields.map((field) => `summary.${field}`);
    case 'matrix':
      return [
        ...(content.matrix?.items ?? []).flatMap(({ key }) =>
          part.fields.map((field) => `matrix.${key}.${field}`),
        ),
        // The last row is the whole.
        ...(content.matrix === null ? [] : part.fields.map((field) => `summary.${field}`)),
      ];
    case 'trend':
      return content.trends.items
        .filter(({ measure, field }) => `${measure}.${field}` === part.field)
        .flatMap(({ points }) => points.map(({ from }) => `trends.${part.field}.${from}`));
    case 'figures':
      return part.fields.flatMap((field) => [
        `summary.${part.measure}.${field}`,
        `summary.${part.measure}.previous.${field}`,
      ]);
    case 'breakdown':
      return breakdownAddresses(part, content);
    case 'ikm':
      return [
        'summary.ikm.score',
        'summary.ikm.respondents',
        'summary.ikm.requiredRespondents',
        ...content.summary.ikm.unsur.map(({ code }) => `summary.ikm.unsur.${code}`),
        ...(content.respondents?.sex ?? []).map(({ key }) => `respondents.sex.${key}`),
        ...(content.respondents?.education ?? []).map(({ key }) => `respondents.education.${key}`),
      ];
    case 'methods':
    case 'exceptions':
    case 'praise':
    case 'signatures':
      return [];
  }
}

function breakdownAddresses(
  { measure, by, fields, most }: Extract<PartDefinition, { kind: 'breakdown' }>,
  { breakdowns }: SnapshotContent,
): string[] {
  const answer = breakdowns.find((each) => each.measure === measure && each.by === by);
  // Without a row all is withheld, and the report says so.
  if (answer === undefined || answer.items.length === 0) return [];
  const at = `breakdowns.${measure}.${by}`;
  // Of the unsur their means are told, and by how many; the whole is the score itself.
  if (by === 'unsur')
    return answer.items.flatMap(({ key }) => [`${at}.${key}.mean`, `${at}.${key}.respondents`]);
  const filled = answer.items.filter((item) => by === 'unit' || holdsNumbers(measure, item));
  return [...filled.slice(0, most).map(({ key }) => key), '*'].flatMap((key) =>
    fields.map((field) => `${at}.${key}.${field}`),
  );
}

function isOfNothing({ part, measure, by, address }: SnapshotFigure, content: SnapshotContent): boolean {
  const block = blockAt(part, address.split('.'));
  return block !== undefined && !holdsNumbers(measure, block);

  function blockAt(kind: SnapshotFigure['part'], names: readonly string[]): object | null | undefined {
    switch (kind) {
      case 'summary':
        return content.summary[measure];
      case 'previous':
        return content.summary[measure]?.previous;
      case 'matrix':
        return content.matrix?.items.find(({ key }) => address.startsWith(`matrix.${key}.${measure}.`))?.[
          measure
        ];
      case 'breakdowns': {
        const answer = content.breakdowns.find((each) => each.measure === measure && each.by === by);
        const key = names.slice(3, -1).join('.');
        return key === '*' ? answer?.total : answer?.items.find((item) => item.key === key);
      }
      // Nobody answered: no group is told.
      case 'respondents':
        return content.summary.ikm;
      case 'trends':
      case 'peers':
        return undefined;
    }
  }
}

function holdsNumbers(measure: MeasureId, block: object | null): boolean {
  if (block === null) return false;
  const values = new Map<string, unknown>(Object.entries(block));
  return (
    values.get('suppressed') === true ||
    MEASURES[measure].fields.some(({ id }) => {
      const value = values.get(id);
      return typeof value === 'number' && value > 0;
    })
  );
}
