import type { Matrix, Summary, Trends } from '#contract/measures';
import type {
  FreezeRun,
  Snapshot,
  SnapshotComparison,
  SnapshotList,
  SnapshotReproduction,
} from '#contract/reports/snapshots';
import { problemOf, type ApiCaller } from '../../../testing/api-caller.ts';
import type { TestProduct } from '../../../testing/test-product.ts';
import {
  caseOf,
  freeze,
  KABUPATEN,
  MARCH,
  NOW,
  SEBULU,
  startSnapshotProduct,
  TENGGARONG,
} from './snapshots.testing.ts';

const MARCH_BODY = { grain: 'month', from: '2026-03-01' };

describe('frozen figures by API', () => {
  let product: TestProduct;
  let as: (username: string) => ApiCaller;
  let march: FreezeRun;

  beforeAll(async () => {
    ({ product, as } = await startSnapshotProduct());
    await freeze(as('sekda'), { grain: 'month', from: '2026-01-01' });
    march = await freeze(as('sekda'), MARCH_BODY);
  });
  beforeEach(() => product.setNow(NOW));
  afterAll(() => product.stop());

  const list = (username: string, unit = '') => as(username).read<SnapshotList>(`/snapshots${unit}`);
  const codeOf = async (username: string, unit = ''): Promise<string> =>
    (await list(username, unit)).items[0]?.code ?? 'belum-ada';

  it('cannot be made of a month that is not over, nor corrected before they were frozen', async () => {
    const running = await as('sekda').post('/snapshots', { grain: 'month', from: '2026-04-01' });
    expect([running.status, problemOf(running).detail]).toEqual([
      400,
      'April 2026 belum selesai, jadi angkanya belum dapat ditetapkan. Tunggu sampai periode itu berakhir.',
    ]);
    const middle = await as('sekda').post('/snapshots', { grain: 'quarter', from: '2026-02-01' });
    expect([middle.status, problemOf(middle).code]).toEqual([400, 'snapshot-period-invalid']);
    const early = await as('sekda').post('/snapshots', {
      grain: 'quarter',
      from: '2026-01-01',
      reason: 'berkas dikoreksi',
    });
    expect([early.status, problemOf(early).code]).toEqual([409, 'snapshot-none-to-correct']);
  });

  it('are made by one order for the kabupaten and every unit, and only once', async () => {
    expect(march).toEqual(
      jasmine.objectContaining({
        state: 'done',
        problem: null,
        by: 'Jabatan sekda',
        periodName: 'Maret 2026',
      }),
    );
    // The kabupaten and its seven kecamatan.
    expect(march.frozen).toBe(8);
    expect((await list('sekda')).items.filter(({ from }) => from === '2026-03-01')).toEqual([
      jasmine.objectContaining({
        code: jasmine.stringMatching(/^CTT-2026-03-[34679A-Y]{4}$/),
        unit: KABUPATEN,
        from: '2026-03-01',
        to: '2026-03-31',
        state: 'tetap',
        frozenBy: 'Jabatan sekda',
      }),
    ]);
    const again = await as('organisasi').post('/snapshots', MARCH_BODY);
    expect(again.status).toBe(409);
    expect(problemOf(again).detail).toMatch(
      /^Angka Maret 2026 sudah ditetapkan Jabatan sekda pada 14 Apr 2026, kode CTT-2026-03-\w{4}\./,
    );
  });

  it('are, to the digit, what each reader’s screens show', async () => {
    for (const [username, unit] of [
      ['bupati', KABUPATEN],
      ['bupati', SEBULU],
      ['inspektorat', KABUPATEN],
      ['diskominfo', KABUPATEN],
      ['organisasi', SEBULU],
      ['camat-sebulu', SEBULU],
    ] as const) {
      const at = `unit=${unit}&${MARCH}`;
      const { content } = await as(username).read<Snapshot>(
        `/snapshots/${await codeOf(username, `?unit=${unit}`)}`,
      );
      const context = `${username} ${unit}`;
      expect(content.summary)
        .withContext(context)
        .toEqual(await as(username).read<Summary>(`/measures/summary?${at}`));
      expect(content.trends)
        .withContext(context)
        .toEqual(
          await as(username).read<Trends>(
            `/measures/trends?grain=month&unit=${unit}&from=2024-04-01&to=2026-03-31`,
          ),
        );
      if (unit === KABUPATEN)
        expect(content.matrix)
          .withContext(context)
          .toEqual(await as(username).read<Matrix>(`/measures/matrix?${at}`));
      for (const breakdown of content.breakdowns)
        expect(breakdown)
          .withContext(`${context} ${breakdown.measure} by ${breakdown.by}`)
          .toEqual(
            await as(username).read(`/measures/${breakdown.measure}/breakdown?by=${breakdown.by}&${at}`),
          );
      for (const peers of content.peers)
        expect(peers)
          .withContext(`${context} peers of ${peers.measure}`)
          .toEqual(await as(username).read(`/measures/${peers.measure}/peers?${at}`));
      // Only the camat asks how the own unit stands among its peers.
      expect(content.peers.map(({ measure }) => measure)).toEqual(
        username === 'camat-sebulu' ? ['turnaround'] : [],
      );
    }
  });

  it('hold what was loaded: 65 cases of March, eight of them late', async () => {
    const { content, records } = await as('bupati').read<Snapshot>(`/snapshots/${await codeOf('bupati')}`);
    // 12 + 3 + 20 + 5 × 6 cases were received in March; the first of each of the eight lists took 9 days of 2.
    expect(content.summary.volume.received).toBe(65);
    expect([content.summary.turnaround.due, content.summary.turnaround.dueMet]).toEqual([65, 57]);
    expect(records.find(({ dataset }) => dataset === 'service-cases')?.count).toBe(65);
  });

  it('tell nobody more than the screens: small cells, complaints of suspected abuse, other units', async () => {
    const kabupaten = await codeOf('bupati');
    const complaintsOf = async (username: string) =>
      (await as(username).read<Snapshot>(`/snapshots/${kabupaten}`)).content.summary.complaints;
    // Four complaints, one of suspected abuse: only the Inspektorat's figures count it.
    expect((await complaintsOf('inspektorat')).received).toBe(4);
    expect((await complaintsOf('bupati')).received).toBe(3);
    // Three are fewer than five: withheld from who has no right to details.
    expect(await complaintsOf('organisasi')).toEqual(
      jasmine.objectContaining({ received: null, suppressed: true }),
    );
    const counts = async (username: string) =>
      (await as(username).read<Snapshot>(`/snapshots/${kabupaten}`)).records;
    expect(await counts('organisasi')).toEqual([
      { dataset: 'service-cases', count: null },
      { dataset: 'complaints', count: null },
      { dataset: 'survey-responses', count: 8 },
    ]);
    expect((await counts('inspektorat'))[1]).toEqual({ dataset: 'complaints', count: 4 });
    expect((await counts('bupati'))[1]).toEqual({ dataset: 'complaints', count: 3 });
  });

  it('are there for whoever has the unit in scope, and for nobody else', async () => {
    const sebulu = await codeOf('camat-sebulu');
    const kabupaten = await codeOf('bupati');
    for (const path of ['', '/comparison', '/reproduction']) {
      expect((await as('camat-sebulu').get(`/snapshots/${sebulu}${path}`)).status).toBe(200);
      // The code as people type it.
      expect((await as('camat-sebulu').get(`/snapshots/${sebulu.toLowerCase()}${path}`)).status).toBe(200);
      for (const [username, code] of [
        ['camat-tenggarong', sebulu],
        ['camat-sebulu', kabupaten],
        ['sekda-lain', kabupaten],
        ['sekda-lain', sebulu],
      ] as const) {
        const answer = await as(username).get(`/snapshots/${code}${path}`);
        expect([answer.status, problemOf(answer).code])
          .withContext(`${username} ${path}`)
          .toEqual([404, 'snapshot-not-found']);
      }
    }
    expect((await as('camat-sebulu').get(`/snapshots?unit=${TENGGARONG}`)).status).toBe(404);
    expect((await list('sekda-lain')).items).toEqual([]);
    expect((await as('camat-sebulu').post('/snapshots', MARCH_BODY)).status).toBe(403);
  });

  it('come out again as long as no record was changed, however late one looks', async () => {
    product.setNow('2026-09-02T10:00:00+08:00');
    const answer = await as('bupati').read<SnapshotReproduction>(
      `/snapshots/${await codeOf('bupati')}/reproduction`,
    );
    expect(answer).toEqual(
      jasmine.objectContaining({ intact: true, same: true, differing: 0, differsSince: null }),
    );
    expect(answer.compared).toBeGreaterThan(500);
  });

  it('cannot be changed by the application, and a change behind its back is found', async () => {
    const { items } = await list('camat-tenggarong');
    const code = items.find(({ from }) => from === '2026-01-01')?.code ?? '';
    for (const table of ['snapshots', 'snapshot_contents', 'snapshot_records']) {
      await expectAsync(product.database.application.raw(`delete from ${table}`))
        .withContext(table)
        .toBeRejectedWithError(/permission denied/);
    }
    await product.database.owner.raw(
      `update snapshot_contents set body = replace(body, '"received":20', '"received":21') where snapshot_code = ?`,
      [code],
    );
    const answer = await as('camat-tenggarong').get(`/snapshots/${code}`);
    expect([answer.status, problemOf(answer).code]).toEqual([500, 'snapshot-tampered']);
    expect(
      await as('camat-tenggarong').read<SnapshotReproduction>(`/snapshots/${code}/reproduction`),
    ).toEqual(jasmine.objectContaining({ intact: false, same: null }));
  });
});

