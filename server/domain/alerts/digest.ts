/** The digest: what alerts have done since the last one, in one text that is short on a calm day. */
import type { Told } from '../attention/attention-words.ts';
import { formatsIn } from '../formats/formats.ts';
import type { Language } from '../language.ts';
import type { IsoDate } from '../period/civil-date.ts';

/** A line about a unit. */
export interface DigestLine {
  readonly unitName: string;
  /** After the name, in the language of the digest, with its full stop. */
  readonly sentence: string;
}

export interface DigestParts {
  readonly opened: readonly DigestLine[];
  readonly reminded: readonly DigestLine[];
  readonly recovered: readonly DigestLine[];
  readonly praise: readonly DigestLine[];
  /** What was looked at: so many units, records up to a day; null when there are no records. */
  readonly looked: { readonly units: number; readonly until: IsoDate | null };
  /** Still open from before, beyond those of `reminded`. */
  readonly open: number;
}

const TITLES: Readonly<Record<'opened' | 'reminded' | 'recovered' | 'praise', Told>> = {
  opened: { id: 'Peringatan baru', en: 'New alerts' },
  reminded: { id: 'Masih berlangsung', en: 'Still going on' },
  recovered: { id: 'Sudah pulih', en: 'Recovered' },
  praise: { id: 'Patut diapresiasi', en: 'Worth a word of thanks' },
};

export const CALM: Told = { id: 'Tidak ada perubahan berarti.', en: 'Nothing changed notably.' };

/** True when nothing opened, reminds or recovered: praise alone is no change that needs a decision. */
export function isCalm({ opened, reminded, recovered }: DigestParts): boolean {
  return opened.length + reminded.length + recovered.length === 0;
}

/** A section of the digest, ready to be shown. */
export interface DigestSection {
  readonly kind: keyof typeof TITLES;
  readonly title: string;
  readonly lines: readonly string[];
}

/** The sections that have anything, in order. */
export function digestSections(parts: DigestParts, language: Language): DigestSection[] {
  return (['opened', 'reminded', 'recovered', 'praise'] as const).flatMap((kind) =>
    parts[kind].length === 0
      ? []
      : [
          {
            kind,
            title: TITLES[kind][language],
            lines: parts[kind].map(({ unitName, sentence }) => `${unitName}: ${sentence}`),
          },
        ],
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
  const sections = digestSections(parts, language).map(
    ({ title, lines }) => `${title}\n${lines.map((line) => `- ${line}`).join('\n')}`,
  );
  return [...(isCalm(parts) ? [CALM[language]] : []), ...sections, lookedAt(parts, language)].join('\n\n');
}
