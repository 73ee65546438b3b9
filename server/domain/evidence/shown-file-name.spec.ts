import { savedFileName, shownFileName } from './shown-file-name.ts';

describe('The name of an evidence file', () => {
  it('has no folder, whichever way it is written', () => {
    expect(shownFileName('../../etc/passwd')).toBe('passwd');
    expect(shownFileName('C:\\Bukti\\foto loket.jpg')).toBe('foto loket.jpg');
    expect(shownFileName('/')).toBe('berkas');
    expect(shownFileName('')).toBe('berkas');
  });

  it('has nothing that is not seen, nor turns its letters around', () => {
    // U+202E writes what follows from right to left: the name would read "fotoexe.pdf".
    expect(shownFileName('foto\u202Efdp.exe')).toBe('fotofdp.exe');
    expect(shownFileName('a\r\nSet-Cookie: b\0.pdf')).toBe('aSet-Cookie: b.pdf');
    expect(shownFileName('  berita   acara.pdf ')).toBe('berita acara.pdf');
  });

  it('is cut between characters', () => {
    expect(shownFileName('😀'.repeat(200))).toBe('😀'.repeat(150));
    expect(shownFileName('x\ud800.pdf')).toBe('x\ufffd.pdf');
  });

  it('is saved with the ending of what the file is', () => {
    expect(savedFileName('foto.exe', 'image/jpeg')).toBe('foto.exe.jpg');
    expect(savedFileName('FOTO.JPEG', 'image/jpeg')).toBe('FOTO.JPEG');
    expect(savedFileName('laporan', 'application/pdf')).toBe('laporan.pdf');
    expect(savedFileName('apa saja', 'text/plain')).toBe('apa saja');
  });
});
