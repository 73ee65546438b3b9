import type { EntryProof, EntryProofs } from '#contract/innovations/proofs';
import { EMPTY_CONTENT } from '#contract/innovations/entry-content';
import { measureProof } from '../../../measure-sources.ts';
import { problemOf, type ApiAnswer, type ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { insertOwnEntry } from '../search/own-entry.testing.ts';
import { proofRound } from './measure-proofs.ts';

const KABUPATEN = 'contoh-bukti';
/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
const NOW = '2026-11-20T10:00:00+08:00';
const UNITS = ['hulu', 'b', 'c', 'd', 'e', 'f'];
/** From December 2025 on `hulu` finishes nearly everything in one visit; it began on 12 November. */
const START = '2025-11-12';
const BETTER_FROM = 23;
const ENTRY = '0198c0de-0000-7000-8000-00000000b001';

/**
 * Twenty cases a month and unit from January 2024 (month 0) to October 2026 (month 33). `hulu` finishes 14 of them in one
 * visit in even months and 15 in odd ones, from December 2025 on 18 and 19; the others 15 always.
 */
function* cases() {
  for (let month = 0; month < 34; month += 1)
    for (const unit of UNITS)
      for (let index = 0; index < 20; index += 1) {
        const usual = unit === 'hulu' ? 14 + (month % 2) + (month >= BETTER_FROM ? 4 : 0) : 15;
        yield request(unit, 'kk', month, index, index < usual ? 1 : 2);
      }
  // Letters of which visits are not recorded: three in February 2024, ten in every later month.
  for (let month = 1; month < 34; month += 1)
    for (let index = 0; index < (month === 1 ? 3 : 10); index += 1)
      yield request('hulu', 'surat', month, index, null);
}

function request(unit: string, service: string, month: number, index: number, visits: number | null) {
  const at = Date.UTC(2024, month, 2 + index, 2 + (month % 3));
  return {
    number: `${service}-${month}-${index}`,
    unit,
    service,
    receivedAt: new Date(at).toISOString(),
    completedAt: new Date(at + (60 + ((index * 7 + month) % 30)) * 60_000).toISOString(),
    status: 'selesai',
    visits,
  };
}

describe('the proof of an innovation, by API', () => {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.load(
      KABUPATEN,
      'units',
      UNITS.map((code) => ({
        code,
        name: `Kecamatan ${code}`,
        kind: 'kecamatan',
        parentCode: KABUPATEN,
        validFrom: '2020-01-01',
        validTo: null,
        predecessorCode: null,
      })),
    );
    await product.load(KABUPATEN, 'services', [
      { code: 'kk', name: 'Kartu Keluarga (KK)' },
      { code: 'surat', name: 'Surat Pindah' },
    ]);
    await product.load(KABUPATEN, 'service-cases', cases());
    await product.addPerson('camat.hulu', { role: 'camat', kabupaten: KABUPATEN, unit: 'hulu' });
    await product.addPerson('camat.b', { role: 'camat', kabupaten: KABUPATEN, unit: 'b' });
    await product.addPerson('organisasi', { role: 'organisasi', kabupaten: KABUPATEN });
  });
  beforeEach(async () => {
    const { owner } = product.database;
    await owner('innovations').where({ kabupaten_code: KABUPATEN }).delete();
    await owner('catalogue_entries').where({ home_code: KABUPATEN }).delete();
    await insertOwnEntry(owner, {
      kabupatenCode: KABUPATEN,
      unitCode: 'hulu',
      id: ENTRY,
      slug: 'sekali-datang',
      published: { ...EMPTY_CONTENT, name: 'Sekali Datang', summary: 'Cukup satu kunjungan.' },
    });
  });
  afterAll(() => product.stop());

  async function as(username: string): Promise<ApiCaller> {
    const known = callers.get(username) ?? (await product.signIn(username));
    callers.set(username, known);
    return known;
  }
  const proofs = async (username = 'camat.hulu') =>
    (await as(username)).read<EntryProofs>(`/innovation-entries/${ENTRY}/proofs`);
  const lock = async (change: Record<string, unknown> = {}, username = 'camat.hulu') =>
    (await as(username)).post(`/innovation-entries/${ENTRY}/proofs`, {
      measure: 'turnaround',
      field: 'sameVisitShare',
      service: null,
      startedOn: START,
      before: { from: '2024-11-01', to: '2025-10-31' },
      peers: false,
      ...change,
    });
  const refusal = (answer: ApiAnswer) => [answer.status, problemOf(answer).code];
  function one(items: readonly EntryProof[]): EntryProof {
    const [proof] = items;
    if (proof === undefined || items.length !== 1) throw new Error(`${items.length} proofs`);
    return proof;
  }
  const row = async () => {
    const found = (await product.database.owner('innovations').where({ id: ENTRY }).first('proof')) as {
      proof: string;
    };
    return found.proof;
  };

  it('shows nothing before it is locked, and then what the records say', async () => {
    const before = await proofs();
    expect([before.items, before.mayLock, before.peers, before.shared]).toEqual([[], true, 5, false]);
    expect((await lock({ peers: true })).status).toBe(201);
    const proof = one((await proofs()).items);
    expect([proof.state, proof.lockedOn, proof.comparedUnits, proof.unit.name]).toEqual([
      'measured',
      '2026-11-20',
      5,
      'Kecamatan hulu',
    ]);
    const { figure } = proof;
    // Twelve months before: six with 14 of 20 and six with 15. Eleven whole months since: six odd with 19, five even with 18.
    expect(figure?.before).toEqual({ from: '2024-11-01', to: '2025-10-31', value: 174 / 240, n: 240 });
    expect(figure?.after).toEqual({ from: '2025-12-01', to: '2026-10-31', value: 204 / 220, n: 220 });
    expect([figure?.verdict, figure?.changedSince]).toEqual(['membaik', '2025-12-01']);
    expect(figure?.points.length).toBe(24);
    // The month of the start is drawn and belongs to neither side.
    expect(figure?.points[12]).toEqual({ from: '2025-11-01', value: 14 / 20, n: 20 });
    // The others stay at 15 of 20.
    expect(figure?.others).toEqual({ units: 5, before: 0.75, after: 0.75 });
    expect(await row()).toBe('terukur');
  });

  it('cannot be changed or locked twice, and only by those who write for the unit', async () => {
    expect(refusal(await lock({}, 'camat.b'))).toEqual([404, 'innovation-not-found']);
    expect((await lock()).status).toBe(201);
    expect(
      refusal(await lock({ startedOn: '2025-12-12', before: { from: '2025-06-01', to: '2025-11-30' } })),
    ).toEqual([409, 'proof-locked-already']);
    expect(one((await proofs()).items).startedOn).toBe(START);
    // The whole kabupaten reads what is published, and its proof.
    const others = await proofs('camat.b');
    expect([others.items.length, others.mayLock]).toEqual([1, false]);
  });

  it('is refused for months that cannot be compared and for what proves nothing', async () => {
    for (const [change, code] of [
      [{ startedOn: '2026-11-21' }, 'proof-start-ahead'],
      [{ before: { from: '2025-09-01', to: '2025-10-31' } }, 'proof-months-count'],
      [{ before: { from: '2024-11-01', to: '2025-11-30' } }, 'proof-before-start'],
      [{ before: { from: '2024-11-02', to: '2025-10-31' } }, 'proof-months-whole'],
      [{ field: 'completed' }, 'proof-field-unknown'],
    ] as const)
      expect(refusal(await lock(change))).toEqual([400, code]);
    expect(refusal(await lock({ service: 'tidak-ada' }))).toEqual([404, 'service-not-found']);
    expect((await proofs()).items).toEqual([]);
  });

  it('waits for three whole months since the start', async () => {
    await lock({ startedOn: '2026-08-05', before: { from: '2025-08-01', to: '2026-07-31' } });
    const proof = one((await proofs()).items);
    // September and October are over, November is not.
    expect([proof.state, proof.figure?.after.value, proof.figure?.verdict]).toEqual(['waiting', null, null]);
    expect(await row()).toBe('belum-ada-data');
  });

  it('tells a time by both clocks, and nothing of a month with one to four records', async () => {
    await lock({
      field: 'medianMinutes',
      service: 'surat',
      before: { from: '2023-11-01', to: '2025-10-31' },
    });
    const { items } = await proofs();
    expect(items.map(({ field, state }) => [field, state])).toEqual([
      ['medianMinutes', 'too-few'],
      ['medianWorkingMinutes', 'too-few'],
    ]);
    for (const { figure } of items) {
      // February 2024 has three: it is not told, and with it nothing from which it could be worked out.
      expect(figure?.points.find(({ from }) => from === '2024-02-01')).toEqual({
        from: '2024-02-01',
        value: null,
        n: 0,
      });
      expect([figure?.before.value, figure?.before.n]).toEqual([null, 0]);
      expect(figure?.points.find(({ from }) => from === '2024-03-01')?.n).toBe(10);
    }
    expect(await row()).toBe('belum-ada-data');
  });

  it('leaves the kabupaten only where its owner ticked the figures', async () => {
    await lock();
    const share = async (figures: boolean) =>
      (await as('camat.hulu')).send('PUT', `/innovation-entries/${ENTRY}/sharing`, {
        body: { audience: 'forcasi', fields: [], figures },
      });
    const copy = async () =>
      (await product.database.owner('catalogue_entries').where({ id: ENTRY }).first('figures', 'proof')) as {
        figures: { field: string }[] | null;
        proof: string;
      };
    expect((await share(false)).status).toBe(200);
    expect(await copy()).toEqual({ figures: null, proof: 'belum-ada-data' });
    expect((await share(true)).status).toBe(200);
    const shared = await copy();
    expect([shared.figures?.map(({ field }) => field), shared.proof]).toEqual([
      ['sameVisitShare'],
      'terukur',
    ]);
    // What is locked afterwards goes with them, and is made anew with new data.
    await lock({ field: 'preparedShare' });
    expect((await copy()).figures?.length).toBe(2);
    expect((await proofs()).shared).toBe(true);
  });

  it('is computed anew as data arrive, and loses the badge when there are not enough records any more', async () => {
    // Of `f`, so that the new records meet no other spec: 15 of 20 in every month.
    await product.database.owner('innovations').where({ id: ENTRY }).update({ unit_code: 'f' });
    expect((await lock({ service: 'kk' }, 'organisasi')).status).toBe(201);
    expect(one((await proofs('organisasi')).items).figure?.after).toEqual({
      from: '2025-12-01',
      to: '2026-10-31',
      value: 165 / 220,
      n: 220,
    });
    const more = Array.from({ length: 20 }, (_, index) => ({
      ...request('f', 'kk', 33, index, 2),
      number: `kk-lagi-${index}`,
    }));
    await product.load(KABUPATEN, 'service-cases', more);
    const round = proofRound(measureProof);
    const call = {
      database: product.database.application,
      kabupaten: { code: KABUPATEN, name: KABUPATEN, timeZone: 'Asia/Makassar', demo: false },
      today: '2026-11-20',
      now: NOW,
    };
    await round.run(call);
    const proof = one((await proofs('organisasi')).items);
    // 165 of 220 were one visit; twenty more were two.
    expect(proof.figure?.after).toEqual({ from: '2025-12-01', to: '2026-10-31', value: 165 / 240, n: 240 });
    // That nothing got better is measured as well.
    expect([proof.state, proof.figure?.verdict]).toEqual(['measured', 'stabil']);
    expect(await row()).toBe('terukur');
    const versionOf = async () =>
      (await product.database
        .owner('data_versions')
        .where({ kabupaten_code: KABUPATEN })
        .first('version')) as {
        version: number;
      };
    const version = await versionOf();
    await round.run(call);
    await round.run(call);
    // Nothing changed, so nobody is told that anything did.
    expect(await versionOf()).toEqual(version);
    await product.database
      .owner('innovation_proofs')
      .where({ innovation_id: ENTRY })
      .update({ service_code: 'tidak-ada-lagi', computed_at: null });
    await round.run(call);
    const gone = one((await proofs('organisasi')).items);
    expect([gone.figure, await row()]).toEqual([null, 'belum-ada-data']);
  });

  it('is on record, with what was locked', async () => {
    await lock();
    const found = (await product.database
      .owner('audit_entries')
      .where({ kabupaten_code: KABUPATEN, action: 'innovation-proof-locked' })
      .orderBy('sequence', 'desc')
      .first('details')) as { details: Record<string, unknown> };
    expect(found.details).toEqual(
      jasmine.objectContaining({ unit: 'hulu', on: START, from: '2024-11-01', to: '2025-10-31' }),
    );
  });
});
