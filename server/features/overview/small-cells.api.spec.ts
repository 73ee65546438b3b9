import type { Breakdown, Matrix, Series, Summary } from '#contract/measures';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const MUARA_KAMAN = '64.02.08';
const ANGGANA = '64.02.09';
const UNITS = [SEBULU, MUARA_KAMAN, ANGGANA];
const FEBRUARY = 'from=2026-02-01&to=2026-02-28';
const MARCH = 'from=2026-03-01&to=2026-03-31';

/** Complaints received: unit, service, day, how many. Sebulu has 3 in March, and Muara Kaman is next with 7. */
const RECEIVED: readonly (readonly [string, string, string, number])[] = [
  [SEBULU, 'kk', '2026-02-03', 6],
  [SEBULU, 'kk', '2026-02-17', 4],
  [MUARA_KAMAN, 'kk', '2026-02-10', 5],
  [MUARA_KAMAN, 'sktm', '2026-02-11', 3],
  [ANGGANA, 'kk', '2026-02-12', 12],
  [ANGGANA, 'sktm', '2026-02-12', 8],
  [SEBULU, 'kk', '2026-03-05', 2],
  [SEBULU, 'sktm', '2026-03-06', 1],
  [MUARA_KAMAN, 'sktm', '2026-03-09', 7],
  [ANGGANA, 'kk', '2026-03-10', 14],
  [ANGGANA, 'sktm', '2026-03-24', 6],
];

interface Cell {
  readonly unit: string | null;
  readonly service: string | null;
  readonly from: string;
  readonly to: string;
}

