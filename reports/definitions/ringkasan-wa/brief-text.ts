/** A report as one message for WhatsApp: `*bold*`, bullets, and the address at the end. */
import type { ReportBlock, ReportDocument, Span } from '#contract/reports/report-document';

/** Characters of the longest brief, the address included. */
export const MOST_CHARACTERS = 900;
/** Kept free for the address where PANDU does not know its own: who copies the brief adds it. */
export const ROOM_FOR_LINK = 120;

const DEMO = {
  id: 'DATA CONTOH – bukan kinerja sebenarnya',
  en: 'SAMPLE DATA – not actual performance',
} as const;
const MORE = { id: 'Selengkapnya di', en: 'More in' } as const;
const STATES = {
  id: { sementara: 'angka sementara', tetap: 'angka tetap', perbaikan: 'angka perbaikan' },
  en: { sementara: 'provisional figures', tetap: 'final figures', perbaikan: 'corrected figures' },
} as const;

/**
 * The text of a brief: who and when, its sentences as they are, the address. Every figure reads as it does everywhere
 * else; nothing is cut.
 *
 * @throws Error for a document with a table or a chart, which no message can hold
 */
export function briefText(document: ReportDocument): string {
  const { language, figures, period, unitName } = document;
  const head = [
    `*${unitName}, ${period.name}*`,
    `_${[STATES[language][figures.state], figures.code].filter((part) => part !== null).join(' · ')}_`,
    ...(document.demo ? [DEMO[language]] : []),
  ].join('\n');
  const sections = document.sections.map((section, index) => {
    const lines = section.blocks.flatMap(linesOf);
    // The first section needs no title: it is what the message is about.
    return lines.length === 0 ? '' : [...(index === 0 ? [] : [`*${section.title}*`]), ...lines].join('\n');
  });
  const end = `${MORE[language]}${figures.link === null ? ' PANDU' : `\n${figures.link}`}`;
  return [head, ...sections, end].filter((part) => part !== '').join('\n\n');
}

function linesOf(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`*${block.text}*`];
    case 'paragraph':
      return block.spans.length === 0 ? [] : [written(block.spans)];
    case 'list':
      return block.items.map((spans) => `• ${written(spans)}`);
    case 'number':
      return [`${block.label}: ${block.figure.text}`];
    case 'facts':
      return block.items.map(({ label, spans }) => `${label}: ${written(spans)}`);
    default:
      throw new Error(`A brief cannot hold a block of the kind ${block.kind}.`);
  }
}

/** Bold is told by asterisks; one inside the words would end it. */
function written(spans: readonly Span[]): string {
  return spans
    .map((span) =>
      'strong' in span && span.strong === true ? `*${span.text.replaceAll('*', '')}*` : span.text,
    )
    .join('');
}
