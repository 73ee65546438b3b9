import { cleanImage, isImageType } from './clean-image.ts';
import { bytesOf, joined } from './image-bytes.ts';
import { orientationOf } from './orientation.ts';

const latin = (bytes: Uint8Array | null): string => String.fromCharCode(...(bytes ?? []));

/** TIFF, most significant byte first, with the orientation 6 alone: Exif 2.3, section 4.6. */
const TURNED_RIGHT = 'MM\0*\0\0\0\x08' + '\0\x01' + '\x01\x12\0\x03\0\0\0\x01\0\x06\0\0' + '\0\0\0\0';

describe('A JPEG as evidence', () => {
  /** A marker with its length and its content: ITU-T T.81, B.1.1.4. */
  const segment = (marker: number, content: string): string =>
    `\xff${String.fromCharCode(marker)}${String.fromCharCode((content.length + 2) >> 8, (content.length + 2) & 255)}${content}`;
  const JFIF = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0');
  const ICC = segment(0xe2, 'ICC_PROFILE\0\x01\x01warna');
  const ADOBE = segment(0xee, 'Adobe\0\x64\0\0\0\0\x01');
  const TABLES = segment(0xdb, '\0tabel') + segment(0xc0, 'bingkai') + segment(0xc4, 'huffman');
  // A stuffed 0xFF and a restart belong to the coded data.
  const SCAN = segment(0xda, 'pindai') + 'data\xff\0lagi\xff\xd0sisa';
  const END = '\xff\xd9';
  const picture = (added: string, after = ''): Uint8Array =>
    bytesOf('\xff\xd8' + JFIF + added + ICC + ADOBE + TABLES + SCAN + END + after);

  const FOREIGN =
    segment(0xe1, 'Exif\0\0GPS -0.44 117.0') +
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>') +
    segment(0xe0, 'JFXX\0\x10gambar kecil') +
    segment(0xe2, 'MPF\0gambar kedua') +
    segment(0xed, 'Photoshop 3.0\x008BIM') +
    segment(0xef, 'catatan') +
    segment(0xfe, '<script>alert(1)</script>');

  it('keeps its picture and its colours, and nothing else', () => {
    const clean = cleanImage('image/jpeg', picture(FOREIGN), 1);
    expect(latin(clean)).toBe('\xff\xd8' + JFIF + ICC + ADOBE + TABLES + SCAN + END);
  });

  it('loses what hangs behind its end: a second picture, or an archive', () => {
    expect(cleanImage('image/jpeg', picture('', 'PK\x03\x04jahat.exe'), 1)).toEqual(picture(''));
  });

  it('keeps how it is to be turned, right after its first segment', () => {
    const block = '\xff\xe1\0\x22Exif\0\0' + TURNED_RIGHT;
    expect(latin(cleanImage('image/jpeg', picture(FOREIGN), 6))).toBe(
      '\xff\xd8' + JFIF + block + ICC + ADOBE + TABLES + SCAN + END,
    );
  });

  it('is cleaned in its later scans too, which a progressive picture has', () => {
    const later = segment(0xfe, 'rahasia') + segment(0xc4, 'tabel kedua') + segment(0xda, 'dua') + 'data';
    const whole = bytesOf('\xff\xd8' + TABLES + SCAN + later + END);
    expect(latin(cleanImage('image/jpeg', whole, 1))).toBe(
      '\xff\xd8' + TABLES + SCAN + segment(0xc4, 'tabel kedua') + segment(0xda, 'dua') + 'data' + END,
    );
  });

  it('is refused when it is cut off, has no picture, or is none', () => {
    const whole = picture('');
    expect(cleanImage('image/jpeg', whole.subarray(0, whole.length - 2), 1)).toBeNull();
    expect(cleanImage('image/jpeg', bytesOf('\xff\xd8' + JFIF + END), 1)).toBeNull();
    expect(cleanImage('image/jpeg', bytesOf('\xff\xd8\xff\xe1\xff\xffpendek'), 1)).toBeNull();
    expect(cleanImage('image/jpeg', bytesOf('<html>'), 1)).toBeNull();
    expect(cleanImage('image/jpeg', new Uint8Array(), 1)).toBeNull();
  });
});

