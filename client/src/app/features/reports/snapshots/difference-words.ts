import { Injectable, inject } from '@angular/core';
import { groupLabel } from '#domain/ikm/respondent-profile';
import { type MeasureField, findField } from '#domain/measures';
import { Formats } from '../../../core/formats.ts';
import { Kamus } from '../../../core/kamus.ts';
import { Language } from '../../../core/language.ts';
import type { FigureDifference } from './snapshots-api.ts';

/** Decimals of a mean of an unsur, as in the tables of the regulation. */
const MEAN_DECIMALS = 3;
const MINUS = '−';

/** Figures that differ, in the words of the kamus. */
@Injectable({ providedIn: 'root' })
export class DifferenceWords {
  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly language = inject(Language);
  private readonly t = this.language.t;

  /** `Tepat waktu`, `Rata-rata unsur U4`, `Jumlah catatan`. */
  name({ measure, field }: FigureDifference): string {
    const known = findField(measure, field);
    if (known !== null) return this.kamus.label(known);
    if (field.startsWith('unsur.')) return this.t('snapshots.figure.unsur', { code: field.slice(6) });
    return this.t(OTHER_FIELDS.has(field) ? `snapshots.figure.${field}` : 'snapshots.figure.n');
  }

  /** Which measure, and of what: `Layanan · Sebulu`, `Aduan · bulan Feb 2026`. */
  place({ part, measure, by, label, month }: FigureDifference): string {
    const of = this.kamus.measureLabel(measure);
    if (part === 'previous') return `${of} · ${this.t('snapshots.figure.previous')}`;
    if (month !== null)
      return `${of} · ${this.t('snapshots.figure.month', { month: this.formats.now.bucket(month, 'month') })}`;
    if (part === 'peers') {
      const which = this.t(`snapshots.figure.peers.${label ?? 'own'}`);
      return `${of} · ${which}`;
    }
    if (part === 'respondents' && (by === 'sex' || by === 'education'))
      return `${of} · ${groupLabel(by, label ?? '', this.language.active()) ?? label}`;
    if (label !== null) return `${of} · ${label}`;
    return by === null ? of : `${of} · ${this.t('snapshots.figure.whole')}`;
  }

  /** The value as the screens write it; the word for a missing one. */
  value({ measure, field }: FigureDifference, value: number | null): string {
    if (value === null) return this.t('snapshots.figure.none');
    const known = findField(measure, field);
    if (known !== null) return this.formats.now.value(known, value);
    return this.formats.now.number(value, isMean(field) ? MEAN_DECIMALS : 0);
  }

  /** `+1,3 poin`, `−4`; empty where one side is missing. */
  change({ measure, field, difference }: FigureDifference): string {
    if (difference === null) return '';
    const known = findField(measure, field);
    const sign = difference < 0 ? MINUS : '+';
    return `${sign}${this.size(known, field, Math.abs(difference))}`;
  }

  /** True where both sides read the same: the difference lies behind the decimals that are shown. */
  readsSame(each: FigureDifference): boolean {
    return this.value(each, each.before) === this.value(each, each.after);
  }

  private size(known: MeasureField | null, field: string, size: number): string {
    const { now } = this.formats;
    if (known === null) return now.number(size, isMean(field) ? MEAN_DECIMALS : 0);
    if (known.unit === 'share')
      return this.t('snapshots.figure.points', { size: now.number(size * 100, known.decimals + 1) });
    return now.value(known, size);
  }
}

const OTHER_FIELDS: ReadonlySet<string> = new Set([
  'requiredRespondents',
  'visitsKnown',
  'preparedKnown',
  'mean',
]);

function isMean(field: string): boolean {
  return field === 'mean' || field.startsWith('unsur.');
}
