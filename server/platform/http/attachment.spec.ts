import { attachmentHeader } from './attachment.ts';

describe('The name a file is saved by', () => {
  it('is given twice: in plain letters, and exactly', () => {
    expect(attachmentHeader('berita acara.pdf')).toBe(
      `attachment; filename="berita acara.pdf"; filename*=UTF-8''berita%20acara.pdf`,
    );
    // RFC 8187, 3.2.3: "€ rates" is %E2%82%AC%20rates.
    expect(attachmentHeader('€ rates')).toBe(
      `attachment; filename="_ rates"; filename*=UTF-8''%E2%82%AC%20rates`,
    );
  });

  it('cannot end its own header, nor begin another one', () => {
    const header = attachmentHeader(`a"; filename="b'(*).exe\r\nSet-Cookie: x=1%41\\`);
    expect(header).toBe(
      `attachment; filename="a_; filename=_b'(*).exe__Set-Cookie: x=1_41_"; filename*=UTF-8''a%22%3B%20filename%3D%22b%27%28%2A%29.exe%0D%0ASet-Cookie%3A%20x%3D1%2541%5C`,
    );
    expect(header).not.toMatch(/[\r\n]/);
  });
});
