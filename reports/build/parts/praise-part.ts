/** Improvements that are worth a word of thanks. */
import type { ReportBlock } from '#contract/reports/report-document';
import type { PartDefinition } from '../../report-definition.ts';
import type { Building } from '../report-input.ts';

type PraisePart = Extract<PartDefinition, { kind: 'praise' }>;

/** A list of at most `most` improvements; a sentence where none stands out, nothing for a reader without the list. */
export function praisePart({ most }: PraisePart, { content, words }: Building): ReportBlock[] {
  if (content.attention === null) return [];
  const items = content.attention.praise.slice(0, most);
  if (items.length === 0) return [{ kind: 'paragraph', spans: [{ text: words.praise.none }] }];
  return [
    {
      kind: 'list',
      items: items.map(({ unit, sentence, facts }) => [
        { text: unit.name, strong: true },
        { text: `: ${sentence}${facts.length === 0 ? '' : ` ${facts.join(' · ')}.`}` },
      ]),
    },
  ];
}
