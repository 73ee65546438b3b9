import type { AwardDrafts } from '#contract/innovations/award-drafts';
import { EMPTY_CONTENT } from '#contract/innovations/entry-content';
import { newRecordId } from '../../../platform/database/record-id.ts';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { fillCatalogue } from '../search/fill-catalogue.testing.ts';

const KABUPATEN = 'contoh-lomba';
/** Friday 2026-11-20, 10.00 WITA (UTC+8): figures are of November 2025 to October 2026. */
const NOW = '2026-11-20T10:00:00+08:00';

describe('award drafts, by API', () => {
  let product: TestProduct;
  let id = '';
  const callers = new Map<string, ApiCaller>();

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    for (const code of [KABUPATEN, 'tetangga-lomba']) await product.addKabupaten(code, 'Asia/Makassar');
    await product.load(
      KABUPATEN,
      'units',
      ['a', 'b', 'c'].map((code) => ({
        code,
        name: `Kecamatan ${code}`,
        kind: 'kecamatan',
        parentCode: KABUPATEN,
        validFrom: null,
        validTo: null,
        predecessorCode: null,
      })),
    );
    await product.load(KABUPATEN, 'services', [{ code: 'kk', name: 'Kartu Keluarga (KK)' }]);
    // Nineteen requests of three hours and one of three days: nine of ten within a day.
    await product.load(
      KABUPATEN,
      'service-cases',
      Array.from({ length: 20 }, (_, index) => ({
        number: `k-${index}`,
        unit: 'a',
        service: 'kk',
        receivedAt: '2026-10-05T01:00:00Z',
        completedAt: index === 0 ? '2026-10-08T01:00:00Z' : '2026-10-05T04:00:00Z',
        status: 'selesai',
      })),
    );
    // Eight of ten complaints resolved.
    await product.load(
      KABUPATEN,
      'complaints',
      Array.from({ length: 10 }, (_, index) => ({
        number: `a-${index}`,
        unit: 'a',
        channel: 'whatsapp',
        class: 'aspirasi',
        text: 'loket lama',
        receivedAt: '2026-10-05T01:00:00Z',
        resolvedAt: index < 8 ? '2026-10-06T01:00:00Z' : null,
        status: index < 8 ? 'selesai' : 'diterima',
      })),
    );
    await product.addPerson('organisasi', { role: 'organisasi', kabupaten: KABUPATEN });
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    await product.addPerson('petugas.a', { role: 'petugas', kabupaten: KABUPATEN, unit: 'a' });
    await product.addPerson('camat.b', { role: 'camat', kabupaten: KABUPATEN, unit: 'b' });
    await product.addPerson('camat.lain', {
      role: 'camat',
      kabupaten: 'tetangga-lomba',
      unit: 'tetangga-lomba',
    });
    id = newRecordId();
    const content = {
      ...EMPTY_CONTENT,
      name: 'Loket Sekali Datang',
      problem: 'Warga datang tiga kali.',
      people: 12,
      legalBasis: [{ kind: 'Peraturan Bupati', number: '12 Tahun 2026', on: '2026-01-05', title: '' }],
    };
    const { owner } = product.database;
    await owner('innovations').insert({
      kabupaten_code: KABUPATEN,
      id,
      slug: 'loket-sekali-datang',
      unit_code: 'a',
      state: 'published',
      draft: JSON.stringify(content),
      published: JSON.stringify(content),
      version: 1,
      published_at: NOW,
      post_title: 'Camat a',
      created_at: NOW,
      updated_at: NOW,
    });
    await fillCatalogue(owner, [
      {
        id,
        slug: 'loket-sekali-datang',
        homeCode: KABUPATEN,
        homeName: 'Kabupaten contoh',
        unitName: 'Kecamatan a',
        content,
      },
    ]);
    const adoption = (code: string, state: string) => ({
      id: newRecordId(),
      entry_id: id,
      adopter_code: code,
      adopter_name: code,
      unit_name: 'Kecamatan',
      state,
      updated_at: NOW,
    });
    // One kabupaten twice, one that only plans, one that stopped.
    await owner('catalogue_adoptions').insert([
      adoption('33.07', 'running'),
      adoption('33.07', 'done'),
      adoption('35.10', 'done'),
      adoption('73.02', 'planned'),
      adoption('52.08', 'stopped'),
    ]);
    await owner('innovation_adoptions').insert({
      kabupaten_code: KABUPATEN,
      id: newRecordId(),
      entry_id: id,
      entry_home: KABUPATEN,
      entry_name: content.name,
      entry_version: 1,
      unit_code: 'c',
      state: 'running',
      post_title: 'Camat c',
      created_at: NOW,
      updated_at: NOW,
    });
  });
  afterAll(() => product.stop());

  async function as(username: string): Promise<ApiCaller> {
    const known = callers.get(username) ?? (await product.signIn(username));
    callers.set(username, known);
    return known;
  }
  const drafts = async (username: string, key = id) =>
    (await as(username)).read<AwardDrafts>(`/innovations/${key}/award-drafts`);

  it('tell what is ready, what is missing, and what the records fill', async () => {
    const { innovation, iga, from, to } = await drafts('petugas.a');
    expect([innovation.name, innovation.unit.name, innovation.published]).toEqual([
      'Loket Sekali Datang',
      'Kecamatan a',
      true,
    ]);
    expect([from, to]).toEqual(['2025-11-01', '2026-10-31']);
    const of = (number: number) => {
      const row = iga.sid.find((each) => each.number === number);
      return [row?.state, row?.level];
    };
    // SID 28: nine of ten within a day; 29: 8 of 10 = 80 %; 31: two kabupaten; 34: no survey.
    expect([of(28), of(29), of(31), of(34)]).toEqual([
      ['computed', 3],
      ['computed', 2],
      ['computed', 2],
      ['missing', null],
    ]);
    expect([of(16), of(17), of(21)]).toEqual([
      ['told', 2],
      ['told', 2],
      ['missing', null],
    ]);
    // 16: 3 × 2; 17: 2 × 2; 28: 2 × 3; 29: 1 × 2; 31: 3 × 2.
    expect([iga.points, iga.mostPoints]).toEqual([24, 111]);
    expect([iga.source.confirmed, iga.spd.length]).toEqual([false, 20]);
  });

  it('fill the sections of KIPP, with what the entry does not tell yet', async () => {
    const { kipp } = await drafts('petugas.a', 'loket-sekali-datang');
    const background = kipp.sections.find((section) => section.id === 'latar-belakang');
    expect([background?.text, background?.words, background?.missing]).toEqual([
      'Warga datang tiga kali.',
      4,
      ['goal'],
    ]);
  });

  it('are of the own unit, and for Bagian Organisasi of all', async () => {
    expect((await drafts('organisasi')).innovation.id).toBe(id);
    for (const [username, status] of [
      ['camat.b', 404],
      ['camat.lain', 404],
      ['bupati', 403],
    ] as const)
      expect((await (await as(username)).get(`/innovations/${id}/award-drafts`)).status)
        .withContext(username)
        .toBe(status);
  });
});
