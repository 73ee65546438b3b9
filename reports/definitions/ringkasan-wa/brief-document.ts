/** Makes a built report into a brief: lists instead of tables, and only as much as one message holds. */
import type {
  ReportBlock,
  ReportDocument,
  ReportSection,
  ReportTable,
  Span,
} from '#contract/reports/report-document';
import { briefText, MOST_CHARACTERS, ROOM_FOR_LINK } from './brief-text.ts';

/** Address of the number of matters that need a decision. */
const MATTERS = 'attention.matters';

type List = Extract<ReportBlock, { kind: 'list' }>;

/**
 * The report as far as it goes into one message. What does not is left out as whole sentences, the last of the longest
 * list first; how many matters there are in all stands in the summary. Screen and text are drawn from what is returned,
 * so that both tell the same.
 *
 * @throws Error when not even one sentence of each section fits
 */
export function briefDocument(document: ReportDocument): ReportDocument {
  let brief: ReportDocument = {
    ...document,
    sections: document.sections.map(listed).filter(({ blocks }) => blocks.length > 0),
  };
  while (lengthOf(brief) > MOST_CHARACTERS) {
    const sections = withoutOne(brief.sections);
    if (sections === null) throw new Error('One sentence of each section is longer than a brief may be.');
    brief = { ...brief, sections };
  }
  return brief;
}

function lengthOf(document: ReportDocument): number {
  return briefText(document).length + (document.figures.link === null ? ROOM_FOR_LINK : 0);
}

/** The section in lists and paragraphs; small print and empty paragraphs stay out of a message. */
function listed(section: ReportSection): ReportSection {
  return {
    ...section,
    blocks: section.blocks.flatMap((block): ReportBlock[] => {
      if (block.kind === 'table')
        return [{ kind: 'list', items: block.rows.map((row) => lineOf(block, row.cells)) }];
      if (block.kind === 'list') return [{ ...block, items: block.items.map((spans) => spans.map(plain)) }];
      if (block.kind === 'paragraph' && (block.small === true || block.spans.length === 0)) return [];
      return [block];
    }),
  };
}

/** A matter as a line: which unit, and what it is. A judgement, a day and an office have their place on the screen. */
function lineOf(table: ReportTable, cells: ReportTable['rows'][number]['cells']): Span[] {
  const at = (id: string): Span | null => {
    const cell = cells[table.columns.findIndex((column) => column.id === id)] ?? null;
    return typeof cell === 'string' ? { text: cell } : cell;
  };
  const [unit, matter] = [at('unit'), at('matter')];
  if (unit === null || matter === null || 'value' in unit)
    throw new Error(`The table ${table.id} has no line for a brief.`);
  return [{ text: unit.text, strong: true }, { text: ': ' }, plain(matter)];
}

/** The facts below or behind a sentence (`n = 61 · 5 bulan …`) are for the report; in a message the sentence stands alone. */
function plain(span: Span): Span {
  return 'value' in span ? span : { ...span, text: span.text.replace(/([.!?])(?:\n| n = ).*$/s, '$1') };
}

/**
 * Without one sentence more, in this order: matters beyond the second of a list, what follows the first sentence of a
 * line, matters beyond the first, the last section as a whole, and then lines of the summary from the end. How many
 * matters there are is never left out. Null when only one sentence each is left.
 */
function withoutOne(sections: readonly ReportSection[]): ReportSection[] | null {
  const [summary = [], ...others] = sections.map(({ blocks }) =>
    blocks.filter((block) => block.kind === 'list'),
  );
  const matters = others.flat();
  return (
    withoutLast(sections, matters, 2) ??
    withoutSentence(sections) ??
    withoutLast(sections, matters, 1) ??
    (sections.length > 2 ? sections.slice(0, -1) : null) ??
    withoutLast(sections, summary, 1)
  );
}

/** Without the last line of the longest of these lists, of which at least `fewest` stay. */
function withoutLast(
  sections: readonly ReportSection[],
  lists: readonly List[],
  fewest: number,
): ReportSection[] | null {
  const [longest] = lists.toSorted((one, other) => other.items.length - one.items.length);
  if (longest === undefined || longest.items.length <= fewest) return null;
  const last = longest.items.findLastIndex((item) => !countsMatters(item));
  return last <= 0 ? null : replaced(sections, longest, longest.items.toSpliced(last, 1));
}

/** Without the last sentence of the longest line that has more than one. */
function withoutSentence(sections: readonly ReportSection[]): ReportSection[] | null {
  const lines = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'list'
        ? block.items.map((item, at) => ({ block, at, item, parts: sentencesOf(item) }))
        : [],
    ),
  );
  const [longest] = lines
    .filter(({ parts, item }) => parts.length > 1 && !countsMatters(item))
    .toSorted((one, other) => textLength(other.item) - textLength(one.item));
  if (longest === undefined) return null;
  const kept = longest.parts
    .slice(0, -1)
    .flatMap((part, index) => (index === 0 ? part : [{ text: ' ' }, ...part]));
  return replaced(sections, longest.block, longest.block.items.with(longest.at, kept));
}

/** The line that says how many matters there are: with it nothing is left out silently. */
function countsMatters(spans: readonly Span[]): boolean {
  return spans.some((span) => 'value' in span && span.id === MATTERS);
}

/** Sentences of a line stand apart by a span of one space. */
function sentencesOf(spans: readonly Span[]): Span[][] {
  return spans.reduce<Span[][]>(
    (sentences, span) => {
      if (span.text === ' ' && !('value' in span)) return [...sentences, []];
      return [...sentences.slice(0, -1), [...(sentences.at(-1) ?? []), span]];
    },
    [[]],
  );
}

function textLength(spans: readonly Span[]): number {
  return spans.reduce((sum, { text }) => sum + text.length, 0);
}

function replaced(sections: readonly ReportSection[], list: ReportBlock, items: Span[][]): ReportSection[] {
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block === list ? { kind: 'list', items } : block)),
  }));
}
