import { formatsIn } from '../formats/formats.ts';
import type { Language } from '../language.ts';
import type { IsoDate } from '../period/civil-date.ts';

/** How figures came to be: computed while they may still change, frozen once, or frozen again after corrections. */
export type FigureOrigin =
  | { readonly state: 'sementara'; readonly at: string; readonly timeZone: string }
  | {
      readonly state: 'tetap' | 'perbaikan';
      /** Title of the post that froze them, and the day in the zone of the kabupaten. */
      readonly by: string;
      readonly on: IsoDate;
      readonly code: string;
      /** Code of the figures that these correct; null where they are the first. */
      readonly corrects: string | null;
    };

/** The sentence at the foot of whatever shows the figures, with its full stop. */
export function stateSentence(origin: FigureOrigin, language: Language): string {
  const formats = formatsIn(language);
  if (origin.state === 'sementara') {
    const at = formats.instant(origin.at, origin.timeZone);
    return language === 'id'
      ? `Angka sementara per ${at}; masih dapat berubah.`
      : `Provisional figures as of ${at}; they may still change.`;
  }
  const on = formats.date(origin.on);
  const { by, code, corrects } = origin;
  if (language === 'en') {
    const figures = corrects === null ? 'Final figures' : `Figures correcting ${corrects}`;
    return `${figures}, frozen by ${by} on ${on}, code ${code}.`;
  }
  const figures = corrects === null ? 'Angka tetap' : `Angka perbaikan atas ${corrects}`;
  return `${figures}, ditetapkan ${by} pada ${on}, kode ${code}.`;
}
