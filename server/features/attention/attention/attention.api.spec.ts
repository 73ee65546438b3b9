import type { Attention } from '#contract/attention';
import { complaint, serviceCase, survey, useAttention } from '../attention.testing.ts';

/** What the units are about. */
const UNITS = ['lambat', 'bisu', 'tumpuk', 'sampel', 'diam', 'biasa'];

describe('attention, by API', () => {
  const world = useAttention('contoh-perhatian', UNITS);

  beforeAll(async () => {
    const months = Array.from({ length: 22 }, (_, index) => {
      const month = new Date(Date.UTC(2025, index, 1)).toISOString().slice(0, 7);
      // 18 or 19 of 20 on time; from June 2026 on ten of twenty.
      return { month, onTime: month >= '2026-06' ? 10 : 18 + (index % 2) };
    });
    const slow = months.flatMap(({ month, onTime }) =>
      Array.from({ length: 20 }, (_, index) =>
        serviceCase(
          'lambat',
          `${month}-03 09:00`,
          `${month}-10 16:00`,
          `${month}-${index < onTime ? '09' : '12'} 10:00`,
        ),
      ),
    );
    await world.load('service-cases', [
      ...slow,
      // Eight are open since 1 September: more than twenty working days.
      ...Array.from({ length: 8 }, () => serviceCase('tumpuk', '2026-08-25 09:00', '2026-09-01 16:00')),
      // 300 served in the third quarter need 169 responses (Krejcie & Morgan); a quarter of that is 42.25.
      ...Array.from({ length: 300 }, () =>
        serviceCase('sampel', '2026-08-03 09:00', null, '2026-08-03 10:00'),
      ),
      serviceCase('diam', '2026-11-05 09:00', null, '2026-11-05 10:00'),
      ...UNITS.filter((unit) => unit !== 'diam').map((unit) =>
        serviceCase(unit, '2026-11-19 09:00', null, '2026-11-19 10:00'),
      ),
    ]);
    await world.load('complaints', [
      // Monday 2 November to Friday 20 November: 14 working days.
      ...Array.from({ length: 6 }, () => complaint('bisu', '2026-11-02 09:00', 'Air bersih')),
      complaint('bisu', '2026-11-02 09:00', 'Air bersih', '2026-11-03 09:00'),
      // Past the unit's three working days, not yet past Diskominfo's five more.
      complaint('biasa', '2026-11-13 09:00', 'Jalan'),
    ]);
    await world.load(
      'survey-responses',
      Array.from({ length: 20 }, () => survey('sampel', '2026-08-03', 3)),
    );
  });

  // Each of these says something is no problem; the others look at the whole list.
  afterEach(async () => {
    await world.product().database.owner('attention_dismissals').delete();
  });

  const of = (list: Attention['items'], unit: string) => list.find((item) => item.unit.code === unit);

  it('finds each kind, and says it in a sentence with its owner and its proof', async () => {
    const { items, more, reporting, month } = await world.attention('bupati');
    expect(more).toBe(0);
    expect(month).toBe('2026-10-01');
    expect(of(items, 'lambat')).toEqual(
      jasmine.objectContaining({
        kind: 'signal',
        mark: 'worse',
        service: 'kk',
        // Mean of 24 or fewer months; the last judged one is October: 10 of 20.
        sentence: jasmine.stringMatching(/^KK tepat waktu turun dari \d\d\u00a0% ke 50\u00a0% sejak Juni\.$/),
        variation: 'worsening',
        since: '2026-06-01',
      }),
    );
    expect(of(items, 'lambat')?.owner?.post).toBe('Jabatan camat.lambat');
    expect(of(items, 'lambat')?.proof).toEqual({
      label: '10 berkas terlambat',
      screen: '/permohonan',
      query: {
        unit: 'lambat',
        service: 'kk',
        from: '2026-10-01',
        to: '2026-10-31',
        count: 'turnaround.dueMissed',
      },
      count: 10,
    });
    expect(of(items, 'bisu')?.sentence).toBe(
      '6 aduan air bersih belum ditanggapi, paling lama 14\u00a0hari kerja; sudah melewati unit dan Diskominfo.',
    );
    expect(of(items, 'tumpuk')?.kind).toBe('overdue-cases');
    expect(of(items, 'tumpuk')?.sentence).toContain('8 berkas lewat tenggat');
    // Nine answers of 3 are 75: C.
    expect(of(items, 'sampel')?.sentence).toBe('IKM 75,00 (C) dari 20 responden; perlu 169 agar memadai.');
    expect(of(items, 'diam')?.sentence).toBe('belum melapor sejak 6\u00a0November.');
    expect(of(items, 'diam')?.facts).toContain('10\u00a0hari kerja');
    expect(of(items, 'biasa')).toBeUndefined();
    expect(items.length).toBe(5);
    expect(reporting).toEqual({
      expected: 6,
      reported: 5,
      silent: [{ code: 'diam', name: 'Unit diam', kind: 'kecamatan' }],
    });
  });

  it('draws two years beside the sentence, the running month unfinished', async () => {
    const { items } = await world.attention('bupati');
    const spark = of(items, 'lambat')?.spark;
    expect(spark?.points.length).toBe(23);
    expect(spark?.points.at(-1)?.from).toBe('2026-11-01');
    expect(spark?.points.at(-2)?.value).toBe(0.5);
    expect(spark?.points.at(-2)?.signal).not.toBeNull();
    expect(spark?.lower).toBeLessThan(spark?.centre ?? 0);
    expect(of(items, 'diam')?.spark?.field).toBe('received');
  });

  it('each proof that counts records leads to a list of that length', async () => {
    const bupati = await world.as('bupati');
    const { items } = await world.attention('bupati');
    const counted = items.filter(({ proof }) => proof.screen === '/permohonan' || proof.screen === '/aduan');
    expect(counted.length).toBe(3);
    for (const { proof } of counted) {
      const path = proof.screen === '/permohonan' ? '/service-cases' : '/complaints';
      const list = await bupati.read<{ total: number }>(
        `${path}?${new URLSearchParams(proof.query).toString()}`,
      );
      expect(list.total)
        .withContext(proof.label)
        .toBe(proof.count ?? -1);
    }
  });

  it('says how many series were looked at, and how many chance alone would show', async () => {
    const { seriesChecked, expectedByChance } = await world.attention('bupati');
    // Six units, six fields with a good and a bad side.
    expect(seriesChecked).toBe(36);
    expect(expectedByChance).toBeGreaterThanOrEqual(0);
    expect(expectedByChance).toBeLessThan(1);
  });

  it('shows a camat the own unit and its services only, and the ladder from its first rung on', async () => {
    const own = await world.attention('camat.lambat');
    expect(own.items.map(({ unit, service }) => [unit.code, service])).toEqual([['lambat', 'kk']]);
    const usual = await world.attention('camat.biasa');
    expect(usual.items.map(({ sentence }) => sentence)).toEqual([
      '1 aduan jalan belum ditanggapi, paling lama 5\u00a0hari kerja; sudah melewati batas waktu unit.',
    ]);
    const camat = await world.as('camat.lambat');
    expect((await camat.get('/attention?unit=bisu')).status).toBe(404);
  });

  it('speaks English on request', async () => {
    const bupati = await world.as('bupati');
    const answer = await bupati.get('/attention', { 'Accept-Language': 'en' });
    expect(of((answer.json as Attention).items, 'diam')?.sentence).toBe(
      'has not reported since 6\u00a0November.',
    );
  });

  it('is not computed anew for who has it already', async () => {
    const bupati = await world.as('bupati');
    const etag = (await bupati.get('/attention')).headers.get('ETag') ?? '';
    expect((await bupati.get('/attention', { 'If-None-Match': etag })).status).toBe(304);
    const sekda = await world.as('sekda');
    expect((await sekda.get('/attention', { 'If-None-Match': etag })).status).toBe(200);
  });

  it('tells who has no right to details no number of records', async () => {
    const { items } = await world.attention('organisasi');
    const overdue = of(items, 'tumpuk');
    expect(overdue?.sentence).not.toMatch(/\d/);
    expect(overdue?.proof).toEqual(jasmine.objectContaining({ screen: '/layanan', count: null }));
    expect(of(items, 'bisu')?.sentence).toBe('aduan belum ditanggapi; sudah melewati unit dan Diskominfo.');
    // A service of a unit is a cell of two dimensions: always hidden.
    expect(items.every(({ service }) => service === null)).toBeTrue();
  });

  it('what a camat says is no problem leaves the own list, and explains it above for sixty days', async () => {
    const camat = await world.as('camat.tumpuk');
    const [item] = (await world.attention('camat.tumpuk')).items;
    const said = await camat.post('/attention/dismissals', {
      key: item?.key,
      unit: 'tumpuk',
      reason: 'berkas menunggu putusan pengadilan',
    });
    expect(said.status).toBe(201);
    expect((said.json as { untilOn: string }).untilOn).toBe('2027-01-19');
    expect((await world.attention('camat.tumpuk')).items).toEqual([]);
    const above = of((await world.attention('bupati')).items, 'tumpuk');
    expect(above?.explanation).toEqual({
      by: 'Jabatan camat.tumpuk',
      reason: 'berkas menunggu putusan pengadilan',
      on: '2026-11-20',
    });
    // The last day of the sixty, and the day on which it is looked at again.
    world.product().setNow('2027-01-18T10:00:00+08:00');
    expect((await world.attention('camat.tumpuk')).items.some(({ key }) => key === item?.key)).toBeFalse();
    world.product().setNow('2027-01-19T10:00:00+08:00');
    expect((await world.attention('camat.tumpuk')).items.some(({ key }) => key === item?.key)).toBeTrue();
  });

  it('what the Bupati says is no problem leaves the list of all who see the whole kabupaten', async () => {
    const bupati = await world.as('bupati');
    const item = of((await world.attention('bupati')).items, 'sampel');
    const body = { key: item?.key, unit: 'sampel', reason: 'survei baru dimulai bulan lalu' };
    expect((await bupati.post('/attention/dismissals', { ...body, unit: 'bisu' })).status).toBe(400);
    expect((await bupati.post('/attention/dismissals', body)).status).toBe(201);
    expect(of((await world.attention('sekda')).items, 'sampel')).toBeUndefined();
    const own = of((await world.attention('camat.sampel')).items, 'sampel');
    expect(own?.key).toBe(item?.key);
    // What is said above is no explanation below.
    expect(own?.explanation).toBeNull();
  });

  it('a camat says nothing about a neighbour', async () => {
    const camat = await world.as('camat.biasa');
    const answer = await camat.post('/attention/dismissals', {
      key: 'bisu|overdue-cases|-|-|-',
      unit: 'bisu',
      reason: 'bukan urusan saya tetapi tetap',
    });
    expect(answer.status).toBe(404);
  });
});