describe('small cells', () => {
  let product: TestProduct;
  let organisasi: ApiCaller;
  let diskominfo: ApiCaller;
  let bupati: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-04-10T02:00:00Z', answerCacheSize: 500 });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    for (const role of ['organisasi', 'diskominfo', 'bupati'] as const)
      await product.addPerson(role, { role, kabupaten: KUKAR });
    bupati = await product.signIn('bupati');
    organisasi = await product.signIn('organisasi');
    diskominfo = await product.signIn('diskominfo');
    const records = RECEIVED.flatMap(([unit, service, day, count], line) =>
      Array.from({ length: count }, (_each, index) => ({
        number: `n-${line}-${index}`,
        unit,
        service,
        channel: 'web',
        receivedAt: `${day}T0${index % 3}:30:00Z`,
      })),
    );
    await product.load(
      KUKAR,
      'complaints',
      records.map((record) => ({ ...record, class: 'normatif' })),
    );
    await product.load(KUKAR, 'service-cases', records);
    await product.load(
      KUKAR,
      'survey-responses',
      records.map(({ number, unit, service, receivedAt }) => ({
        number,
        unit,
        service,
        instrument: 'permenpanrb-14-2017',
        date: receivedAt.slice(0, 10),
        ...Object.fromEntries(Array.from({ length: 9 }, (_each, index) => [`u${index + 1}`, 3])),
      })),
    );
  });
  afterAll(() => product.stop());

  async function byUnit(caller: ApiCaller, measure: string, period: string) {
    const answer = await caller.read<Breakdown>(`/measures/${measure}/breakdown?by=unit&${period}`);
    return UNITS.map((unit) => answer.items.find((item) => item.key === unit) as Record<string, unknown>);
  }

  it('are hidden with the next smallest, and the total stays', async () => {
    const seen = await byUnit(organisasi, 'complaints', MARCH);
    expect(seen.map((item) => item['received'])).toEqual([null, null, 20]);
    expect(seen.map((item) => item['suppressed'])).toEqual([true, true, undefined]);
    expect(seen[0]?.['followedUpShare']).toBeNull();
    const answer = await organisasi.read<Breakdown>(`/measures/complaints/breakdown?by=unit&${MARCH}`);
    expect(answer.total).toEqual(jasmine.objectContaining({ received: 30 }));
    expect((await byUnit(organisasi, 'complaints', FEBRUARY)).map((item) => item['received'])).toEqual([
      10, 8, 20,
    ]);
  });

  it('are shown to those who have the right to these details, and to no others, whoever asked first', async () => {
    const received = async (caller: ApiCaller, measure: string) =>
      (await byUnit(caller, measure, MARCH)).map(
        (item) => item[measure === 'ikm' ? 'respondents' : 'received'],
      );
    const shown = [3, 7, 20];
    const hidden = [null, null, 20];
    expect(await received(bupati, 'complaints')).toEqual(shown);
    expect(await received(organisasi, 'complaints')).toEqual(hidden);
    expect(await received(diskominfo, 'complaints')).toEqual(shown);
    expect(await received(bupati, 'ikm')).toEqual(shown);
    expect(await received(diskominfo, 'ikm')).toEqual(hidden);
    expect(await received(organisasi, 'ikm')).toEqual(shown);
    for (const caller of [organisasi, diskominfo]) expect(await received(caller, 'volume')).toEqual(hidden);
    const etags = await Promise.all(
      [bupati, organisasi, diskominfo].map(async (caller) =>
        (await caller.get(`/measures/summary?${MARCH}`)).headers.get('ETag'),
      ),
    );
    expect(new Set(etags).size).toBe(3);
  });

  it('stay hidden in every other shape of answer', async () => {
    const march = await organisasi.read<Summary>(`/measures/summary?unit=${SEBULU}&${MARCH}`);
    expect(march.complaints).toEqual(
      jasmine.objectContaining({ received: null, valid: null, open: null, suppressed: true }),
    );
    expect(march.complaints.previous.received).toBe(10);
    expect(march.volume.received).toBeNull();
    // How many were served is a figure of the services, also beside the survey.
    expect(march.ikm.respondents).toBe(3);
    expect(march.ikm.participationShare).toBeNull();
    expect(march.ikm.requiredRespondents).toBeNull();

    const series = await organisasi.read<Series>(
      `/measures/complaints/series?field=received&unit=${SEBULU}&from=2026-01-01&to=2026-03-31`,
    );
    expect(series.points.map(({ value, n, state, suppressed }) => [value, n, state, suppressed])).toEqual([
      [null, 0, 'missing', undefined],
      [10, 10, 'defined', undefined],
      [null, 0, 'missing', true],
    ]);
    const days = await organisasi.read<Series>(
      `/measures/complaints/series?field=received&grain=day&${MARCH}`,
    );
    expect(days.points.every((point) => point.value === null && point.suppressed === true)).toBeTrue();

    const matrix = await organisasi.read<Matrix>(`/measures/matrix?${MARCH}`);
    const rows = UNITS.map((unit) => matrix.items.find((item) => item.key === unit));
    expect(rows.map((row) => row?.complaints.received)).toEqual([null, null, 20]);
    expect(rows.map((row) => row?.volume.received)).toEqual([null, null, 20]);
    expect(rows.map((row) => row?.ikm.respondents)).toEqual([3, 7, 20]);

    const { items: unsur } = await diskominfo.read<Breakdown>(
      `/measures/ikm/breakdown?by=unsur&unit=${SEBULU}&${MARCH}`,
    );
    expect(unsur).toEqual([]);
    const hours = await organisasi.read<Breakdown>(`/measures/volume/breakdown?by=weekday-hour&${MARCH}`);
    const told = hours.items.map((item) => ('received' in item ? item.received : undefined));
    expect(told.some((count) => count === null)).toBeTrue();
    expect(
      told.every((count) => count === null || count === undefined || count === 0 || count >= 5),
    ).toBeTrue();
  });

  it('stay hidden in a file, too', async () => {
    const asked = `/measures/complaints/breakdown?by=unit&${MARCH}`;
    const file = async (caller: ApiCaller): Promise<readonly unknown[]> => {
      const { items } = await caller.read<Breakdown>(asked);
      const { text, headers } = await caller.get(`${asked}&format=csv`);
      expect(headers.get('Content-Disposition')).toContain('.csv');
      const rows = text.split('\r\n').map((line) => line.split(';'));
      return UNITS.map((unit) => {
        const label = items.find((item) => item.key === unit)?.label;
        return rows.find(([name]) => name === label)?.[1];
      });
    };
    expect(await file(bupati)).toEqual(['3', '7', '20']);
    expect(await file(organisasi)).toEqual(['disamarkan', 'disamarkan', '20']);
  });

  it('do not follow from anything that can be asked', async () => {
    const equations: { readonly cell: Cell; readonly value: number }[] = [];
    const add = (cell: Cell, value: unknown) => {
      if (typeof value === 'number') equations.push({ cell, value });
    };
    const periods = [
      ['2026-02-01', '2026-02-28'],
      ['2026-03-01', '2026-03-31'],
      ['2026-02-01', '2026-03-31'],
      ['2026-01-01', '2026-03-31'],
      ['2026-03-01', '2026-03-30'],
      ['2026-03-06', '2026-03-31'],
      ['2026-02-04', '2026-03-31'],
      ['2026-02-01', '2026-04-10'],
    ] as const;
    for (const [from, to] of periods) {
      for (const unit of [null, ...UNITS]) {
        for (const service of [null, 'kk', 'sktm']) {
          const query = new URLSearchParams({
            from,
            to,
            ...(unit === null ? {} : { unit }),
            ...(service === null ? {} : { service }),
          }).toString();
          const summary = await organisasi.read<Summary>(`/measures/summary?${query}`);
          add({ unit, service, from, to }, summary.complaints.received);
          if (service === null && unit === null) {
            const units = await organisasi.read<Breakdown>(`/measures/complaints/breakdown?by=unit&${query}`);
            for (const item of units.items)
              if ('received' in item && item.key !== 'self')
                add({ unit: item.key, service, from, to }, item.received);
          }
          if (service !== null) continue;
          const services = await organisasi.read<Breakdown>(
            `/measures/complaints/breakdown?by=service&${query}`,
          );
          for (const item of services.items)
            if ('received' in item) add({ unit, service: item.key, from, to }, item.received);
          const series = await organisasi.read<Series>(`/measures/complaints/series?field=received&${query}`);
          for (const point of series.points)
            add({ unit, service, from: point.from, to: point.to }, point.value);
        }
      }
    }
    const vectorOf = ({ unit, service, from, to }: Cell) =>
      RECEIVED.map(([of, about, day]) =>
        (unit === null || of === unit) && (service === null || about === service) && day >= from && day <= to
          ? 1n
          : 0n,
      );
    const sizeOf = (cell: Cell) =>
      vectorOf(cell).reduce((sum, part, index) => sum + Number(part) * (RECEIVED[index]?.[3] ?? 0), 0);
    for (const { cell, value } of equations)
      expect(value).withContext(JSON.stringify(cell)).toBe(sizeOf(cell));
    const span = new Span();
    for (const { cell } of equations) span.add(vectorOf(cell));
    const small = [null, ...UNITS]
      .flatMap((unit) => [null, 'kk', 'sktm'].map((service) => ({ unit, service })))
      .flatMap((cell) => periods.map(([from, to]) => ({ ...cell, from, to })))
      .filter((cell) => sizeOf(cell) > 0 && sizeOf(cell) < 5);
    expect(small.length).toBeGreaterThan(8);
    for (const cell of small)
      expect(span.holds(vectorOf(cell)))
        .withContext(JSON.stringify(cell))
        .toBeFalse();
    // The net is not merely empty: what is large is told, and can be told apart.
    expect(
      span.holds(vectorOf({ unit: ANGGANA, service: null, from: '2026-03-01', to: '2026-03-31' })),
    ).toBeTrue();
    expect(equations.length).toBeGreaterThan(20);
  });
});

