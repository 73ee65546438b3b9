import { attentionHeadline, attentionMessage } from './attention-message.ts';

const WORDS: Readonly<Record<string, string>> = {
  'attention.calm': 'Tidak ada perubahan berarti.',
  'attention.calmPraised': 'Tidak ada yang perlu keputusan.',
  'attention.headline': '{{count}} hal perlu keputusan.',
  'attention.headlineOne': '{{count}} hal perlu keputusan.',
  'attention.number.1': 'Satu',
  'attention.number.4': 'Empat',
  'attention.number.7': 'Tujuh',
  'demo.label': 'DATA CONTOH',
};
const t = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
  (WORDS[key] ?? key).replace('{{count}}', String(values['count']));

describe('attentionHeadline', () => {
  it('counts in words up to seven, and says it when there is nothing', () => {
    const headline = (count: number) =>
      attentionHeadline({ items: Array.from({ length: count }), praise: [] }, t);
    expect([0, 1, 4, 7, 8].map(headline)).toEqual([
      'Tidak ada perubahan berarti.',
      'Satu hal perlu keputusan.',
      'Empat hal perlu keputusan.',
      'Tujuh hal perlu keputusan.',
      '8 hal perlu keputusan.',
    ]);
  });

  it('does not say that nothing has changed beside an improvement', () => {
    expect(attentionHeadline({ items: [], praise: [{}] }, t)).toBe('Tidak ada yang perlu keputusan.');
  });
});

describe('attentionMessage', () => {
  const item = { unit: { code: '64.02.10', name: 'Muara Kaman', kind: 'kecamatan' }, sentence: 'KK turun.' };
  const context = { demo: true, asOf: 'data s.d. Jumat', address: 'https://pandu.example/layanan' };

  it('says what, who, how fresh and where, and that it is an example', () => {
    expect(attentionMessage(item, ['Camat Muara Kaman', 'n = 412'], context, t)).toBe(
      'DATA CONTOH\n*Muara Kaman*: KK turun.\nCamat Muara Kaman · n = 412\ndata s.d. Jumat\nhttps://pandu.example/layanan',
    );
  });

  it('leaves out what is not known', () => {
    expect(attentionMessage(item, [], { ...context, demo: false, asOf: '' }, t)).toBe(
      '*Muara Kaman*: KK turun.\nhttps://pandu.example/layanan',
    );
  });
});
