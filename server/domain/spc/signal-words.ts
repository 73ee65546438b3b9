/** Values, months and small numbers as they stand in the sentences of signals, in both languages. */
import { numberFormat } from '../formats/kept-intl.ts';
import { type Language, LOCALES, monthText, NO_BREAK } from '../language.ts';
import type { MeasureField, MeasureId } from '../measures.ts';
import type { IsoDate } from '../period/civil-date.ts';

const MINUTES_PER_HOUR = 60;
/** A day on the wall, and a working day of the default calendar; only for telling minutes in words. */
const MINUTES_PER_DAY = 1_440;
const MINUTES_PER_WORKING_DAY = 480;

/** What is counted, one and many. */
const NOUNS: Readonly<Record<Language, Readonly<Record<MeasureId, readonly [string, string]>>>> = {
  id: {
    volume: ['permohonan', 'permohonan'],
    turnaround: ['permohonan', 'permohonan'],
    complaints: ['aduan', 'aduan'],
    ikm: ['responden', 'responden'],
    pilots: ['program percontohan', 'program percontohan'],
  },
  en: {
    volume: ['application', 'applications'],
    turnaround: ['application', 'applications'],
    complaints: ['complaint', 'complaints'],
    ikm: ['respondent', 'respondents'],
    pilots: ['pilot programme', 'pilot programmes'],
  },
};

const NUMBERS: Readonly<Record<Language, readonly string[]>> = {
  id: [
    'nol',
    'satu',
    'dua',
    'tiga',
    'empat',
    'lima',
    'enam',
    'tujuh',
    'delapan',
    'sembilan',
    'sepuluh',
    'sebelas',
    'dua belas',
  ],
  en: [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
};

/** A number and what it is counted in: `91` and ` %`, `14` and ` aduan`. */
interface Quantity {
  readonly number: string;
  readonly unit: string;
}

/** Writes the values of one field in one language. */
export class SignalWords {
  readonly #measure: MeasureId;
  readonly #field: MeasureField;
  readonly #language: Language;

  constructor(measure: MeasureId, field: MeasureField, language: Language) {
    this.#measure = measure;
    this.#field = field;
    this.#language = language;
  }

  /** `91,3 %`, `14 aduan`, `2,5 hari kerja`, `84,12`: with no more decimals than tell something. */
  value(value: number): string {
    const { number, unit } = this.#quantity(value);
    return number + unit;
  }

  /** `3–9`, `85–97 %`: limits without the noun of what is counted, which stands before them. */
  range(lower: number, upper: number): string {
    const [from, to] = [lower, upper].map((value) => this.#quantity(value));
    if (!from || !to) return '';
    const unit = this.#field.unit === 'count' ? '' : to.unit;
    if (from.number === to.number && from.unit === to.unit) return to.number + unit;
    return from.unit === to.unit || this.#field.unit === 'count'
      ? `${from.number}–${to.number}${unit}`
      : `${from.number}${from.unit}–${to.number}${to.unit}`;
  }

  /** Records by number and noun: `5 aduan`. */
  records(count: number): string {
    return `${this.#number(count, 0)} ${this.#noun(count)}`;
  }

  /** `tujuh bulan`, `seven months`; digits from thirteen on. */
  months(count: number): string {
    const number = NUMBERS[this.#language][count] ?? this.#number(count, 0);
    if (this.#language === 'id') return `${number} bulan`;
    return `${number} ${count === 1 ? 'month' : 'months'}`;
  }

  /** `Juni`, with its year where that is not the year of today. */
  month(day: IsoDate, today: IsoDate): string {
    return monthText(day, today, this.#language);
  }

  #quantity(value: number): Quantity {
    switch (this.#field.unit) {
      case 'share':
        return { number: this.#percent(value), unit: this.#language === 'id' ? `${NO_BREAK}%` : '%' };
      case 'minutes':
        return this.#duration(value);
      case 'count':
        return { number: this.#number(value, value < 20 ? 1 : 0), unit: ` ${this.#noun(value)}` };
      case 'score':
        return { number: this.#number(value, 2), unit: '' };
    }
  }

  /** A share that is not whole never reads as 0 % or 100 %. */
  #percent(share: number): string {
    const rounded = Math.round(share * 1_000) / 10;
    const told = share > 0 && rounded === 0 ? 0.1 : share < 1 && rounded === 100 ? 99.9 : rounded;
    return this.#number(told, 1);
  }

  #duration(minutes: number): Quantity {
    const isOfficial = this.#field.id.includes('Working');
    const day = isOfficial ? MINUTES_PER_WORKING_DAY : MINUTES_PER_DAY;
    const inIndonesian = this.#language === 'id';
    if (Math.round(minutes) < 1.5 * MINUTES_PER_HOUR)
      return { number: this.#number(minutes, 0), unit: `${NO_BREAK}${inIndonesian ? 'menit' : 'min'}` };
    if (minutes < (isOfficial ? day : 1.5 * day)) {
      const hours = this.#number(minutes / MINUTES_PER_HOUR, 1);
      return { number: hours, unit: `${NO_BREAK}${inIndonesian ? 'jam' : 'h'}` };
    }
    const days = inIndonesian ? `hari${isOfficial ? ' kerja' : ''}` : `${isOfficial ? 'working ' : ''}days`;
    return { number: this.#number(minutes / day, 1), unit: `${NO_BREAK}${days}` };
  }

  #noun(count: number): string {
    const [one, many] = NOUNS[this.#language][this.#measure];
    return count === 1 ? one : many;
  }

  #number(value: number, decimals: number): string {
    return numberFormat(LOCALES[this.#language], { maximumFractionDigits: decimals }).format(value);
  }
}