describe('frozen figures after a correction', () => {
  let product: TestProduct;
  let as: (username: string) => ApiCaller;

  beforeAll(async () => {
    ({ product, as } = await startSnapshotProduct());
    await freeze(as('sekda'), MARCH_BODY);
  });
  afterAll(() => product.stop());

  const list = (username: string) => as(username).read<SnapshotList>('/snapshots');
  const codeOf = async (username: string): Promise<string> =>
    (await list(username)).items[0]?.code ?? 'belum-ada';

  it('stay as they are, say what differs, and are frozen again with a reason where something changed', async () => {
    const code = await codeOf('camat-sebulu');
    const kabupaten = await codeOf('bupati');
    const received = Date.parse('2026-03-03T01:00:00Z');
    const before = new Date().toISOString();
    await product.load(KABUPATEN, 'service-cases', [
      // The late one of March was on time after all; and one was forgotten.
      caseOf(`${SEBULU}-kk-03-0`, SEBULU, 'kk', received, 1),
      caseOf('susulan', SEBULU, 'kk', received, 1),
    ]);
    const loaded = { from: before, to: new Date().toISOString() };
    const { content } = await as('camat-sebulu').read<Snapshot>(`/snapshots/${code}`);
    expect([content.summary.turnaround.due, content.summary.turnaround.dueMet]).toEqual([15, 13]);
    const { differences, records, compared } = await as('camat-sebulu').read<SnapshotComparison>(
      `/snapshots/${code}/comparison`,
    );
    const differenceAt = (address: string) => differences.find((each) => each.address === address);
    // 13 of 15 became 15 of 16.
    expect(differenceAt('summary.turnaround.due')).toEqual(
      jasmine.objectContaining({ before: 15, after: 16, difference: 1, part: 'summary' }),
    );
    expect(differenceAt('summary.turnaround.dueMetShare')?.before).toBeCloseTo(13 / 15, 10);
    expect(differenceAt('summary.turnaround.dueMetShare')?.after).toBeCloseTo(15 / 16, 10);
    expect(differenceAt('breakdowns.turnaround.service.kk.dueMet')).toEqual(
      jasmine.objectContaining({ before: 11, after: 13 }),
    );
    // No complaint was touched.
    expect(differences.filter(({ measure }) => measure === 'complaints')).toEqual([]);
    expect(compared).toBeGreaterThan(differences.length);
    expect(records[0]).toEqual(
      jasmine.objectContaining({ dataset: 'service-cases', behind: 15, added: 1, removed: 0, changed: 1 }),
    );
    expect(records[0]?.examples.map(({ number, how }) => [number, how])).toEqual([
      ['susulan', 'added'],
      [`${SEBULU}-kk-03-0`, 'changed'],
    ]);
    const reproduction = await as('bupati').read<SnapshotReproduction>(
      `/snapshots/${kabupaten}/reproduction`,
    );
    expect([reproduction.intact, reproduction.same]).toEqual([true, false]);
    expect(reproduction.differsSince?.dataset).toBe('service-cases');
    const since = reproduction.differsSince?.at ?? '';
    expect(since >= loaded.from && since <= loaded.to)
      .withContext(since)
      .toBeTrue();
    // Who has no right to details learns that figures differ, and not when which records moved.
    expect(await as('organisasi').read<SnapshotReproduction>(`/snapshots/${kabupaten}/reproduction`)).toEqual(
      jasmine.objectContaining({ intact: true, same: false, differsSince: null }),
    );
    // Without the right to details not even how many records changed.
    const hidden = await as('organisasi').read<SnapshotComparison>(`/snapshots/${kabupaten}/comparison`);
    expect(hidden.records[0]).toEqual({
      dataset: 'service-cases',
      behind: null,
      added: null,
      removed: null,
      changed: null,
      examples: [],
    });
    const first = await codeOf('bupati');
    const untouched = await codeOf('camat-tenggarong');
    const run = await freeze(as('organisasi'), { ...MARCH_BODY, reason: 'satu berkas KK Sebulu susulan' });
    // Sebulu and the kabupaten above it; no other unit's figures moved.
    expect([run.state, run.frozen]).toEqual(['done', 2]);
    const { items, periods } = await list('bupati');
    expect(items.map(({ state, number, corrects }) => [state, number, corrects])).toEqual([
      ['perbaikan', 1, first],
      ['tetap', 0, null],
    ]);
    expect(items[0]?.reason).toBe('satu berkas KK Sebulu susulan');
    expect(
      periods.find(({ from, grain }) => grain === 'month' && from === '2026-03-01')?.snapshot?.code,
    ).toBe(items[0]?.code);
    const corrected = await as('bupati').read<Snapshot>(`/snapshots/${items[0]?.code ?? ''}`);
    expect(corrected.content.summary.volume.received).toBe(66);
    // What was corrected stands beside it, for each reader as far as it may be told; today's records say the same.
    const told = await as('bupati').read<SnapshotComparison>(`/snapshots/${corrected.code}/comparison`);
    expect([told.correction?.code, told.differences]).toEqual([first, []]);
    expect(told.correction?.differences.find(({ address }) => address === 'summary.volume.received')).toEqual(
      jasmine.objectContaining({ before: 65, after: 66, difference: 1 }),
    );
    expect(
      (await as('bupati').read<SnapshotComparison>(`/snapshots/${first}/comparison`)).correction,
    ).toBeNull();
    expect(corrected.sentence).toContain(`Angka perbaikan atas ${first}, ditetapkan Jabatan organisasi`);
    expect(corrected.history.map(({ state }) => state)).toEqual(['tetap', 'perbaikan']);
    expect((await as('bupati').read<Snapshot>(`/snapshots/${first}`)).content.summary.volume.received).toBe(
      65,
    );
    expect(await codeOf('camat-tenggarong')).toBe(untouched);
    const nothing = await freeze(as('sekda'), { ...MARCH_BODY, reason: 'diperiksa sekali lagi' });
    expect([nothing.state, nothing.problem]).toEqual([
      'failed',
      'Tidak ada angka Maret 2026 yang berubah sejak ditetapkan, jadi tidak ada yang perlu diperbaiki.',
    ]);
    const { rows } = await product.database.owner.raw<{ rows: { action: string; details: object }[] }>(
      `select action, details from audit_entries where kabupaten_code = ? and action like 'figures-%' order by sequence`,
      [KABUPATEN],
    );
    expect(rows.map(({ action }) => action)).toEqual(['figures-frozen', 'figures-corrected']);
    expect(JSON.stringify(rows)).not.toContain('susulan');
    expect(rows[0]?.details).toEqual(jasmine.objectContaining({ period: 'Maret 2026', from: '2026-03-01' }));
  });
});
