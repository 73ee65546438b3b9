import fc from 'fast-check';
import { maskContact, maskName, maskNik, maskText } from './masking.ts';

describe('masking of reporters', () => {
  // Written by hand from the rules: first letters; first 4 and last 2; first letter and domain; last 4 digits.
  const NAMES: readonly (readonly [string, string])[] = [
    ['Siti Aminah', 'S••• A•••'],
    ['  Muhammad   Nur\tRahman ', 'M••• N••• R•••'],
    ['Budi', 'B•••'],
    ['Éva', 'É•••'],
    ['𝒜li', '𝒜•••'],
    ['', ''],
  ];
  const CONTACTS: readonly (readonly [string, string])[] = [
    ['081234567890', '0812•••90'],
    ['0812-3456-7890', '0812•••90'],
    ['+62 812 3456 7890', '+628•••90'],
    ['(0541) 661234', '0541•••34'],
    ['siti.aminah@contoh.id', 's•••@contoh.id'],
    ['@siti_aminah', '@•••'],
    ['facebook Siti', 'f•••'],
    ['   ', ''],
  ];
  const NIKS: readonly (readonly [string, string])[] = [
    ['6402076503900001', '••••••••••••0001'],
    ['6402 0765 0390 0001', '••••••••••••0001'],
    ['12345', '•••'],
  ];
  const TEXTS: readonly (readonly [string, string])[] = [
    ['Hubungi saya di 0812-3456-7890 segera.', 'Hubungi saya di 0812•••90 segera.'],
    ['WA +62 812 3456 7890, NIK 6402076503900001', 'WA +628•••90, NIK ••••••••••••0001'],
    ['NIK: 6402.0765.0390.0001', 'NIK: ••••••••••••0001'],
    ['telepon (0541) 661234', 'telepon 0541•••34'],
    ['Surel siti.aminah@contoh.go.id!', 'Surel s•••@contoh.go.id!'],
    ['Tagihan Rp1.250.000 tanggal 17-03-2026, 08.30', 'Tagihan Rp1.250.000 tanggal 17-03-2026, 08.30'],
    ['Surat 470/123/2026 RT 05 RW 02 No. 12', 'Surat 470/123/2026 RT 05 RW 02 No. 12'],
    ['0812345678906402076503900001', '••••••••••••••••••••••••0001'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ];

  it('follows the table', () => {
    for (const [given, masked] of NAMES) expect(maskName(given)).withContext(given).toBe(masked);
    for (const [given, masked] of CONTACTS) expect(maskContact(given)).withContext(given).toBe(masked);
    for (const [given, masked] of NIKS) expect(maskNik(given)).withContext(given).toBe(masked);
    for (const [given, masked] of TEXTS) expect(maskText(given)).withContext(given).toBe(masked);
  });

  it('leaves no telephone number, address or identity number in any text', () => {
    const subscriber = fc
      .stringMatching(/^[1-9]\d{7,10}$/)
      .chain((rest) => fc.constantFrom(`08${rest}`, `+628${rest}`, `628${rest}`));
    const nik = fc.stringMatching(/^[1-9]\d{15}$/);
    const email = fc.stringMatching(/^[a-z]{3,9}\.[a-z]{3,9}$/).map((name) => `${name}@contoh.id`);
    const words = fc.stringMatching(/^[a-z ,]{0,12}$/);
    fc.assert(
      fc.property(words, fc.oneof(subscriber, nik, email), words, (before, secret, after) => {
        const masked = maskText(`${before} ${secret} ${after}`);
        expect(masked).not.toContain(secret);
        expect(masked.replace(/\D/g, '').length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('reads a long text of digits and letters in one pass', () => {
    // A pattern that tries again from every place would not come back from these.
    for (const piece of ['a', '1 ', 'a.', '0-', 'a@', '(', '1.'])
      expect(maskText(piece.repeat(20_000 / piece.length)).length).toBeGreaterThan(0);
  });
});
