import type { Matrix, Multiples, Series } from '#contract/measures';
import type { Annotation, Baseline } from '#contract/signals';
import { addMonthsToStart } from '#domain/period/civil-date';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const MUARA_KAMAN = '64.02.08';
const ANGGANA = '64.02.09';
const MONTHS = 26;
const FIRST = '2024-02-01';
const ALL_TIME = `from=${FIRST}&to=2026-03-31`;
const RECEIVED = 'complaints.received';

/** Complaints received, month by month from February 2024 to March 2026. */
const COUNTS: Readonly<Record<string, (month: number) => number>> = {
  // 10 and 12 in turn: mean 11, mean moving range 2, limits 11 ± 2.66 × 2 = 5.68 and 16.32. March 2026: 30.
  [SEBULU]: (month) => (month === MONTHS - 1 ? 30 : month % 2 === 0 ? 10 : 12),
  // 40 ± 5.32.
  [MUARA_KAMAN]: (month) => (month % 2 === 0 ? 39 : 41),
  // Always fewer than five: small cells.
  [ANGGANA]: (month) => (month % 2 === 0 ? 3 : 4),
};

describe('signals', () => {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();
  const caller = (name: string): ApiCaller => callers.get(name) ?? product.stranger();

  beforeAll(async () => {
    // Friday. Working days of April so far: 1, 2, 6, 7, 8, 9; the 3rd was Good Friday.
    product = await startTestProduct({ now: '2026-04-10T02:00:00Z', answerCacheSize: 500 });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    for (const role of ['bupati', 'sekda', 'inspektorat', 'organisasi'] as const)
      await product.addPerson(role, { role, kabupaten: KUKAR });
    await product.addPerson('camat', { role: 'camat', kabupaten: KUKAR, unit: SEBULU });
    for (const name of ['bupati', 'sekda', 'inspektorat', 'organisasi', 'camat'])
      callers.set(name, await product.signIn(name));
    const complaint = (unit: string, number: string, day: string) => ({
      number,
      unit,
      channel: 'web',
      class: 'aspirasi',
      receivedAt: `${day}T02:00:00Z`,
      status: 'diterima',
    });
    const monthly = Object.entries(COUNTS).flatMap(([unit, countOf]) =>
      Array.from({ length: MONTHS }, (_, month) => {
        const day = addMonthsToStart(FIRST, month).replace(/01$/, '05');
        return Array.from({ length: countOf(month) }, (_each, index) =>
          complaint(unit, `${unit}-${month}-${index}`, day),
        );
      }).flat(),
    );
    await product.load(KUKAR, 'complaints', [
      ...monthly,
      complaint(MUARA_KAMAN, 'akhir-1', '2026-04-01'),
      complaint(SEBULU, 'akhir-2', '2026-04-02'),
    ]);
  });
  afterAll(() => product.stop());

  const seriesOf = (unit: string, more = '', period = ALL_TIME, name = 'bupati') =>
    caller(name).read<Series>(`/measures/complaints/series?field=received&unit=${unit}&${period}${more}`);
  const matrixOf = (period = ALL_TIME, name = 'bupati') =>
    caller(name).read<Matrix>(`/measures/matrix?${period}`);
  const verdictIn = (matrix: Matrix, unit: string) =>
    matrix.items.find(({ key }) => key === unit)?.signals[RECEIVED];

  it('carry limits, rule, since when and a sentence', async () => {
    const series = await seriesOf(SEBULU);
    expect(
      series.limits.map(({ from, to, frozen, trial, points }) => [from, to, frozen, trial, points]),
    ).toEqual([[FIRST, '2026-03-31', true, false, 24]]);
    const [limits] = series.limits;
    expect([limits?.lower, limits?.centre, limits?.upper].map((each) => each?.toFixed(6))).toEqual([
      '5.680000',
      '11.000000',
      '16.320000',
    ]);
    expect(series.verdict).toEqual(
      jasmine.objectContaining({
        variation: 'changed',
        rule: 'outside',
        direction: 'up',
        since: '2026-03-01',
        persistence: 1,
        last: 30,
        n: 30,
      }),
    );
    expect(series.sentence).toBe('Naik di luar batas pada Maret: 30 aduan, biasanya 6–16.');
    expect([series.variation, series.sentence]).toEqual([series.verdict.variation, series.verdict.sentence]);
    expect(series.points.map(({ signal }) => signal)).toEqual([
      ...Array.from({ length: MONTHS - 1 }, () => null),
      'outside',
    ]);
  });

  it('are told in English to who asks in English', async () => {
    const answer = await caller('bupati').send(
      'GET',
      `/measures/complaints/series?field=received&unit=${SEBULU}&${ALL_TIME}`,
      { headers: { 'Accept-Language': 'en' } },
    );
    expect((answer.json as Series).sentence).toBe(
      'Up beyond the limits in March: 30 complaints, usually 6–16.',
    );
  });

  it('are the same in chart, matrix and small multiples, to the digit', async () => {
    const [matrix, multiples] = [
      await matrixOf(),
      await caller('bupati').read<Multiples>(`/measures/complaints/multiples?field=received&${ALL_TIME}`),
    ];
    for (const unit of [SEBULU, MUARA_KAMAN, ANGGANA]) {
      const series = await seriesOf(unit);
      const multiple = multiples.items.find(({ key }) => key === unit);
      expect(verdictIn(matrix, unit)).withContext(unit).toEqual(series.verdict);
      expect(multiple?.verdict).withContext(unit).toEqual(series.verdict);
      expect(multiple?.limits).withContext(unit).toEqual(series.limits);
      expect(multiple?.points).withContext(unit).toEqual(series.points);
    }
    // Three units have values: too few for a median.
    expect(multiples.median.every((value) => value === null)).toBeTrue();
    expect(multiples.items.length).toBe(20);
  });

  it('have limits of all months, whatever window is shown', async () => {
    const whole = await seriesOf(SEBULU);
    const window = await seriesOf(SEBULU, '', 'from=2026-01-01&to=2026-03-31');
    expect(window.verdict).toEqual(whole.verdict);
    expect(window.limits).toEqual([{ ...whole.limits[0]!, from: '2026-01-01' }]);
    expect(window.points).toEqual(whole.points.slice(-3));
  });

  it('are told as of the end of the window, and never of an unfinished month', async () => {
    const february = await seriesOf(SEBULU, '', 'from=2026-01-01&to=2026-02-28');
    expect([february.verdict.variation, february.verdict.lastFrom]).toEqual(['stable', '2026-02-01']);
    const running = await seriesOf(SEBULU, '', 'from=2026-03-01&to=2026-04-10');
    expect(running.points.map(({ state, signal }) => [state, signal])).toEqual([
      ['defined', 'outside'],
      ['partial', null],
    ]);
    expect(running.verdict.lastFrom).toBe('2026-03-01');
    const cut = await seriesOf(SEBULU, '', 'from=2026-03-10&to=2026-03-31');
    expect(cut.points[0]?.signal).toBeNull();
  });

  it('are judged by month alone', async () => {
    const weekly = await seriesOf(SEBULU, '&grain=week', 'from=2026-01-01&to=2026-03-31');
    expect([weekly.limits, weekly.variation, weekly.assurance]).toEqual([[], 'unknown', 'unknown']);
    expect(weekly.sentence).toContain('dinilai per bulan');
    expect(weekly.points.every(({ signal }) => signal === null)).toBeTrue();
  });

  it('a new baseline by a person changes the limits, is drawn, and can be taken back', async () => {
    const before = await seriesOf(SEBULU);
    const body = {
      unit: SEBULU,
      measure: 'complaints',
      field: 'received',
      startsOn: '2025-10-01',
      reason: 'kanal aduan baru dibuka',
    };
    expect((await caller('camat').post('/baselines', body)).status).toBe(403);
    expect((await caller('sekda').post('/baselines', { ...body, startsOn: '2025-10-02' })).status).toBe(400);
    expect((await caller('sekda').post('/baselines', { ...body, startsOn: '2026-05-01' })).status).toBe(400);
    expect((await caller('sekda').post('/baselines', { ...body, unit: 'tidak-ada' })).status).toBe(404);
    expect(
      (await caller('sekda').post('/baselines', { ...body, measure: 'ikm', field: 'score', channel: 'web' }))
        .status,
    ).toBe(400);
    const set = await caller('sekda').post('/baselines', body);
    expect(set.status).toBe(201);
    const baseline = set.json as Baseline;
    expect([baseline.startsOn, baseline.reason, baseline.by]).toEqual([
      '2025-10-01',
      body.reason,
      'Jabatan sekda',
    ]);
    expect((await caller('organisasi').post('/baselines', body)).status).toBe(409);

    const after = await seriesOf(SEBULU);
    expect(after.dataVersion).toBe(before.dataVersion + 1);
    expect(after.baselines).toEqual([baseline]);
    // October to March: 10, 12, 10, 12, 10, 30: six months, mean 14.
    expect(
      after.limits.map(({ from, to, centre, trial, points }) => [from, to, centre, trial, points]),
    ).toEqual([
      [FIRST, '2025-09-30', 11, false, 20],
      ['2025-10-01', '2026-03-31', 14, true, 6],
    ]);
    expect(verdictIn(await matrixOf(), SEBULU)).toEqual(after.verdict);
    expect((await seriesOf(MUARA_KAMAN)).baselines).toEqual([]);
    expect((await seriesOf(SEBULU, '&channel=web')).baselines).toEqual([]);

    expect((await caller('camat').send('DELETE', `/baselines/${baseline.id}`)).status).toBe(403);
    expect((await caller('organisasi').send('DELETE', `/baselines/${baseline.id}`)).status).toBe(204);
    expect((await caller('organisasi').send('DELETE', `/baselines/${baseline.id}`)).status).toBe(404);
    const back = await seriesOf(SEBULU);
    expect([back.limits, back.verdict, back.baselines]).toEqual([before.limits, before.verdict, []]);
    const { items } = await caller('inspektorat').read<{ items: { sentence: string }[] }>('/audit');
    const sentences = items.map(({ sentence }) => sentence);
    expect(sentences).toContain(
      'Menarik kembali dasar batas kendali Aduan – Diterima di Sebulu mulai 1 Okt 2025.',
    );
    expect(sentences).toContain(
      'Menetapkan dasar batas kendali baru untuk Aduan – Diterima di Sebulu mulai 1 Okt 2025, karena: kanal aduan baru dibuka.',
    );
  });

  it('notes are drawn in the charts of their unit, those of the kabupaten in all', async () => {
    const note = (name: string, more: Record<string, string>) =>
      caller(name).post('/annotations', {
        unit: SEBULU,
        day: '2026-03-16',
        text: 'SIAK terganggu 3 hari',
        ...more,
      });
    expect((await note('camat', { unit: MUARA_KAMAN })).status).toBe(404);
    expect((await note('camat', { day: '2026-04-11' })).status).toBe(400);
    const own = (await note('camat', {})).json as Annotation;
    const regency = (await note('bupati', { unit: KUKAR, text: 'Libur Idulfitri' })).json as Annotation;
    await note('camat', { measure: 'ikm', text: 'Survei dibantu mahasiswa' });
    const texts = async (unit: string, more = '', period = ALL_TIME, name = 'bupati') =>
      (await seriesOf(unit, more, period, name)).annotations.map(({ text, own: mine }) => [text, mine]);
    expect(await texts(SEBULU, '', ALL_TIME, 'camat')).toEqual([
      ['SIAK terganggu 3 hari', true],
      ['Libur Idulfitri', false],
    ]);
    expect(await texts(SEBULU)).toEqual([
      ['SIAK terganggu 3 hari', false],
      ['Libur Idulfitri', true],
    ]);
    expect(await texts(MUARA_KAMAN)).toEqual([['Libur Idulfitri', true]]);
    expect(await texts(KUKAR)).toEqual([['Libur Idulfitri', true]]);
    expect(await texts(SEBULU, '', 'from=2026-01-01&to=2026-02-28')).toEqual([]);

    expect((await caller('bupati').send('DELETE', `/annotations/${own.id}`)).status).toBe(404);
    expect((await caller('camat').send('DELETE', `/annotations/${own.id}`)).status).toBe(204);
    expect((await caller('bupati').send('DELETE', `/annotations/${regency.id}`)).status).toBe(204);
    expect(await texts(SEBULU)).toEqual([]);
    const { items } = await caller('inspektorat').read<{ items: { sentence: string }[] }>('/audit');
    expect(items.map(({ sentence }) => sentence)).toContain(
      'Menghapus catatan sendiri pada grafik Sebulu tanggal 16 Mar 2026: “SIAK terganggu 3 hari”.',
    );
  });

  it('a note of a service is drawn where the service is selected', async () => {
    const { items } = await caller('bupati').read<{ items: { code: string }[] }>('/services');
    const service = items[0]?.code ?? '';
    const { id } = (
      await caller('bupati').post('/annotations', {
        unit: SEBULU,
        service,
        day: '2026-03-16',
        text: 'Mesin cetak rusak',
      })
    ).json as Annotation;
    expect((await seriesOf(SEBULU)).annotations).toEqual([]);
    const [note] = (await seriesOf(SEBULU, `&service=${service}`)).annotations;
    expect([note?.id, note?.service]).toEqual([id, service]);
  });

  it('are held to the target in force', async () => {
    const target = { kabupaten_code: KUKAR, unit_code: '*', unit_kind: '*', service_code: '*' };
    await product.database.owner.transaction(async (transaction) => {
      await transaction.raw(`set local app.kabupaten_code = '${KUKAR}'`);
      await transaction('targets').insert([
        {
          ...target,
          id: '0198c0de-0000-7000-8000-00000000000a',
          measure: 'complaints',
          field: 'received',
          valid_from: '2024-01-01',
          at_most: 20,
          legal_basis: 'Perbup 12/2024',
        },
        {
          ...target,
          id: '0198c0de-0000-7000-8000-00000000000b',
          unit_code: MUARA_KAMAN,
          measure: 'complaints',
          field: 'received',
          valid_from: '2026-01-01',
          at_most: 30,
        },
      ]);
      await transaction.raw('update data_versions set version = version + 1 where kabupaten_code = ?', [
        KUKAR,
      ]);
    });
    const sebulu = await seriesOf(SEBULU);
    expect(sebulu.verdict.target).toEqual({
      atLeast: null,
      atMost: 20,
      legalBasis: 'Perbup 12/2024',
      validFrom: '2024-01-01',
    });
    expect(sebulu.assurance).toBe('meets');
    const muaraKaman = await seriesOf(MUARA_KAMAN);
    expect([muaraKaman.assurance, muaraKaman.verdict.target?.atMost]).toEqual(['misses', 30]);
    expect(muaraKaman.sentence).toBe(
      'Stabil di sekitar 40 aduan; target paling tinggi 30 aduan tidak akan tercapai tanpa perubahan.',
    );
    expect(verdictIn(await matrixOf(), MUARA_KAMAN)).toEqual(muaraKaman.verdict);
    const multiples = await caller('bupati').read<Multiples>(
      `/measures/complaints/multiples?field=received&${ALL_TIME}`,
    );
    expect(multiples.items[0]?.key).toBe(MUARA_KAMAN);
    // In December the target of the unit did not hold yet: that of all units did, and 40 is above 20.
    const december = await seriesOf(MUARA_KAMAN, '', 'from=2025-12-01&to=2025-12-31');
    expect(december.verdict.target?.atMost).toBe(20);
  });

  it('tell nobody what a point may not tell', async () => {
    const seen = verdictIn(await matrixOf(), ANGGANA);
    expect([seen?.variation, seen?.centre]).toEqual(['stable', 3.5]);
    const matrix = await matrixOf(ALL_TIME, 'organisasi');
    for (const unit of [ANGGANA, SEBULU]) {
      const veiled = verdictIn(matrix, unit);
      expect([veiled?.variation, veiled?.centre, veiled?.last, veiled?.n, veiled?.since])
        .withContext(unit)
        .toEqual(['unknown', null, null, null, null]);
      expect(veiled?.sentence).withContext(unit).toContain('disamarkan');
      expect(veiled)
        .withContext(unit)
        .toEqual((await seriesOf(unit, '', ALL_TIME, 'organisasi')).verdict);
    }
    const shown = verdictIn(matrix, MUARA_KAMAN);
    expect(shown).toEqual((await seriesOf(MUARA_KAMAN)).verdict);
  });

  it('a unit without a record for five working days of its calendar is silent', async () => {
    const { items } = await matrixOf();
    const told = (unit: string) => {
      const item = items.find(({ key }) => key === unit);
      return [item?.lastReportedOn, item?.silent];
    };
    // After 1 April: 2, 6, 7, 8, 9. After 2 April: one day less.
    expect(told(MUARA_KAMAN)).toEqual(['2026-04-01', true]);
    expect(told(SEBULU)).toEqual(['2026-04-02', false]);
    expect(told('64.02.01')).toEqual([null, false]);
  });
});
