import { cleanText, holdsIdentityNumber, mayEndorse, moderates } from './forum-rules.ts';

describe('text of the forum', () => {
  it('keeps words, paragraphs and markup as it was typed', () => {
    expect(cleanText('  Berapa operator?\r\n\r\n\r\n\r\nKami punya <b>dua</b>.  ')).toBe(
      'Berapa operator?\n\nKami punya <b>dua</b>.',
    );
    expect(cleanText('Tetap 👩‍👧 dan é')).toBe('Tetap 👩‍👧 dan é');
  });

  it('loses what cannot be seen, what turns the direction, and towers of accents', () => {
    expect(cleanText('a\u202egnp.exe\u202c b\u200bc\u0007d\ufeff')).toBe('agnp.exe bc d');
    expect(cleanText(`z${'\u0335'.repeat(40)}`)).toBe(`z${'\u0335'.repeat(3)}`);
    expect(cleanText('\u200b \u2066\u2069 \n')).toBe('');
    expect(cleanText('setengah \ud83d')).toBe('setengah \ufffd');
  });

  it('has no place for identity numbers; telephone numbers of offices stay', () => {
    // The form of a NIK: six digits of the area, six of the birthday, four in a row (Permendagri 108/2019).
    expect(holdsIdentityNumber('NIK 6402071203900001 ditolak')).toBeTrue();
    expect(holdsIdentityNumber('NIK 640207 120390 0001')).toBeTrue();
    expect(holdsIdentityNumber('6402.0712.0390.0001')).toBeTrue();
    expect(holdsIdentityNumber('Hubungi 0812-3456-7890 atau (0541) 661234')).toBeFalse();
    expect(holdsIdentityNumber('Rp1.234.567.890.123 untuk 2026')).toBeFalse();
  });
});

describe('who may endorse an entry', () => {
  const entry = { homeCode: '64.02', unitCode: '64.02.07' };

  it('is everyone elsewhere, and at home the other units', () => {
    expect(mayEndorse({ kabupatenCode: '32.16', unitCode: '32.16.09' }, entry)).toBeTrue();
    expect(mayEndorse({ kabupatenCode: '32.16', unitCode: null }, entry)).toBeTrue();
    expect(mayEndorse({ kabupatenCode: null, unitCode: null }, entry)).toBeTrue();
    expect(mayEndorse({ kabupatenCode: '64.02', unitCode: '64.02.08' }, entry)).toBeTrue();
  });

  it('is nobody who answers for it', () => {
    expect(mayEndorse({ kabupatenCode: '64.02', unitCode: '64.02.07' }, entry)).toBeFalse();
    expect(mayEndorse({ kabupatenCode: '64.02', unitCode: null }, entry)).toBeFalse();
    expect(
      mayEndorse({ kabupatenCode: '64.02', unitCode: '64.02.08' }, { ...entry, unitCode: null }),
    ).toBeFalse();
  });
});

describe('who moderates the forum at the entries of a kabupaten', () => {
  it('is its own Bagian Organisasi', () => {
    const home = { code: '64.02', isHere: true };
    expect(moderates({ role: 'organisasi', kabupatenCode: '64.02' }, home)).toBeTrue();
    expect(moderates({ role: 'organisasi', kabupatenCode: '32.16' }, home)).toBeFalse();
    expect(moderates({ role: 'admin', kabupatenCode: '64.02' }, home)).toBeFalse();
    expect(moderates({ role: 'camat', kabupatenCode: '64.02' }, home)).toBeFalse();
  });

  it('is an administrator where that kabupaten is not here', () => {
    const home = { code: '32.12', isHere: false };
    expect(moderates({ role: 'admin', kabupatenCode: null }, home)).toBeTrue();
    expect(moderates({ role: 'admin', kabupatenCode: '64.02' }, home)).toBeTrue();
    expect(moderates({ role: 'organisasi', kabupatenCode: '64.02' }, home)).toBeFalse();
  });
});
