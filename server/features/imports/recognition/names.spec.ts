import fc from 'fast-check';
import { editDistance, nearestName, normaliseName } from './names.ts';
import { CODE_PATTERN, codeOf, numberedCode } from './slug.ts';

describe('names', () => {
  it('sees the same name in different spellings, and different names as different', () => {
    expect(normaliseName('Kota Bangun')).toBe(normaliseName('KOTABANGUN'));
    expect(normaliseName('JENIS KELAMIN')).toBe(normaliseName('jenis_kelamin'));
    expect(normaliseName('dibuka kembali')).toBe(normaliseName('Dibuka-Kembali'));
    expect(normaliseName('Café')).toBe('cafe');
    expect(normaliseName('Samboja')).not.toBe(normaliseName('Semboja'));
  });

  it('counts the letters that differ', () => {
    expect(editDistance('samboja', 'semboja')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('tenggarong', 'tenggraong')).toBe(1);
    expect(editDistance('abc', 'xyz', 1)).toBe(2);
  });

  it('suggests the nearest name and nothing that is far', () => {
    const kecamatan = ['Samboja', 'Sebulu', 'Tenggarong', 'Tenggarong Seberang', 'Kota Bangun'];
    expect(nearestName('Semboja', kecamatan)).toBe('Samboja');
    expect(nearestName('kotabangun', kecamatan)).toBe('Kota Bangun');
    expect(nearestName('Tengarong', kecamatan)).toBe('Tenggarong');
    expect(nearestName('Muara Jawa', kecamatan)).toBeNull();
    expect(nearestName('', kecamatan)).toBeNull();
  });
});

describe('codeOf', () => {
  it('keeps a valid code and makes one of any other text', () => {
    expect(codeOf(' 64.02.07 ')).toBe('64.02.07');
    expect(codeOf('Public Works Department')).toBe('public-works-department');
    expect(codeOf('Satpol PP & Damkar')).toBe('satpol-pp-dan-damkar');
    expect(codeOf('Pelayanan é/ü')).toBe('pelayanan-e-u');
    expect(codeOf('???')).toBe('tanpa-nama');
    expect(numberedCode('x'.repeat(64), 12)).toBe(`${'x'.repeat(61)}-12`);
  });

  it('always gives a valid code', () => {
    const outcome = fc.check(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => CODE_PATTERN.test(codeOf(text))),
    );
    expect(outcome.counterexample).toBeNull();
  });
});
