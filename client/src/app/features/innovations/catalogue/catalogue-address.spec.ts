import { chosenFacets, comparedOf, questionOf, toggleCompared } from './catalogue-address.ts';

describe('the address of the catalogue', () => {
  it('says what is asked', () => {
    const question = questionOf({
      q: ' warga bolak-balik ',
      topic: 'bolak-balik',
      layanan: 'Kartu Keluarga (KK)',
      sort: 'proof',
    });
    expect(question).toEqual({
      q: 'warga bolak-balik',
      topic: 'bolak-balik',
      service: 'Kartu Keluarga (KK)',
      sort: 'proof',
    });
    expect(chosenFacets(question)).toEqual(['topic', 'service']);
  });

  it('leaves out what nobody can ask', () => {
    expect(
      questionOf({ q: '  ', topic: 'cuaca', alive: ['berjalan', 'vakum'], sort: 'a-z', limit: '5' }),
    ).toEqual({});
  });

  it('does not take the service of the figures for one of the catalogue', () => {
    expect(questionOf({ service: 'kk', unit: '64.02.07', from: '2026-01-01' })).toEqual({});
  });
});

describe('the entries that are compared', () => {
  it('are three at most, each once', () => {
    expect(comparedOf('a, b,a,,c,d')).toEqual(['a', 'b', 'c']);
    expect([comparedOf(undefined), comparedOf(''), comparedOf(['a', 'b'])]).toEqual([[], [], []]);
  });

  it('come and go one by one', () => {
    expect(toggleCompared(['a'], 'b')).toBe('a,b');
    expect(toggleCompared(['a', 'b'], 'a')).toBe('b');
    expect(toggleCompared(['a'], 'a')).toBeNull();
    expect(toggleCompared(['a', 'b', 'c'], 'd')).toBe('a,b,c');
  });
});