/** All that can be worked out by adding and subtracting published numbers: the space of their equations. */
class Span {
  /** A prime far above any count of rows here: arithmetic without rounding. */
  static readonly #PRIME = 2_147_483_647n;
  readonly #rows: bigint[][] = [];

  add(vector: readonly bigint[]): void {
    const rest = this.#reduce(vector);
    const pivot = rest.findIndex((part) => part !== 0n);
    if (pivot < 0) return;
    const inverse = Span.#power(rest[pivot] ?? 1n, Span.#PRIME - 2n);
    this.#rows.push(rest.map((part) => (part * inverse) % Span.#PRIME));
  }

  /** True when the number behind the vector follows from those that were added. */
  holds(vector: readonly bigint[]): boolean {
    return this.#reduce(vector).every((part) => part === 0n);
  }

  #reduce(vector: readonly bigint[]): bigint[] {
    let rest = [...vector];
    for (const row of this.#rows) {
      const pivot = row.findIndex((part) => part !== 0n);
      const factor = rest[pivot] ?? 0n;
      if (factor === 0n) continue;
      rest = rest.map(
        (part, index) => (((part - factor * (row[index] ?? 0n)) % Span.#PRIME) + Span.#PRIME) % Span.#PRIME,
      );
    }
    return rest;
  }

  static #power(base: bigint, exponent: bigint): bigint {
    let result = 1n;
    for (let square = base, left = exponent; left > 0n; left >>= 1n, square = (square * square) % Span.#PRIME)
      if (left & 1n) result = (result * square) % Span.#PRIME;
    return result;
  }
}
