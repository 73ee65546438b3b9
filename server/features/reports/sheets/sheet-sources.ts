import type { Attention, Today } from '#contract/attention';
import type { Disposition } from '#contract/dispositions';
import type { Entry } from '#contract/innovations/catalogue';
import type { Series, Summary } from '#contract/measures';
import type { Language } from '#contract/messages';
import type { Sample } from '#contract/oversight/samples';
import type { MeasureId } from '#domain/measures';
import type { SampledRecord } from '../../../../reports/definitions/kertas-kerja-uji-petik/worksheet.ts';
import type { Person } from '../../../platform/auth/person.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** Who asks for a sheet, and in which language it is told. */
export interface SheetAsker {
  readonly person: Person;
  readonly language: Language;
}

/** One unit and its days; without days the current month up to today. */
export interface SheetSelection {
  readonly unit: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * The answers of the screens that the sheets show, by the same functions that answer the screens. Handed in by the
 * composition root. Each throws what its screen would be refused.
 */
export interface SheetSources {
  today(transaction: ReadTransaction, person: Person, unit: string | undefined): Promise<Today>;
  attention(transaction: ReadTransaction, asker: SheetAsker, unit: string | undefined): Promise<Attention>;
  summary(transaction: ReadTransaction, asker: SheetAsker, selection: SheetSelection): Promise<Summary>;
  /** By month. */
  series(
    transaction: ReadTransaction,
    asker: SheetAsker,
    selection: SheetSelection,
    measure: MeasureId,
    field: string,
  ): Promise<Series>;
  /** Disposisi that the post received, or those about a unit. */
  dispositions(
    transaction: ReadTransaction,
    person: Person,
    of: { readonly box: 'received' } | { readonly unit: string },
  ): Promise<readonly Disposition[]>;
  /** Titles of the posts that answer for the unit. */
  responsible(person: Person, unit: string): Promise<readonly string[]>;
  /** Reads the shared catalogue alone for members of FORCASI, who have no kabupaten. */
  entry(asker: SheetAsker, key: string): Promise<Entry>;
  sample(
    asker: SheetAsker,
    id: string,
  ): Promise<{ readonly sample: Sample; readonly records: ReadonlyMap<string, SampledRecord> }>;
}
