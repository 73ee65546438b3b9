import { TOLD_FIELDS } from '../attention/field-words.ts';
import { addressingWords, serviceWords, topicsOfMatter, type AddressingFacts } from './addressed-matter.ts';

const signal = (field: string) => topicsOfMatter({ kind: 'signal', field });

describe('the problem that an exception is about', () => {
  it('is that of the series, or of the kind', () => {
    expect(signal('turnaround.dueMetShare')[0]).toBe('waktu-proses');
    expect(signal('turnaround.sameVisitShare')[0]).toBe('bolak-balik');
    expect(signal('complaints.withinDeadlineShare')).toEqual(['aduan']);
    expect(topicsOfMatter({ kind: 'unanswered-complaints', field: null })).toEqual(['aduan']);
    expect(topicsOfMatter({ kind: 'overdue-cases', field: null })).toContain('waktu-proses');
  });

  it('is not guessed where the figure does not say it', () => {
    expect(signal('ikm.score')).toEqual([]);
    expect(signal('volume.received')).toEqual([]);
    expect(topicsOfMatter({ kind: 'small-sample', field: null })).toEqual([]);
    expect(topicsOfMatter({ kind: 'not-reporting', field: null })).toEqual([]);
  });

  it('is known for every series an exception can be about, the IKM aside', () => {
    expect(TOLD_FIELDS.filter((field) => signal(field).length === 0)).toEqual(['ikm.score']);
  });
});

describe('the words for a service', () => {
  it('are its name, the name without the abbreviation, and the abbreviation', () => {
    expect(serviceWords('Kartu Keluarga (KK)')).toEqual(['kartu keluarga (kk)', 'kartu keluarga', 'kk']);
    expect(serviceWords('KTP-el')).toEqual(['ktp-el']);
    expect(serviceWords('Izin usaha (mikro dan kecil)')).toEqual([
      'izin usaha (mikro dan kecil)',
      'izin usaha',
    ]);
  });
});

describe('what is said of an innovation beside an exception', () => {
  const facts: AddressingFacts = {
    unit: 'Sebulu',
    kabupaten: null,
    proof: 'terukur',
    improved: true,
    adoptions: 4,
    ownerConfirmed: true,
  };

  it('is that it solved the problem only where its figure got better', () => {
    expect(addressingWords(facts)).toEqual({
      sentence: {
        id: 'Sebulu punya masalah serupa dan menyelesaikannya dengan',
        en: 'Sebulu had the same problem and solved it with',
      },
      note: { id: 'terukur, diadopsi 4 unit', en: 'measured, adopted by 4 units' },
    });
    expect(addressingWords({ ...facts, improved: false }).sentence).toEqual({
      id: 'Sebulu punya masalah serupa dan menanganinya dengan',
      en: 'Sebulu had the same problem and took it on with',
    });
  });

  it('names the kabupaten of another one, and says what no owner has confirmed', () => {
    const { sentence, note } = addressingWords({
      ...facts,
      unit: 'Disdukcapil',
      kabupaten: 'Bekasi',
      proof: 'dilaporkan-sendiri',
      improved: false,
      adoptions: 0,
      ownerConfirmed: false,
    });
    expect(sentence.id).toBe('Disdukcapil, Bekasi, punya masalah serupa dan menanganinya dengan');
    expect(note.id).toBe('dilaporkan sumber publik, belum dikonfirmasi pemilik');
    const named = { ...facts, unit: 'Disdukcapil Kabupaten Bekasi', kabupaten: 'Bekasi' };
    expect(addressingWords(named).sentence.id).toMatch(/^Disdukcapil Kabupaten Bekasi punya /);
  });
});
