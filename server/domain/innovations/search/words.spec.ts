import { askedWords, indexedText, plainWords, tellingWords } from './words.ts';

describe('words of a text', () => {
  it('are cut at hyphens and signs, in small letters without accents', () => {
    expect(plainWords('KTP-el, Café “Posyandu” 2026!')).toEqual(['ktp', 'el', 'cafe', 'posyandu', '2026']);
    expect(plainWords(' … ')).toEqual([]);
  });

  it('leave out what says nothing', () => {
    expect(tellingWords('agar warga tidak pulang lagi')).toBe('pulang');
  });
});

describe('the everyday ways of saying something', () => {
  const token = (question: string): string[] => askedWords(question).map((each) => each.token);

  it('mean the same however they are written', () => {
    for (const way of ['antri', 'antre', 'antrean', 'antrian', 'Mengantre', 'NGANTRI'])
      expect(token(way)).withContext(way).toEqual(['antre']);
    for (const way of ['KK', 'kartu keluarga', 'Kartu-Keluarga']) expect(token(way)).toEqual(['kk']);
    for (const way of ['KTP', 'KTP-el', 'e-KTP', 'kartu tanda penduduk']) expect(token(way)).toEqual(['ktp']);
    for (const way of ['bolak-balik', 'mondar-mandir', 'bolak balik'])
      expect(token(way)).toEqual(['bolakbalik']);
    for (const way of ['hari libur', 'akhir pekan', 'tanggal merah', 'Sabtu'])
      expect(token(way)).toEqual(['harilibur']);
  });

  it('are taken as a whole before their parts', () => {
    expect(token('kartu kuning')).toEqual(['lowongan']);
    expect(token('KTP digital')).toEqual(['ikd']);
    expect(askedWords('cetak kartu keluarga')).toEqual([
      { token: 'cetak', written: 'cetak' },
      { token: 'kk', written: 'kartu keluarga' },
    ]);
  });

  it('are put into the index by their token and by their own words', () => {
    expect(indexedText('Kartu Keluarga hilang')).toBe('kk kartu keluarga hilang');
    expect(indexedText('KK')).toBe('kk');
  });
});

describe('the words that a question is searched by', () => {
  const token = (question: string): string[] => askedWords(question).map((each) => each.token);

  it('are those that say something, each once', () => {
    expect(token('bagaimana cara mengurus surat, surat pindah?')).toEqual(['mengurus', 'surat', 'pindah']);
    expect(token('pelayanan kecamatan untuk lansia')).toEqual(['lansia']);
  });

  it('are all of them where none says anything', () => {
    expect(token('pelayanan kecamatan')).toEqual(['pelayanan', 'kecamatan']);
    expect(token('untuk apa')).toEqual(['untuk', 'apa']);
    expect(token('?!')).toEqual([]);
  });

  it('are kept in a name although they say nothing elsewhere', () => {
    expect(indexedText('SATU untuk semua')).toBe('');
    expect(indexedText('SATU untuk semua', true)).toBe('satu untuk semua');
  });
});
