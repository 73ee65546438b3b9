import type { Case, Complaint, Response } from './facts-by-hand.testing.ts';
import { type LocalTime, nextDay } from './local-time-by-hand.testing.ts';

export const UNITS = ['A', 'A-1', 'A-2', 'B'] as const;
const SERVICES = ['umum', 'kk', 'akta-kelahiran'] as const;
const CHANNELS = ['tatap-muka', 'web', 'whatsapp'] as const;
const CLASSES = ['normatif', 'tidak-berkadar-pengawasan', 'berkadar-pengawasan', 'aspirasi'] as const;
const COMPLAINT_STATUSES = [
  'diterima',
  'diverifikasi',
  'ditindaklanjuti',
  'ditutup',
  'ditunda',
  'tidak-valid',
  'bukan-kewenangan',
] as const;
const RESOLVED_STATUSES = ['selesai', 'ditutup', 'dibuka-kembali', 'tidak-valid'] as const;
const DAY_MS = 86_400_000;

/** The same numbers for the same seed (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0 and below 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Whole, from 0 to `count` − 1. */
  below(count: number): number {
    return Math.floor(this.roll() * count);
  }

  chance(probability: number): boolean {
    return this.roll() < probability;
  }

  of<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  }
}

export interface RandomFactsOptions {
  readonly dice: Dice;
  readonly local: LocalTime;
  /** Code of the kabupaten, whose own unit has records too. */
  readonly root: string;
  readonly from: string;
  /** Epoch milliseconds; nothing happens later, but deadlines may lie ahead. */
  readonly now: number;
}

/** Records at random: many on the same days, some at midnight, some within the hour that clocks skip or repeat. */
export class RandomFacts {
  readonly #options: RandomFactsOptions;
  readonly #days: string[] = [];

  constructor(options: RandomFactsOptions) {
    this.#options = options;
    for (let day = options.from; day <= options.local.dayOf(options.now); day = nextDay(day))
      this.#days.push(day);
  }

  serviceCase(number: string): Case {
    const { dice } = this.#options;
    const base = {
      unit: this.#unit(),
      number,
      service: '',
      channel: '',
      status: '',
      receivedAt: '',
      completedAt: null,
      dueAt: null,
      visits: null,
      recordedAt: null,
      preparedOnline: null,
    };
    return this.#fillCase(base, dice);
  }

  /** The same case as a later file has it. */
  changeCase(record: Case): Case {
    return this.#fillCase(record, this.#options.dice);
  }

  complaint(number: string): Complaint {
    const base = {
      unit: this.#unit(),
      number,
      service: '',
      channel: '',
      class: '',
      status: '',
      receivedAt: '',
      firstResponseAt: null,
      resolvedAt: null,
      dueAt: null,
      history: [],
    };
    return this.changeComplaint(base);
  }

  /** The same complaint as a later file has it; what it ever was stays known. */
  changeComplaint(record: Complaint): Complaint {
    const { dice } = this.#options;
    const receivedAt = record.receivedAt !== '' && dice.chance(0.8) ? record.receivedAt : this.#moment();
    const resolvedAt = dice.chance(0.5) ? this.#after(receivedAt, 40) : null;
    const status = resolvedAt === null ? dice.of(COMPLAINT_STATUSES) : dice.of(RESOLVED_STATUSES);
    return {
      ...record,
      receivedAt,
      resolvedAt,
      status,
      service: dice.of(SERVICES),
      channel: dice.of(CHANNELS),
      class: dice.of(CLASSES),
      firstResponseAt: dice.chance(0.5) ? this.#after(receivedAt, 20) : null,
      dueAt: dice.chance(0.2)
        ? new Date(Date.parse(receivedAt) + dice.below(20 * 24) * 3_600_000).toISOString()
        : null,
      history: [...record.history, status, ...(resolvedAt === null ? [] : ['selesai'])],
    };
  }

  response(number: string): Response {
    const { dice } = this.#options;
    const old = dice.chance(0.2);
    return {
      unit: this.#unit(),
      number,
      service: dice.of(SERVICES),
      instrument: old ? 'kep-25-2004' : 'permenpanrb-14-2017',
      date: dice.of(this.#days),
      answers: Array.from({ length: old ? 14 : 9 }, () => 1 + dice.below(4)),
    };
  }

  changeResponse(record: Response): Response {
    return { ...record, answers: record.answers.map(() => 1 + this.#options.dice.below(4)) };
  }

  #fillCase(record: Case, dice: Dice): Case {
    const receivedAt = record.receivedAt !== '' && dice.chance(0.8) ? record.receivedAt : this.#moment();
    const status = dice.of([
      'selesai',
      'selesai',
      'selesai',
      'ditolak',
      'dibatalkan',
      'diproses',
      'diterima',
      'ditunda',
    ]);
    const finished = status === 'selesai' || status === 'ditolak';
    return {
      ...record,
      receivedAt,
      status,
      completedAt: finished
        ? dice.chance(0.1)
          ? receivedAt
          : this.#after(receivedAt, dice.of([0.01, 1, 30]))
        : null,
      service: dice.of(SERVICES),
      channel: dice.of(CHANNELS),
      dueAt: dice.chance(0.3)
        ? new Date(Date.parse(receivedAt) + dice.below(20 * 24) * 3_600_000).toISOString()
        : null,
      visits: dice.chance(0.5) ? dice.below(3) : null,
      recordedAt: dice.chance(0.5) ? this.#after(receivedAt, dice.of([0, 1, 4])) : null,
      preparedOnline: dice.chance(0.5) ? dice.chance(0.5) : null,
    };
  }

  #unit(): string {
    return this.#options.dice.of([...UNITS, this.#options.root]);
  }

  /** A moment on a local day: often at its edges, or between two and three at night, when clocks are changed. */
  #moment(): string {
    const { dice, local, now } = this.#options;
    for (;;) {
      const second = dice.of([0, 1, 86_399, 7200 + dice.below(3600), dice.below(86_400), dice.below(86_400)]);
      const day = dice.of(this.#days);
      try {
        const instant = local.instantOf(day, second);
        if (instant <= now) return new Date(instant).toISOString();
      } catch {
        // The hour that was skipped.
      }
    }
  }

  #after(instant: string, days: number): string {
    const { dice, now } = this.#options;
    const later = Date.parse(instant) + Math.floor((dice.roll() * days * DAY_MS) / 1000) * 1000;
    return new Date(Math.min(later, now)).toISOString();
  }
}
