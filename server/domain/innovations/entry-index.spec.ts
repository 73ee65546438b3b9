import { sharedContent } from './entry-fields.ts';
import { entryIndex } from './entry-index.ts';

const CONTENT = {
  name: ' Loket Sabtu ',
  acronym: 'LOKSA',
  form: 'pelayanan-publik',
  digital: false,
  stage: 'uji-coba',
  summary: 'Loket dibuka pada hari Sabtu.',
  topics: ['jam-layanan', 'jam-layanan'],
  services: ['KTP-el ', 'KTP-el', ''],
  problem: 'Buruh tidak sempat.',
  people: 5,
  budget: 50_000_000,
  connectivity: 'internet-tetap',
  regionTypes: ['perkotaan'],
  steps: [{ body: 'Susun jadwal piket' }],
  lessons: 'Piket harus bergilir.',
} as const;

describe('what lists and search know of an entry', () => {
  it('is its facets, each value once', () => {
    expect(entryIndex(CONTENT).columns).toEqual({
      name: 'Loket Sabtu',
      acronym: 'LOKSA',
      form: 'pelayanan-publik',
      digital: false,
      stage: 'uji-coba',
      topics: ['jam-layanan'],
      services: ['KTP-el'],
      region_types: ['perkotaan'],
      // 50 million is where the second band begins.
      cost_band: '50-200-juta',
      people_band: '3-5',
      connectivity: 'internet-tetap',
    });
  });

  it('is its texts: the name first, lessons and steps last', () => {
    const { a, b, c, d } = entryIndex(CONTENT).texts;
    expect([a, b]).toEqual([' Loket Sabtu  . LOKSA', 'Loket dibuka pada hari Sabtu. . KTP-el']);
    expect(c).toContain('Buruh tidak sempat.');
    // People look for opening hours by these words too.
    expect(c).toContain('hari libur');
    expect(d).toContain('Susun jadwal piket');
    expect(d).toContain('Piket harus bergilir.');
  });

  it('is nothing of a field that was not shared', () => {
    const { columns, texts } = entryIndex(sharedContent(CONTENT, ['problem']));
    expect([columns.cost_band, columns.people_band, columns.connectivity]).toEqual([null, null, null]);
    expect([columns.services, columns.region_types]).toEqual([[], []]);
    expect(Object.values(texts).join(' ')).not.toMatch(/KTP|piket|perkotaan/i);
    expect(texts.c).toContain('Buruh tidak sempat.');
  });

  it('is nothing at all of an entry that tells nothing', () => {
    const { columns, texts } = entryIndex({});
    expect([columns.name, columns.form, columns.topics]).toEqual([null, null, []]);
    expect(Object.values(texts)).toEqual(['', '', '', '']);
  });
});
