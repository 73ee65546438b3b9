/** The ranked exceptions of a unit: what it is, who answers for it and since when. */
import type { AttentionItem } from '#contract/attention';
import type { ReportBlock } from '#contract/reports/report-document';
import { capitalised } from '#domain/language';
import type { PartDefinition } from '../../report-definition.ts';
import { countFigure } from '../figure.ts';
import type { Building } from '../report-input.ts';
import { filled } from '../report-words.ts';
import { sentences, spansOf } from '../spans.ts';

type ExceptionsPart = Extract<PartDefinition, { kind: 'exceptions' }>;

/** A table of at most `most` matters, and under it how many chance alone would give. */
export function exceptionsPart({ most }: ExceptionsPart, building: Building): ReportBlock[] {
  const { content, words, language } = building;
  const { attention } = content;
  if (attention === null) return [paragraph(words.exceptions.hidden)];
  const shown = attention.items.slice(0, most);
  const more = attention.more + attention.items.length - shown.length;
  const chance = spansOf(
    attention.expectedByChance < 0.5 ? words.exceptions.chanceNone : words.exceptions.chance,
    {
      checked: countFigure('attention.seriesChecked', attention.seriesChecked, language),
      chance: countFigure('attention.expectedByChance', attention.expectedByChance, language),
    },
  );
  return [
    shown.length === 0 ? paragraph(words.exceptions.none) : tableOf(shown, building),
    {
      kind: 'paragraph',
      small: true,
      spans: sentences(
        more === 0
          ? []
          : spansOf(words.exceptions.more, { more: countFigure('attention.more', more, language) }),
        attention.seriesChecked === 0 ? [] : chance,
      ),
    },
  ];
}

function tableOf(items: readonly AttentionItem[], { words }: Building): ReportBlock {
  return {
    kind: 'table',
    id: 'exceptions',
    caption: words.exceptions.caption,
    columns: [
      { id: 'mark', label: words.columns.mark, kind: 'text', width: 0.13 },
      { id: 'unit', label: words.columns.unit, kind: 'text', width: 0.18 },
      { id: 'matter', label: words.columns.matter, kind: 'text', width: 0.38 },
      { id: 'owner', label: words.columns.owner, kind: 'text', width: 0.18 },
      { id: 'since', label: words.columns.since, kind: 'date', width: 0.13 },
    ],
    rows: items.map((item) => ({
      cells: [
        markWord(item, words),
        item.unit.name,
        matterOf(item),
        item.owner?.post ?? words.exceptions.noOwner,
        item.since,
      ],
    })),
  };
}

/** The sentence with its first letter as at the beginning of a line, and the facts that stand under it. */
function matterOf({ sentence, facts }: AttentionItem): string {
  const told = capitalised(sentence);
  return facts.length === 0 ? told : `${told}\n${facts.join(' · ')}`;
}

/** The judgement of a matter as a word. */
function markWord({ mark }: Pick<AttentionItem, 'mark'>, words: Building['words']): string {
  return words.marks[mark];
}

function paragraph(text: string): ReportBlock {
  return { kind: 'paragraph', spans: [{ text: filled(text, {}) }] };
}
