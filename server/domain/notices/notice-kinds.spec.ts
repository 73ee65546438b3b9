import { NOTICE_KINDS, NOTICE_SENTENCES, noticeSentence } from './notice-kinds.ts';

describe('Notices', () => {
  it('fill their sentence, in both languages', () => {
    const params = { programme: 'MPP', milestone: 'Jaringan siap' };
    expect(noticeSentence('milestone-to-sign', params, 'id')).toBe(
      'MPP: tonggak “Jaringan siap” dilaporkan selesai dan menunggu pengesahan.',
    );
    expect(noticeSentence('milestone-to-sign', params, 'en')).toContain('MPP: milestone “Jaringan siap”');
  });

  it('ask for the same parameters in both languages', () => {
    const names = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
    for (const kind of NOTICE_KINDS)
      expect(names(NOTICE_SENTENCES[kind].en)).withContext(kind).toEqual(names(NOTICE_SENTENCES[kind].id));
  });

  it('leave no braces behind and write values as told', () => {
    expect(
      noticeSentence('recommendation-due', { number: '3', due: '2026-11-20' }, 'id', (value) => `<${value}>`),
    ).toBe('Rekomendasi <3> jatuh tempo <2026-11-20>.');
    expect(noticeSentence('recommendation-due', {}, 'id')).toBe('Rekomendasi – jatuh tempo –.');
    expect(noticeSentence('of-a-later-version', {}, 'id')).toBe('');
  });

  it('take words that differ between the languages from the language of the reader', () => {
    const params = { unit: 'Tabang', 'text.id': 'belum melapor.', 'text.en': 'has not reported.' };
    expect(noticeSentence('alert-opened', params, 'id')).toBe('Peringatan baru. Tabang: belum melapor.');
    expect(noticeSentence('alert-opened', params, 'en')).toBe('New alert. Tabang: has not reported.');
  });
});
