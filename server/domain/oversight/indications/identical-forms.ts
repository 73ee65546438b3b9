import { numberText } from '../../attention/attention-words.ts';
import type { IsoDate } from '../../period/civil-date.ts';
import { shortDay } from '../span-text.ts';
import { binomialTail } from './binomial-tail.ts';
import type { IndicationDefinition } from './indication.ts';

/** Survey forms of one unit and day with the same answers to every question. */
export interface IdenticalFormsFacts {
  readonly day: IsoDate;
  /** The answers in the order of the questions, e.g. `444344434`. */
  readonly answers: string;
  readonly same: number;
  /** All forms of the unit on that day. */
  readonly onDay: number;
  /** Forms of the unit on its other days of the period, and those with the same answers. */
  readonly elsewhere: number;
  readonly sameElsewhere: number;
  /** Chance that independent answers, each as frequent as at this unit, come out like this: a product over the questions. */
  readonly byItems: number;
}

/** From so many identical forms on a day it is looked at. */
export const LEAST_IDENTICAL = 5;
const FEWEST_ELSEWHERE = 30;
const RARE = 0.0001;

/**
 * How likely one form is to read like this by chance. People who are content with everything tick the same box
 * throughout, so that the combination's own share on the other days counts, and the larger of both is taken.
 */
function chanceOf(facts: IdenticalFormsFacts): number {
  return Math.max(facts.byItems, (facts.sameElsewhere + 1) / (facts.elsewhere + 2));
}

/** Forms filled in by one hand. */
export const IDENTICAL_FORMS: IndicationDefinition<IdenticalFormsFacts> = {
  id: 'identical-forms',
  name: { id: 'Formulir survei serupa', en: 'Identical survey forms' },
  definition: {
    id: `Sedikitnya ${LEAST_IDENTICAL} formulir pada unit dan hari yang sama berisi jawaban yang persis sama, dan peluangnya secara kebetulan di bawah 1 banding 10.000: dihitung dari seringnya jawaban itu pada hari lain dan dari sebaran tiap unsur. Dinilai bila ada sedikitnya ${FEWEST_ELSEWHERE} formulir pada hari lain.`,
    en: `At least ${LEAST_IDENTICAL} forms of one unit and day have exactly the same answers, and by chance that happens less than once in 10,000: counted from how often the combination occurs on other days and from each question's answers. Judged with at least ${FEWEST_ELSEWHERE} forms on other days.`,
  },
  innocent: {
    id: 'Bisa jadi satu rombongan dilayani bersama, petugas membacakan formulir bagi warga lansia, atau satu keluarga mengisi bersama.',
    en: 'A group may have been served together, an officer may have read the form out to older people, or a family filled it in together.',
  },
  judge: (facts) => {
    if (facts.same < LEAST_IDENTICAL) return 'clear';
    if (facts.elsewhere < FEWEST_ELSEWHERE) return 'insufficient-data';
    return binomialTail(facts.onDay, chanceOf(facts), facts.same) < RARE ? 'found' : 'clear';
  },
  sentence: (facts, language) => {
    const [same, onDay] = [numberText(facts.same, language), numberText(facts.onDay, language)];
    const day = shortDay(facts.day, language);
    return language === 'en'
      ? `${same} of the ${onDay} forms of ${day} have exactly the same answers (${facts.answers}).`
      : `${same} dari ${onDay} formulir tanggal ${day} berisi jawaban yang persis sama (${facts.answers}).`;
  },
  against: (facts, language) => {
    const [same, all] = [numberText(facts.sameElsewhere, language), numberText(facts.elsewhere, language)];
    return language === 'en'
      ? `on other days ${same} of ${all} forms have these answers`
      : `pada hari lain ${same} dari ${all} formulir berisi jawaban itu`;
  },
};
