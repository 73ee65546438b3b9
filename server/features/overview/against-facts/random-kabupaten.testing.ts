import type { TestProduct } from '../../../testing/test-product.ts';
import {
  caseFigures,
  complaintFigures,
  surveyFigures,
  type Case,
  type Complaint,
  type Response,
  type Selection,
} from './facts-by-hand.testing.ts';
import { LocalTime } from './local-time-by-hand.testing.ts';
import { type Dice, RandomFacts, UNITS } from './random-facts.testing.ts';

const PARENTS: Readonly<Record<string, string>> = { A: '', 'A-1': 'A', 'A-2': 'A', B: '' };

export interface RandomKabupatenOptions {
  readonly product: TestProduct;
  readonly dice: Dice;
  readonly code: string;
  readonly zone: string;
  /** First day of the records. */
  readonly from: string;
  /** Instant at which they are looked at. */
  readonly now: string;
}

/** How many new records a batch has. */
export interface BatchSizes {
  readonly cases: number;
  readonly complaints: number;
  readonly responses: number;
}

/** A kabupaten with four units and random records, and what plain loops over those records count. */
export class RandomKabupaten {
  readonly local: LocalTime;
  readonly #options: RandomKabupatenOptions;
  readonly #random: RandomFacts;
  /** All records as they stand after the batches, by number. */
  readonly #cases = new Map<string, Case>();
  readonly #complaints = new Map<string, Complaint>();
  readonly #responses = new Map<string, Response>();

  private constructor(options: RandomKabupatenOptions, holidays: ReadonlySet<string>) {
    this.#options = options;
    this.local = new LocalTime(options.zone, holidays);
    this.#random = new RandomFacts({
      dice: options.dice,
      local: this.local,
      root: options.code,
      from: options.from,
      now: Date.parse(options.now),
    });
  }

  /** Adds the kabupaten and its units to the product; records come with `load`. */
  static async open(options: RandomKabupatenOptions): Promise<RandomKabupaten> {
    const { product, code, zone } = options;
    await product.addKabupaten(code, zone);
    await product.load(
      code,
      'units',
      UNITS.map((unit) => ({
        code: unit,
        name: `Unit ${unit}`,
        kind: 'skpd',
        parentCode: PARENTS[unit] || code,
        validFrom: null,
        validTo: null,
        predecessorCode: null,
      })),
    );
    const rows: { day: string }[] = await product.database.owner('national_holidays').select('day');
    return new RandomKabupaten(options, new Set(rows.map(({ day }) => day)));
  }

  /** Loads new records, numbered after the batch, and corrections of about a third of those that are there. */
  async load(batch: string, sizes: BatchSizes): Promise<void> {
    const { product, code } = this.#options;
    const random = this.#random;
    const cases = this.#batch(batch, sizes.cases, this.#cases, {
      make: (number) => random.serviceCase(number),
      change: (record) => random.changeCase(record),
    });
    const complaints = this.#batch(batch, sizes.complaints, this.#complaints, {
      make: (number) => random.complaint(number),
      change: (record) => random.changeComplaint(record),
    });
    const responses = this.#batch(batch, sizes.responses, this.#responses, {
      make: (number) => random.response(number),
      change: (record) => random.changeResponse(record),
    });
    await product.load(
      code,
      'service-cases',
      cases.map((record) => ({ ...record })),
    );
    await product.load(
      code,
      'complaints',
      complaints.map(({ history: _history, ...record }) => record),
    );
    await product.load(
      code,
      'survey-responses',
      responses.map(({ answers, ...record }) => ({
        ...record,
        ...Object.fromEntries(answers.map((answer, index) => [`u${index + 1}`, answer])),
      })),
    );
  }

  /** The units of a subtree, its top included. */
  subtree(unit: string): ReadonlySet<string> {
    const { code } = this.#options;
    if (unit === code) return new Set([code, ...UNITS]);
    return new Set([unit, ...UNITS.filter((each) => PARENTS[each] === unit)]);
  }

  casesOf(selection: Selection): ReturnType<typeof caseFigures> {
    return caseFigures([...this.#cases.values()], this.local, selection, this.#now());
  }

  complaintsOf(selection: Selection): ReturnType<typeof complaintFigures> {
    return complaintFigures([...this.#complaints.values()], this.local, selection, this.#now());
  }

  surveysOf(selection: Selection): ReturnType<typeof surveyFigures> {
    return surveyFigures([...this.#responses.values()], selection);
  }

  #now(): number {
    return Date.parse(this.#options.now);
  }

  #batch<T extends { readonly number: string }>(
    batch: string,
    size: number,
    known: Map<string, T>,
    { make, change }: { make: (number: string) => T; change: (record: T) => T },
  ): T[] {
    const records = [
      ...[...known.values()].filter(() => this.#options.dice.chance(0.3)).map(change),
      ...Array.from({ length: size }, (_, index) => make(`${batch}-${index}`)),
    ];
    for (const record of records) known.set(record.number, record);
    return records;
  }
}
