/** Takes a document apart into what is read one after another, to look it up in a file that was made of it. */
import type {
  Figure,
  ReportBlock,
  ReportCell,
  ReportDocument,
  Span,
} from '#contract/reports/report-document';

/** A figure where it stands: the words before it in its row or its sentence, and whether its picture alone shows it. */
export interface ToldFigure {
  readonly section: string;
  readonly figure: Figure;
  /** `sentence`: inside of words; `cell`: alone; `point`: a point of a chart, or its target. */
  readonly place: 'sentence' | 'cell' | 'point';
}

/** A row of a table or a sentence, as one piece that stands together in every format. */
export interface ToldLine {
  readonly section: string;
  readonly parts: readonly (string | Figure)[];
  readonly place: ToldFigure['place'];
}

/** Everything that is read, in order. */
export function linesOf(document: ReportDocument): ToldLine[] {
  return document.sections.flatMap((section) =>
    section.blocks.flatMap((block) =>
      blockLines(block).map(({ parts, place }) => ({ section: section.title, parts, place })),
    ),
  );
}

/** Every figure of the document, in order. */
export function figuresIn(document: ReportDocument): ToldFigure[] {
  return linesOf(document).flatMap(({ section, parts, place }) =>
    parts.flatMap((part) => (typeof part === 'string' ? [] : [{ section, figure: part, place }])),
  );
}

function blockLines(block: ReportBlock): Omit<ToldLine, 'section'>[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ parts: spanParts(block.spans), place: 'sentence' }];
    case 'list':
      return block.items.map((spans) => ({ parts: spanParts(spans), place: 'sentence' }));
    case 'facts':
      // A number alone is a cell beside its label; among words it is part of a sentence.
      return block.items.map(({ label, spans }) =>
        spans.length === 1
          ? { parts: [label, ...spanParts(spans)], place: 'cell' }
          : { parts: spanParts(spans), place: 'sentence' },
      );
    case 'number':
      return [{ parts: [block.figure], place: 'cell' }];
    case 'table':
      return block.rows.map(({ cells }) => ({ parts: cells.flatMap(cellParts), place: 'cell' }));
    case 'chart':
      return [
        ...block.points.map(({ label, figure }): Omit<ToldLine, 'section'> => ({
          parts: figure === null ? [label] : [label, figure],
          place: 'point',
        })),
        ...(block.target === null ? [] : [{ parts: [block.target], place: 'point' } as const]),
      ];
    case 'heading':
    case 'lines':
    case 'signatures':
      return [];
  }
}

function spanParts(spans: readonly Span[]): (string | Figure)[] {
  return spans.map((span) => ('value' in span ? span : span.text));
}

function cellParts(cell: ReportCell): (string | Figure)[] {
  return cell === null || cell === '' ? [] : [cell];
}
