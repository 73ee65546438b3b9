import type { Reporting } from '#contract/attention';
import { problemOf } from '../../../testing/api-caller.ts';
import { complaint, serviceCase, survey, useAttention } from '../attention.testing.ts';

describe('reporting and nihil, by API', () => {
  const world = useAttention('contoh-laporan', ['rajin', 'diam', 'baru']);

  beforeAll(async () => {
    await world.load('service-cases', [
      serviceCase('rajin', '2026-11-18 09:00', null, '2026-11-18 10:00'),
      serviceCase('rajin', '2026-11-19 09:00', null),
      serviceCase('diam', '2026-11-05 09:00', null, '2026-11-05 10:00'),
    ]);
    await world.load('complaints', [complaint('rajin', '2026-10-05 09:00', null, '2026-10-06 09:00')]);
    await world.load('survey-responses', [survey('rajin', '2026-11-17', 4)]);
  });
  // A nihil ends a silence that others look at.
  afterEach(async () => {
    await world.product().database.owner('nil_reports').delete();
  });

  async function stateOf(unit: string, dataset: string, query = '', username = 'bupati') {
    const { items } = await (await world.as(username)).read<Reporting>(`/reporting${query}`);
    return items.find((each) => each.unit.code === unit && each.dataset === dataset);
  }

  it('tells who reported, who fell silent, who is still to come and who never reported', async () => {
    expect(await stateOf('rajin', 'service-cases')).toEqual({
      unit: { code: 'rajin', name: 'Unit rajin', kind: 'kecamatan' },
      dataset: 'service-cases',
      state: 'reported',
      lastOn: '2026-11-19',
      received: 2,
      silentWorkingDays: 0,
      nilBy: null,
    });
    const silent = await stateOf('diam', 'service-cases');
    // 6, 9–13 and 16–19 November.
    expect([silent?.state, silent?.lastOn, silent?.silentWorkingDays]).toEqual(['silent', '2026-11-05', 10]);
    expect((await stateOf('baru', 'service-cases'))?.state).toBe('never');
    // No complaint is no silence, as long as anything is heard of the unit.
    expect((await stateOf('rajin', 'complaints'))?.state).toBe('missing');
    expect((await stateOf('rajin', 'survey-responses'))?.state).toBe('reported');
  });

  it('a month that is over was reported or not', async () => {
    expect((await stateOf('rajin', 'complaints', '?month=2026-10-01'))?.state).toBe('reported');
    // Its first case came in November.
    expect((await stateOf('rajin', 'service-cases', '?month=2026-10-01'))?.state).toBe('never');
    world.product().setNow('2027-01-04T10:00:00+08:00');
    expect((await stateOf('rajin', 'service-cases', '?month=2026-12-01'))?.state).toBe('missing');
    expect((await stateOf('rajin', 'service-cases', '?month=2026-12-01'))?.silentWorkingDays).toBeNull();
  });

  it('a refused nihil tells neither a number nor what the person may not see', async () => {
    const nil = { unit: 'rajin', dataset: 'complaints', month: '2026-10-01' };
    // One complaint came in October: who sees no single complaints does not learn how many.
    const refused = await (await world.as('organisasi')).post('/reporting/nil', nil);
    expect([refused.status, problemOf(refused).detail]).toEqual([
      409,
      'Bulan ini sudah ada data dari Unit rajin, jadi bukan nihil.',
    ]);
    // A complaint of suspected abuse does not exist for the camat, who may be whom it is about.
    await world.load('complaints', [
      { ...complaint('baru', '2026-10-07 09:00', null), class: 'berkadar-pengawasan' },
    ]);
    const camat = await world.as('camat.baru');
    expect((await camat.post('/reporting/nil', { ...nil, unit: 'baru' })).status).toBe(201);
  });

  it('nihil ends the silence, and is told with the post that said it', async () => {
    const camat = await world.as('camat.diam');
    const nil = { unit: 'diam', dataset: 'service-cases', month: '2026-11-15' };
    // A record came on the 5th.
    expect((await camat.post('/reporting/nil', nil)).status).toBe(409);
    expect((await camat.post('/reporting/nil', { ...nil, month: '2026-12-01' })).status).toBe(400);
    expect((await camat.post('/reporting/nil', { ...nil, unit: 'rajin' })).status).toBe(404);
    expect((await world.attention('bupati')).reporting.silent.map(({ code }) => code)).toEqual(['diam']);
    const filed = await camat.post('/reporting/nil', { ...nil, dataset: 'complaints' });
    expect([filed.status, filed.json]).toEqual([201, { unit: 'diam', month: '2026-11-01' }]);
    // Once more changes nothing.
    expect((await camat.post('/reporting/nil', { ...nil, dataset: 'complaints' })).status).toBe(201);
    const told = await stateOf('diam', 'complaints');
    expect([told?.state, told?.nilBy]).toEqual(['nil', 'Jabatan camat.diam']);
    expect((await world.attention('bupati')).reporting.silent).toEqual([]);
    const trail = await (
      await world.as('inspektorat')
    ).read<{ items: { sentence: string }[] }>('/audit?limit=50');
    expect(
      trail.items
        .filter(({ sentence }) => /^Menyatakan nihil .* Unit diam /.test(sentence))
        .map((each) => each.sentence),
    ).toEqual(['Menyatakan nihil data aduan Unit diam untuk bulan yang mulai 1 Nov 2026.']);
  });

  it('shows a unit its own, and no numbers to who has no right to details', async () => {
    const { items } = await (await world.as('camat.rajin')).read<Reporting>('/reporting');
    expect(new Set(items.map(({ unit }) => unit.code))).toEqual(new Set(['rajin']));
    expect((await (await world.as('camat.rajin')).get('/reporting?unit=diam')).status).toBe(404);
    const hidden = await stateOf('rajin', 'service-cases', '', 'organisasi');
    expect([hidden?.state, hidden?.received]).toEqual(['reported', null]);
  });
});
