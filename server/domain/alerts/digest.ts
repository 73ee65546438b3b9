/** The digest: what alerts have done since the last one, in one text that is short on a calm day. */
import type { Told } from '../attention/attention-words.ts';
import { formatsIn } from '../formats/formats.ts';
import { capitalised, type Language } from '../language.ts';
import type { IsoDate } from '../period/civil-date.ts';

/** A line about a unit. */
export interface DigestLine {
  readonly unitName: string;
  /** After the name, in the language of the digest, with its full stop. */
  readonly sentence: string;
}

/** What a digest, or a mail about one round, tells of; each list in the order in which it is read. */
export interface DigestWords {
  /** What was found when alerts began: it is no news of that day. */
  readonly opening: readonly DigestLine[];
  readonly opened: readonly DigestLine[];
  readonly escalated: readonly DigestLine[];
  readonly reminded: readonly DigestLine[];
  readonly recovered: readonly DigestLine[];
  readonly praise: readonly DigestLine[];
}

export interface DigestParts extends DigestWords {
  /** What was looked at: so many units, records up to a day; null when there are no records. */
  readonly looked: { readonly units: number; readonly until: IsoDate | null };
  /** Still open from before, beyond those told of. */
  readonly open: number;
}

const TITLES: Readonly<Record<keyof DigestWords, Told>> = {
  opening: { id: 'Keadaan saat pemantauan dimulai', en: 'How things stood when watching began' },
  opened: { id: 'Peringatan baru', en: 'New alerts' },
  escalated: { id: 'Bertambah berat', en: 'More serious now' },
  reminded: { id: 'Masih berlangsung', en: 'Still going on' },
  recovered: { id: 'Sudah pulih', en: 'Recovered' },
  praise: { id: 'Patut diapresiasi', en: 'Worth a word of thanks' },
};
const KINDS = ['opening', 'opened', 'escalated', 'reminded', 'recovered', 'praise'] as const;

export const CALM: Told = { id: 'Tidak ada perubahan berarti.', en: 'Nothing changed notably.' };

/** True when nothing opened, escalated, reminds or recovered: praise alone is no change that needs a decision. */
export function isCalm(words: DigestWords): boolean {
  return KINDS.every((kind) => kind === 'praise' || words[kind].length === 0);
}

/** A section of the digest, ready to be shown. */
export interface DigestSection {
  readonly kind: keyof DigestWords;
  readonly title: string;
  readonly lines: readonly string[];
}

/** The sections that have anything, in order; what is said of one unit is one line. */
export function digestSections(words: DigestWords, language: Language): DigestSection[] {
  return KINDS.flatMap((kind) =>
    words[kind].length === 0
      ? []
      : [
          {
            kind,
            title: TITLES[kind][language],
            lines: [...Map.groupBy(words[kind], ({ unitName }) => unitName)].map(
              ([unitName, lines]) =>
                `${unitName}: ${lines.map(({ sentence }, index) => (index === 0 ? sentence : capitalised(sentence))).join(' ')}`,
            ),
          },
        ],
  );
}

/** The sections as plain text, a paragraph each. */
export function sectionTexts(words: DigestWords, language: Language): string[] {
  return digestSections(words, language).map(
    ({ title, lines }) => `${title}\n${lines.map((line) => `- ${line}`).join('\n')}`,
  );
}

/** What was looked at: `26 unit dipantau, data sampai 21 Nov 2026.` */
export function lookedAt({ looked, open }: DigestParts, language: Language): string {
  const formats = formatsIn(language);
  const units = formats.number(looked.units);
  const until = looked.until === null ? null : formats.date(looked.until);
  if (language === 'id')
    return [
      `${units} unit dipantau, ${until === null ? 'belum ada data' : `data sampai ${until}`}.`,
      ...(open > 0 ? [`${formats.number(open)} peringatan lama masih terbuka.`] : []),
    ].join(' ');
  return [
    `${units} ${looked.units === 1 ? 'unit' : 'units'} watched, ${until === null ? 'no records yet' : `records up to ${until}`}.`,
    ...(open > 0
      ? [`${formats.number(open)} earlier ${open === 1 ? 'alert is' : 'alerts are'} still open.`]
      : []),
  ].join(' ');
}

/** The whole digest as plain text. */
export function digestText(parts: DigestParts, language: Language): string {
  return [
    ...(isCalm(parts) ? [CALM[language]] : []),
    ...sectionTexts(parts, language),
    lookedAt(parts, language),
  ].join('\n\n');
}
