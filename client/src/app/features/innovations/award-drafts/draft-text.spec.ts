import type { AwardDrafts } from './award-drafts-api.ts';
import { igaText, kippText } from './draft-text.ts';

const ROW = {
  sub: '',
  variable: 'Infrastruktur',
  weight: 2,
  mandatory: true,
  levels: ['satu', 'dua', 'tiga'],
  fields: [],
};

const DRAFTS: AwardDrafts = {
  innovation: {
    id: '1',
    slug: 'loket',
    name: 'Loket Sekali Datang',
    acronym: 'LOSEDA',
    unit: { code: 'a', name: 'Kecamatan A' },
    published: true,
  },
  from: '2025-11-01',
  to: '2026-10-31',
  iga: {
    year: 2026,
    source: { name: 'Surat BSKDN', on: '2026-04-29', confirmed: false },
    sid: [
      { ...ROW, number: 16, name: 'Regulasi', state: 'told', level: 2, text: 'Perbup 12/2026' },
      { ...ROW, number: 20, name: 'Bimtek', state: 'missing', level: null, text: '' },
    ],
    spd: [],
    points: 4,
    mostPoints: 111,
  },
  kipp: {
    source: { name: 'PermenPANRB 7/2021', on: null, confirmed: false },
    sections: [
      {
        id: 'ringkasan',
        name: 'Ringkasan',
        weight: 0,
        mostWords: 200,
        words: 3,
        text: 'Warga datang sekali.',
        fields: ['summary'],
        missing: [],
      },
    ],
  },
};

describe('Award drafts as text', () => {
  it('tell every indicator with its level, and which are missing', () => {
    expect(igaText(DRAFTS)).toBe(
      [
        'IGA 2026: Loket Sekali Datang (LOSEDA), Kecamatan A',
        'Sumber tabel: Surat BSKDN',
        '',
        '16. Regulasi (parameter 2: dua)',
        '   Perbup 12/2026',
        '20. Bimtek (parameter belum dipilih)',
        '   [belum diisi]',
      ].join('\n'),
    );
  });

  it('tell every section with its words', () => {
    expect(kippText(DRAFTS)).toBe(
      [
        'KIPP: Loket Sekali Datang (LOSEDA), Kecamatan A',
        'Sumber formulir: PermenPANRB 7/2021',
        '',
        'Ringkasan (3 dari 200 kata)',
        'Warga datang sekali.',
      ].join('\n'),
    );
  });
});