describe('A PNG as evidence', () => {
  const chunk = (type: string, content: string): string =>
    `\0\0\0${String.fromCharCode(content.length)}${type}${content}\x01\x02\x03\x04`;
  const SIGNATURE = '\x89PNG\r\n\x1a\n';
  const HEADER = chunk('IHDR', '\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0');
  const COLOURS = chunk('gAMA', '\0\0\xb1\x8f') + chunk('iCCP', 'profil\0\0zip') + chunk('pHYs', '123456789');
  const DATA = chunk('IDAT', 'data') + chunk('IDAT', 'lagi');
  const END = chunk('IEND', '');
  const FOREIGN =
    chunk('tEXt', 'Comment\0<script>') +
    chunk('iTXt', 'XML:com.adobe.xmp\0GPS') +
    chunk('zTXt', 'Raw profile\0x') +
    chunk('tIME', '\x07\xea\x0b\x14\x08\0\0') +
    chunk('eXIf', 'MM\0*GPS') +
    chunk('prVt', 'milik sendiri');

  it('keeps its picture and its colours, and nothing else', () => {
    const whole = bytesOf(SIGNATURE + HEADER + FOREIGN + COLOURS + DATA + FOREIGN + END + 'PK\x03\x04');
    expect(latin(cleanImage('image/png', whole, 1))).toBe(SIGNATURE + HEADER + COLOURS + DATA + END);
  });

  it('keeps how it is to be turned, before its data', () => {
    const clean = latin(cleanImage('image/png', bytesOf(SIGNATURE + HEADER + FOREIGN + DATA + END), 6));
    const start = SIGNATURE + HEADER + '\0\0\0\x1aeXIf' + TURNED_RIGHT;
    expect(clean.startsWith(start)).toBe(true);
    // Four bytes of check sum follow.
    expect(clean.slice(start.length + 4)).toBe(DATA + END);
  });

  it('gives that chunk its check sum', () => {
    // By another implementation: zlib.crc32 of Python over "eXIf" and its 26 bytes.
    const clean = cleanImage('image/png', bytesOf(SIGNATURE + HEADER + DATA + END), 6) ?? new Uint8Array();
    const at = SIGNATURE.length + HEADER.length + 8 + 26;
    expect(new DataView(clean.buffer).getUint32(at)).toBe(3597093737);
  });

  it('is refused when it is cut off, has no data, or is none', () => {
    const whole = bytesOf(SIGNATURE + HEADER + DATA + END);
    expect(cleanImage('image/png', whole.subarray(0, whole.length - 1), 1)).toBeNull();
    expect(cleanImage('image/png', bytesOf(SIGNATURE + HEADER + END), 1)).toBeNull();
    expect(cleanImage('image/png', bytesOf(SIGNATURE + HEADER + '\xff\xff\xff\xffIDAT'), 1)).toBeNull();
    expect(cleanImage('image/png', bytesOf('%PDF-1.7'), 1)).toBeNull();
  });
});

describe('A WebP as evidence', () => {
  const chunk = (type: string, content: string): string =>
    `${type}${String.fromCharCode(content.length)}\0\0\0${content}${content.length % 2 === 1 ? '\0' : ''}`;
  const riff = (body: string, after = ''): Uint8Array =>
    bytesOf(`RIFF${String.fromCharCode(body.length + 4)}\0\0\0WEBP${body}${after}`);
  const SIZE = '\0\0\0\x01\0\0\x01\0\0';
  const PICTURE = chunk('ICCP', 'profil') + chunk('ALPH', 'bening') + chunk('VP8 ', 'gambar!');
  const FOREIGN = chunk('EXIF', 'MM\0*GPS') + chunk('XMP ', '<x:xmpmeta/>') + chunk('ENTA', 'h');

  it('keeps its picture and its colours, and says no longer that it has more', () => {
    // Flags: ICC 0x20, alpha 0x10, Exif 0x08, XMP 0x04 (RFC 9649, 2.7.1).
    const whole = riff(chunk('VP8X', '\x3c' + SIZE) + PICTURE + FOREIGN, '<script>');
    expect(cleanImage('image/webp', whole, 1)).toEqual(riff(chunk('VP8X', '\x30' + SIZE) + PICTURE));
  });

  it('keeps how it is to be turned', () => {
    const whole = riff(chunk('VP8X', '\x3c' + SIZE) + PICTURE + FOREIGN);
    expect(cleanImage('image/webp', whole, 6)).toEqual(
      riff(chunk('VP8X', '\x38' + SIZE) + PICTURE + chunk('EXIF', TURNED_RIGHT)),
    );
  });

  it('of the simple form stays as it is', () => {
    const simple = riff(chunk('VP8L', 'gambar'));
    expect(cleanImage('image/webp', simple, 6)).toEqual(simple);
  });

  it('is refused when it is cut off, has no picture, or is none', () => {
    const whole = riff(PICTURE);
    expect(cleanImage('image/webp', whole.subarray(0, whole.length - 1), 1)).toBeNull();
    expect(cleanImage('image/webp', riff(FOREIGN), 1)).toBeNull();
    expect(cleanImage('image/webp', riff('VP8 \xff\xff\0\0'), 1)).toBeNull();
    expect(cleanImage('image/webp', joined([bytesOf('RIFF')]), 1)).toBeNull();
  });
});

describe('What is known of a picture', () => {
  it('is one of eight ways to turn it, or none', () => {
    expect([1, 6, 8, 0, 9, 1.5, '6', null].map(orientationOf)).toEqual([1, 6, 8, 1, 1, 1, 1, 1]);
  });

  it('is kept apart from documents', () => {
    expect(['image/jpeg', 'image/svg+xml', 'application/pdf', 'toString'].map(isImageType)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
