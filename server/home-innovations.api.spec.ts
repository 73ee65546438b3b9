import { EMPTY_CONTENT } from '#contract/innovations/entry-content';
import { complaint, useAttention } from './features/attention/attention.testing.ts';
import { fillCatalogue } from './features/innovations/search/fill-catalogue.testing.ts';
import { insertOwnEntry } from './features/innovations/search/own-entry.testing.ts';

const KABUPATEN = 'contoh-beranda-inovasi';

describe('innovations on home, by API', () => {
  const world = useAttention(KABUPATEN, ['bisu', 'tanggap']);

  beforeAll(async () => {
    await world.load('complaints', [
      // Monday 2 November to Friday 20 November: 14 working days without an answer.
      ...Array.from({ length: 6 }, () => complaint('bisu', '2026-11-02 09:00', 'Air bersih')),
    ]);
    const { owner, application } = world.product().database;
    await insertOwnEntry(owner, {
      kabupatenCode: KABUPATEN,
      unitCode: 'tanggap',
      id: '0198c0de-0000-7000-8000-0000000000b1',
      slug: 'jawab-sehari',
      published: {
        ...EMPTY_CONTENT,
        name: 'Jawab dalam Sehari',
        acronym: 'JADI',
        stage: 'penerapan',
        topics: ['aduan'],
        results: [
          { what: 'Aduan terjawab', before: '3', after: '1', unit: 'hari', method: '', n: null, period: '' },
        ],
      },
      publishedAt: '2026-11-10T00:00:00Z',
    });
    await owner('innovations').where({ slug: 'jawab-sehari' }).update({ proof: 'dilaporkan-sendiri' });
    await fillCatalogue(application, [
      {
        id: '0198c0de-0000-7000-8000-0000000000b2',
        slug: 'tangga-aduan',
        homeCode: '32.12',
        homeName: 'Indramayu',
        unitName: 'Diskominfo',
        content: { name: 'Tangga Aduan', stage: 'penerapan', topics: ['aduan'] },
        publishedAt: '2026-01-01T00:00:00Z',
      },
    ]);
  });

  it('stand at the exception that they address, for the Bupati and for the camat whose it is', async () => {
    for (const username of ['bupati', 'camat.bisu']) {
      const { items } = await world.attention(username);
      const [found] = items.filter(({ kind }) => kind === 'unanswered-complaints');
      expect(found?.innovation).withContext(username).toEqual({
        slug: 'jawab-sehari',
        name: 'JADI',
        sentence: 'Unit tanggap punya masalah serupa dan menanganinya dengan',
        note: 'dilaporkan sendiri',
      });
    }
  });

  it('are counted: new ones within 30 days, and those that wait for their owner', async () => {
    expect((await world.attention('bupati')).innovations).toEqual({ fresh: 1, toConfirm: 0 });
  });

  it('are told in the reader’s language', async () => {
    const answer = await (await world.as('bupati')).get('/attention', { 'Accept-Language': 'en' });
    expect(answer.text).toContain('Unit tanggap had the same problem and took it on with');
  });

  it('are not for members of FORCASI, who have no home', async () => {
    await world.product().addPerson('anggota', { role: 'forcasi', kabupaten: KABUPATEN });
    expect((await (await world.as('anggota')).get('/attention')).status).toBe(403);
  });
});
