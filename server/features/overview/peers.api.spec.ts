import type { Peers } from '#contract/measures';
import { problemOf, type ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const MUARA_KAMAN = '64.02.08';
const FEBRUARY = 'from=2026-02-01&to=2026-02-28';
const MARCH = 'from=2026-03-01&to=2026-03-31';
const QUARTER = 'from=2026-01-01&to=2026-03-31';

/** Complaints resolved of 100 received, by kecamatan; the first is the asking one. */
const FEBRUARY_RESOLVED: Readonly<Record<string, number>> = {
  [SEBULU]: 91,
  [MUARA_KAMAN]: 21,
  '64.02.01': 32,
  '64.02.02': 43,
  '64.02.03': 54,
  '64.02.04': 65,
  '64.02.05': 76,
  '64.02.06': 87,
};

describe('a unit among its peers', () => {
  let product: TestProduct;
  let camat: ApiCaller;
  let neighbour: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-04-10T02:00:00Z', answerCacheSize: 100 });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addPerson('camat', { role: 'camat', kabupaten: KUKAR, unit: SEBULU });
    await product.addPerson('tetangga', { role: 'camat', kabupaten: KUKAR, unit: MUARA_KAMAN });
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KUKAR });
    camat = await product.signIn('camat');
    neighbour = await product.signIn('tetangga');
    const february = Object.entries(FEBRUARY_RESOLVED).flatMap(([unit, resolved]) =>
      complaints(unit, '2026-02', 100, resolved),
    );
    const march = Object.keys(FEBRUARY_RESOLVED).flatMap((unit, index) =>
      complaints(unit, '2026-03', index < 5 ? 10 : 4, 3),
    );
    // A ninth kecamatan with too few, and a unit of another kind with many.
    const few = complaints('64.02.09', '2026-02', 4, 4);
    await product.load(KUKAR, 'complaints', [...february, ...march, ...few]);
  });
  afterAll(() => product.stop());

  function complaints(unit: string, month: string, received: number, resolved: number) {
    return Array.from({ length: received }, (_each, index) => ({
      number: `${month}-${index}`,
      unit,
      service: 'kk',
      channel: 'web',
      class: 'normatif',
      receivedAt: `${month}-05T01:00:00Z`,
      resolvedAt: index < resolved ? `${month}-20T01:00:00Z` : null,
      status: index < resolved ? 'selesai' : 'diterima',
    }));
  }

  const peers = (caller: ApiCaller, query: string, measure = 'complaints') =>
    caller.read<Peers>(`/measures/${measure}/peers?field=resolvedShare&${query}`);

  it('is told the quartiles of the others, never itself among them and never by name', async () => {
    const answer = await camat.get(`/measures/complaints/peers?field=resolvedShare&${FEBRUARY}`);
    // By hand, ranks 2, 4 and 6 of 0.21 0.32 0.43 0.54 0.65 0.76 0.87.
    expect(answer.json).toEqual(
      jasmine.objectContaining({
        unit: SEBULU,
        group: 'kecamatan',
        others: 7,
        quartiles: { q1: 0.32, median: 0.54, q3: 0.76 },
        own: 0.91,
        reason: null,
      }),
    );
    for (const other of ['Muara Kaman', MUARA_KAMAN, '64.02.01']) expect(answer.text).not.toContain(other);
    // 0.32 0.43 0.54 0.65 0.76 0.87 0.91
    expect((await peers(neighbour, FEBRUARY)).quartiles).toEqual({ q1: 0.43, median: 0.65, q3: 0.87 });
  });

  it('is told nothing of fewer than five others with five records each', async () => {
    const march = await peers(camat, MARCH);
    expect(march).toEqual(
      jasmine.objectContaining({ others: 4, quartiles: null, reason: 'too-few-peers', own: 0.3 }),
    );
  });

  it('compares kinds with their own kind, and only units that were there all the time', async () => {
    await product.database
      .owner('units')
      .where({ kabupaten_code: KUKAR, code: '64.02.06' })
      .update({ valid_to: '2026-02-20' });
    await product.database.owner('data_versions').increment({ version: 1, structure_version: 1 });
    const closed = await peers(camat, FEBRUARY);
    expect(closed.others).toBe(6);
    await product.database
      .owner('units')
      .where({ kabupaten_code: KUKAR, code: '64.02.06' })
      .update({ valid_to: null });
    await product.database
      .owner('units')
      .where({ kabupaten_code: KUKAR, code: '64.02.05' })
      .update({ kind: 'skpd' });
    await product.database.owner('data_versions').increment({ version: 1, structure_version: 1 });
    expect((await peers(camat, FEBRUARY)).others).toBe(6);
    await product.database
      .owner('units')
      .where({ kabupaten_code: KUKAR, code: '64.02.05' })
      .update({ kind: 'kecamatan' });
    await product.database.owner('data_versions').increment({ version: 1, structure_version: 1 });
    expect((await peers(camat, FEBRUARY)).others).toBe(7);
  });

  it('covers whole calendar periods that are over, and takes no other filter', async () => {
    for (const period of [
      'from=2026-02-01&to=2026-02-27',
      'from=2026-02-02&to=2026-02-28',
      'from=2026-02-01&to=2026-03-31',
    ]) {
      const answer = await camat.get(`/measures/complaints/peers?field=resolvedShare&${period}`);
      expect(problemOf(answer).code).withContext(period).toBe('period-not-calendar');
    }
    for (const filter of ['service=kk', 'channel=web', 'by=unit', 'grain=day']) {
      const answer = await camat.get(`/measures/complaints/peers?${FEBRUARY}&${filter}`);
      expect(answer.status).withContext(filter).toBe(400);
    }
    expect((await camat.get('/measures/complaints/peers')).status).toBe(400);
    const running = await peers(camat, 'from=2026-04-01&to=2026-04-30');
    expect([running.quartiles, running.reason, running.others]).toEqual([null, 'period-not-over', 0]);
    const counts = await camat.read<Peers>(`/measures/volume/peers?${FEBRUARY}`);
    expect([counts.quartiles, counts.reason]).toEqual([null, 'counts-not-compared']);
    expect((await peers(camat, QUARTER)).others).toBe(7);
  });

  it('is for the heads of units, and for their own unit', async () => {
    for (const unit of [MUARA_KAMAN, KUKAR, '32.16.09'])
      expect((await camat.get(`/measures/complaints/peers?${FEBRUARY}&unit=${unit}`)).status).toBe(404);
    const bupati = await product.signIn('bupati');
    expect((await bupati.get(`/measures/complaints/peers?${FEBRUARY}`)).status).toBe(403);
  });

  it('cannot get at a single other unit by asking in turns', async () => {
    // Two camat put all their answers together, over a month and a quarter.
    const askInTurns = async () => {
      const answers = [
        await peers(camat, FEBRUARY),
        await peers(neighbour, FEBRUARY),
        await peers(camat, QUARTER),
        await peers(neighbour, QUARTER),
      ];
      return answers.flatMap(({ quartiles }) =>
        quartiles === null ? [] : [quartiles.q1, quartiles.median, quartiles.q3],
      );
    };
    const told = await askInTurns();
    expect(told.length).toBe(12);
    for (const value of told) expect(value).toBe(Number(value.toPrecision(2)));
    // 54 of 100 become 108 of 201 in February (0.5373), and 57 of 110 become 111 of 211 in the quarter (0.5182 and
    // 0.5261): where the rounded value is the same nobody can tell, although the unit's figures are others.
    await product.load(
      KUKAR,
      'complaints',
      [...complaints('64.02.03', '2026-02', 100, 54), ...complaints('64.02.03', '2026-02', 1, 0)].map(
        (record, index) => ({ ...record, number: `tambahan-${index}` }),
      ),
    );
    expect((await askInTurns()).slice(0, 6)).toEqual(told.slice(0, 6));
  });
});
