import { isPraise } from './praise-words.ts';

describe('praise in a suggestion', () => {
  it('is found as people write it', () => {
    for (const text of [
      'Pelayanannya ramah dan cepat, terima kasih.',
      'Sekali datang langsung selesai, semoga dipertahankan.',
      'Petugas menjelaskan persyaratan dengan sabar.',
      'MANTAP, petugasnya sopan',
    ])
      expect(isPraise(text)).withContext(text).toBeTrue();
  });

  it('is not found where it is turned round, or wished for', () => {
    for (const text of [
      'Petugas kurang ramah.',
      'Mohon lebih cepat lagi.',
      'Papan persyaratan sebaiknya diperbesar agar mudah dibaca orang tua.',
      'Waktu tunggu masih lama, terima kasih.',
      'Tempat parkir sempit dan becek kalau hujan.',
      'Cepat, tapi petugasnya tidak sopan',
      'Marahnya tidak baik-baik saja',
    ])
      expect(isPraise(text)).withContext(text).toBeFalse();
  });

  it('is not found within other words', () => {
    expect(isPraise('Perbaikan jalan menuju kantor dan kecepatan internet')).toBeFalse();
  });
});
