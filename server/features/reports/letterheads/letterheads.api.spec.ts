import { deflateSync } from 'node:zlib';
import type { KeptLetterhead } from '#contract/reports/letterheads';
import type { Today } from '#contract/attention';
import { type ApiAnswer, type ApiCaller, formWith, problemOf } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KABUPATEN = '64.02';
/** In the starter set of the kabupaten. */
const UNIT = '64.02.07';

/** A PNG of 3 × 2 pixels, four bytes each, with what its pixels unpack to; its check sums are not asked for. */
function png(unpacked: Buffer): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000003000000020806000000', 'hex')),
    chunk('IDAT', deflateSync(unpacked)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
/** Two rows: a byte that says how it is packed, and three pixels. */
const PNG = png(Buffer.alloc(2 * (1 + 3 * 4)));

describe('kop surat, by API', () => {
  let product: TestProduct;
  let organisasi: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-11-20T02:00:00Z' });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('organisasi', { role: 'organisasi', kabupaten: KABUPATEN });
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: KABUPATEN });
    organisasi = await product.signIn('organisasi');
  });
  afterAll(() => product.stop());
  afterEach(async () => {
    for (const code of [KABUPATEN, UNIT]) await organisasi.send('DELETE', `/letterheads/${code}`);
  });

  const read = (code: string) => organisasi.read<KeptLetterhead>(`/letterheads/${code}`);
  const put = (code: string, body: unknown) => organisasi.send('PUT', `/letterheads/${code}`, { body });
  const upload = (code: string, text: string | Buffer, name = 'lambang.svg'): Promise<ApiAnswer> => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(Buffer.from(text as string))]), name);
    return organisasi.send('PUT', `/letterheads/${code}/crest`, { form });
  };
  const crestOf = ({ letterhead }: KeptLetterhead): string =>
    Buffer.from(letterhead.crest?.split(',')[1] ?? '', 'base64').toString('utf8');

  it('names government and office while nothing is set', async () => {
    const it = await read(UNIT);
    expect(it.letterhead.lines).toEqual([`PEMERINTAH KABUPATEN ${KABUPATEN}`, 'KECAMATAN SEBULU']);
    expect([it.letterhead.crest, it.letterhead.address, it.set]).toEqual([null, '', null]);
  });

  it('prints what was set, gives the crest to the units below, and takes it all back', async () => {
    const lines = ['PEMERINTAH KABUPATEN KUTAI KARTANEGARA', 'SEKRETARIAT DAERAH'];
    expect((await put(KABUPATEN, { lines, address: 'Jalan Wolter Monginsidi' })).status).toBe(200);
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 40"><path d="M0 0h30v40z"/></svg>';
    expect((await upload(KABUPATEN, drawing)).status).toBe(200);
    const top = await read(KABUPATEN);
    expect([top.letterhead.lines, top.letterhead.address]).toEqual([lines, 'Jalan Wolter Monginsidi']);
    expect([top.crest?.type, top.crest?.width, top.crest?.height]).toEqual(['image/svg+xml', 30, 40]);
    expect(top.set?.by).toBe('Jabatan organisasi');
    const below = await read(UNIT);
    expect(crestOf(below)).toContain('d="M0 0h30v40z"');
    // The address is another office's.
    expect([below.letterhead.address, below.crest, below.set]).toEqual(['', null, null]);
    await organisasi.send('DELETE', `/letterheads/${KABUPATEN}`);
    expect((await read(UNIT)).letterhead.crest).toBeNull();
  });

  it('keeps nothing of a drawing but what draws', async () => {
    const hostile = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"
      viewBox="0 0 10 10" onload="alert(1)"><script>alert(2)</script><foreignObject><p>alert(3)</p></foreignObject>
      <image x:href="http://jahat.invalid/a.png"/><a href="javascript:alert(4)"><rect width="1" height="1"/></a>
      <style>@import url(http://jahat.invalid/b.css);</style><animate attributeName="x" to="9"/>
      <path d="M1 1h8v8z" fill="url(http://jahat.invalid/c)" onclick="alert(5)"/></svg>`;
    expect((await upload(UNIT, hostile)).status).toBe(200);
    const kept = crestOf(await read(UNIT));
    expect(kept).toContain('d="M1 1h8v8z"');
    for (const trace of ['alert', 'jahat', 'script', 'foreignObject', 'image', 'onload', 'animate', 'href'])
      expect(kept).withContext(trace).not.toContain(trace);
  });

  it('takes a picture by its content, with its size', async () => {
    const answer = await upload(UNIT, PNG, 'apa-saja.txt');
    expect(answer.status).withContext(answer.text).toBe(200);
    const { crest } = await read(UNIT);
    expect([crest?.type, crest?.width, crest?.height]).toEqual(['image/png', 3, 2]);
  });

  it('refuses what is no crest, in a sentence that says what to do', async () => {
    const codeOf = async (text: string | Buffer, name?: string): Promise<[number, string]> => {
      const answer = await upload(UNIT, text, name);
      return [answer.status, problemOf(answer).code];
    };
    expect(await codeOf('%PDF-1.4', 'lambang.png')).toEqual([415, 'crest-type']);
    expect(await codeOf('<html><body>x</body></html>')).toEqual([415, 'crest-type']);
    expect(
      await codeOf(
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
      ),
    ).toEqual([415, 'crest-type']);
    expect(
      await codeOf('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><path d="M0 0"/></svg>'),
    ).toEqual([400, 'crest-stretched']);
    const large = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="${'M1 1h1'.repeat(40_000)}"/></svg>`;
    expect(await codeOf(large)).toEqual([413, 'crest-too-large']);
    expect((await read(UNIT)).crest).toBeNull();
  });

  it('refuses what no paper could be printed with', async () => {
    const refused = async (file: string | Buffer): Promise<[number, string]> => {
      const answer = await upload(UNIT, file);
      return [answer.status, problemOf(answer).code];
    };
    const drawing = (inner: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inner}</svg>`;
    // Ten of ten of ten …: a million squares in 1 kB.
    const levels = Array.from(
      { length: 6 },
      (_, level) => `<g id="n${level + 1}">${`<use href="#n${level}"/>`.repeat(10)}</g>`,
    );
    expect(await refused(drawing(`<rect id="n0" width="1" height="1"/>${levels.join('')}`))).toEqual([
      400,
      'crest-undrawable',
    ]);
    expect(
      await refused(drawing('<rect width="9" height="9" transform="matrix(1e308 0 0 1e308 0 0)"/>')),
    ).toEqual([400, 'crest-undrawable']);
    // 50 MB of nothing in 50 kB.
    expect(await refused(png(Buffer.alloc(50_000_000)))).toEqual([400, 'crest-damaged']);
    expect((await read(UNIT)).crest).toBeNull();
  }, 60_000);

  it('refuses a unit that is not there, and five lines', async () => {
    expect((await put('tidak-ada', { lines: [], address: '' })).status).toBe(404);
    expect((await put(UNIT, { lines: ['a', 'b', 'c', 'd', 'e'], address: '' })).status).toBe(400);
  });

  it('is on record with who set it', async () => {
    await put(UNIT, { lines: ['KECAMATAN SEBULU'], address: '' });
    const inspektur = await product.signIn('inspektur');
    const trail = await inspektur.read<{ items: { sentence: string }[] }>('/audit?limit=5');
    expect(
      trail.items.some(({ sentence }) => sentence.startsWith('Mengatur baris dan alamat kop surat')),
    ).toBeTrue();
  });

  it('stands on the sheets of the unit', async () => {
    await product.addPerson('camat.sebulu', { role: 'camat', kabupaten: KABUPATEN, unit: UNIT });
    const camat = await product.signIn('camat.sebulu');
    await put(UNIT, { lines: ['KECAMATAN SEBULU YANG BARU'], address: 'Jalan Raya 1' });
    const sheet = await camat.read<{ letterhead: { lines: string[]; address: string } }>(
      '/sheets/lembar-apel',
    );
    expect(sheet.letterhead.lines).toEqual(['KECAMATAN SEBULU YANG BARU']);
    expect(sheet.letterhead.address).toBe('Jalan Raya 1');
    expect((await camat.read<Today>('/today')).unit).toBe(UNIT);
    expect(
      (await camat.send('PUT', `/letterheads/${UNIT}`, { body: { lines: [], address: '' } })).status,
    ).toBe(403);
    expect(
      (
        await camat.send('PUT', `/letterheads/${UNIT}/crest`, {
          form: formWith({ name: 'a', text: '<svg/>' }),
        })
      ).status,
    ).toBe(403);
  });
});
