import { createHash } from 'node:crypto';
import { Router } from 'express';
import type { Evidence } from '#contract/evidence';
import { EVIDENCE_OF, evidenceSchema } from '#contract/evidence';
import { clockAt } from '../../platform/clock.ts';
import type { EvidenceOwner } from '../../platform/evidence/evidence-owner.ts';
import { type ApiAnswer, type ApiCaller, problemOf } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import { EXCEL, latin, officeFile, pdfFile, phonePhoto } from './evidence-files.testing.ts';
import { evidenceRoutes } from './evidence.routes.ts';

const NOW = '2026-03-17T02:00:00Z';
const OPEN = '0198c0de-0000-7000-8000-000000000001';
const SIGNED = '0198c0de-0000-7000-8000-000000000002';
const OF_NEIGHBOUR = '0198c0de-0000-7000-8000-000000000003';
const CROWDED = '0198c0de-0000-7000-8000-000000000004';
const NOWHERE = '0198c0de-0000-7000-8000-00000000000f';
const SEBULU = '64.02.07';
const NEIGHBOUR = '64.02.08';

/** Milestones of Sebulu, one of them signed off, and one of its neighbour. */
const THINGS: Readonly<Record<string, { title: string; unit: string; open: boolean }>> = {
  [OPEN]: { title: 'Tonggak 1: Jaringan siap', unit: SEBULU, open: true },
  [SIGNED]: { title: 'Tonggak 2: SOP terbit', unit: SEBULU, open: false },
  [OF_NEIGHBOUR]: { title: 'Tonggak 1: Loket', unit: NEIGHBOUR, open: true },
  [CROWDED]: { title: 'Tonggak 3: Pelatihan', unit: SEBULU, open: true },
};

/** Who sees the unit sees its milestones; what is open may be added to. */
const owner: EvidenceOwner = (transaction, person, id) => {
  const thing = transaction.kabupatenCode === '64.02' ? THINGS[id] : undefined;
  const sees = thing !== undefined && (person.unitCode === null || person.unitCode === thing.unit);
  return Promise.resolve(sees ? { title: thing.title, mayAdd: thing.open } : null);
};

describe('Evidence files', () => {
  let product: TestProduct;
  let camat: ApiCaller;
  let sekda: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({
      now: NOW,
      // The same routes beside the product's own, with things that the spec knows.
      extraRoutes: (router, database) => {
        const own = Router();
        evidenceRoutes(own, {
          database,
          clock: (zone) => clockAt(new Date(NOW), zone),
          get audit() {
            return product.audit;
          },
          owners: Object.fromEntries(EVIDENCE_OF.map((about) => [about, owner])),
        });
        router.use('/uji', own);
      },
    });
    await product.addKabupaten('64.02', 'Asia/Makassar');
    await product.addKabupaten('32.16', 'Asia/Jakarta');
    await product.addPerson('camat', { role: 'camat', kabupaten: '64.02', unit: SEBULU });
    await product.addPerson('tetangga', { role: 'camat', kabupaten: '64.02', unit: NEIGHBOUR });
    await product.addPerson('sekda', { role: 'sekda', kabupaten: '64.02' });
    await product.addPerson('sekda.bekasi', { role: 'sekda', kabupaten: '32.16' });
    camat = await product.signIn('camat');
    sekda = await product.signIn('sekda');
  });
  afterAll(() => product.stop());

  const give = (caller: ApiCaller, id: string, content: Buffer, name = 'bukti.pdf', note = '') => {
    const form = new FormData();
    if (note !== '') form.append('note', note);
    form.append('file', new Blob([new Uint8Array(content)]), name);
    return caller.send('POST', `/uji/evidence?about=milestone&id=${id}`, { form });
  };
  const given = async (caller: ApiCaller, id: string, content: Buffer, name?: string): Promise<Evidence> => {
    const answer = await give(caller, id, content, name);
    if (answer.status !== 201) throw new Error(answer.text);
    return evidenceSchema.parse(answer.json);
  };
  const list = (caller: ApiCaller, id: string) =>
    caller.read<{ items: Evidence[]; mayAdd: boolean }>(`/uji/evidence?about=milestone&id=${id}`);
  const refusal = (answer: ApiAnswer): string => `${String(answer.status)} ${problemOf(answer).code}`;
  const download = (caller: ApiCaller, id: string) =>
    fetch(`${product.address}/api/v1/uji/evidence/${id}/file`, {
      headers: { Cookie: [...caller.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
  const filesKept = async (): Promise<number> =>
    Number((await product.database.owner('evidence_files').count({ n: '*' }))[0]?.['n']);

  it('are listed with what they are, who gave them and when, and are saved as they were given', async () => {
    const content = pdfFile('berita acara');
    const answer = await give(
      camat,
      OPEN,
      content,
      '../rahasia/Berita acara №1.pdf',
      ' Ditandatangani camat. ',
    );
    expect(answer.status).toBe(201);
    const { items, mayAdd } = await list(camat, OPEN);
    const item = items.at(-1);
    expect(item).toEqual(evidenceSchema.parse(answer.json));
    expect(item).toEqual({
      id: item?.id ?? '',
      fileName: 'Berita acara №1.pdf',
      mediaType: 'application/pdf',
      bytes: content.length,
      hash: createHash('sha256').update(content).digest('hex'),
      note: 'Ditandatangani camat.',
      by: 'Jabatan camat',
      at: '2026-03-17T02:00:00.000Z',
      takenAt: null,
      locationRemoved: false,
      alsoUsed: [],
      alsoUsedHidden: 0,
      mayRemove: true,
    });
    expect(mayAdd).toBe(true);

    const saved = await download(camat, item?.id ?? '');
    expect(Buffer.from(await saved.arrayBuffer()).equals(content)).toBe(true);
    expect(saved.headers.get('Content-Type')).toBe('application/pdf');
    expect(saved.headers.get('Content-Disposition')).toBe(
      `attachment; filename="Berita acara _1.pdf"; filename*=UTF-8''Berita%20acara%20%E2%84%961.pdf`,
    );
    expect(saved.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(saved.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
    expect(saved.headers.get('Cache-Control')).toBe('private, no-store');
  });

  it('lose their place, keep when they were taken, and can still be turned upright', async () => {
    const item = await given(
      camat,
      OPEN,
      phonePhoto('loket', 'PK\x03\x04 arsip di belakangnya'),
      'IMG_2026.jpg',
    );
    expect([item.mediaType, item.takenAt, item.locationRemoved]).toEqual([
      'image/jpeg',
      '2026-11-20T08:15:30',
      true,
    ]);
    const kept = Buffer.from(await (await download(camat, item.id)).arrayBuffer());
    expect(item.hash).toBe(createHash('sha256').update(kept).digest('hex'));
    const text = kept.toString('latin1');
    expect(text).not.toMatch(/2026|script|PK\x03\x04|S\0\0\0/);
    // Exif with the orientation alone: tag 0x0112, SHORT, 1 value, 6.
    expect(text).toContain('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0');
    expect(text.endsWith('loket\xff\xd9')).toBe(true);
  });

  it('are told by their content, and everything else is refused with what is taken', async () => {
    const refused: readonly (readonly [string, string, Buffer])[] = [
      ['foto.jpg', '415 evidence-type', latin('<!doctype html><script>alert(1)</script>')],
      [
        'gambar.png',
        '415 evidence-type',
        latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      ],
      ['surat.pdf', '415 evidence-type', latin('MZ\x90\0 sebuah program')],
      ['arsip.docx', '415 evidence-type', await officeFile({}, 'text/plain')],
      ['arsip.docx', '415 evidence-type', latin('PK\x03\x04 bukan arsip')],
      ['makro.docx', '415 evidence-macros', await officeFile({ 'word/vbaProject.bin': 'Sub AutoOpen()' })],
      ['makro.xlsx', '415 evidence-macros', await officeFile({ 'xl/macrosheets/sheet1.xml': '<x/>' }, EXCEL)],
      [
        'makro.docm',
        '415 evidence-macros',
        await officeFile({}, 'application/vnd.ms-word.document.macroEnabled.main+xml'),
      ],
      ['kosong.pdf', '400 evidence-empty', Buffer.alloc(0)],
      ['foto.jpg', '415 evidence-damaged', phonePhoto('terpotong').subarray(0, -2)],
      [
        'besar.pdf',
        '413 evidence-too-large',
        Buffer.concat([pdfFile('besar'), Buffer.alloc(11 * 1024 * 1024)]),
      ],
      // Just above the limit: nothing but the file itself tells.
      ['besar.pdf', '413 evidence-too-large', Buffer.concat([pdfFile('x'), Buffer.alloc(10 * 1024 * 1024)])],
    ];
    const kept = await filesKept();
    for (const [name, expected, content] of refused)
      expect(refusal(await give(camat, OPEN, content, name)))
        .withContext(name)
        .toBe(expected);
    expect(await filesKept()).toBe(kept);
    const sentence = problemOf(await give(camat, OPEN, latin('teks'), 'a.txt')).detail;
    for (const taken of ['PDF', 'JPEG', 'PNG', 'WebP', '.docx', '.xlsx']) expect(sentence).toContain(taken);
  });

  it('may have the wrong name; documents are told by their parts', async () => {
    const word = await given(camat, OPEN, await officeFile(), 'laporan.pdf');
    const excel = await given(camat, OPEN, await officeFile({ 'xl/workbook.xml': '<w/>' }, EXCEL), 'rekap');
    expect([word.mediaType, excel.mediaType].map((type) => type.split('.').at(-1))).toEqual([
      'document',
      'sheet',
    ]);
    expect((await download(camat, word.id)).headers.get('Content-Disposition')).toContain(
      'filename="laporan.pdf.docx"',
    );
  });

  it('are not unpacked: an archive that would fill the memory is kept as small as it came', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    const bomb = await officeFile({ 'word/media/nol.bin': zeros });
    const before = process.memoryUsage().rss;
    const item = await given(camat, OPEN, bomb, 'bom.docx');
    expect(item.bytes).toBe(bomb.length);
    expect(process.memoryUsage().rss - before).toBeLessThan(zeros.length / 2);
    // The one part that is read has a limit of its own.
    expect(
      refusal(await give(camat, OPEN, await officeFile({ '[Content_Types].xml': zeros }), 'b.docx')),
    ).toBe('415 evidence-type');
  });

  it('are not given twice to the same thing, and a second use elsewhere is pointed out', async () => {
    const content = pdfFile('dipakai dua kali');
    await given(camat, OPEN, content, 'asli.pdf');
    const again = await give(camat, OPEN, content, 'salinan.pdf');
    expect(refusal(again)).toBe('409 evidence-already-there');
    expect(problemOf(again).detail).toContain('asli.pdf');

    const neighbour = await product.signIn('tetangga');
    const second = await given(neighbour, OF_NEIGHBOUR, content, 'punya kami.pdf');
    // A camat sees that it is used elsewhere, and not where; the Sekda sees both.
    expect([second.alsoUsed, second.alsoUsedHidden]).toEqual([[], 1]);
    const seen = (await list(sekda, OF_NEIGHBOUR)).items.find(({ id }) => id === second.id);
    expect([seen?.alsoUsed, seen?.alsoUsedHidden]).toEqual([
      [{ title: 'Tonggak 1: Jaringan siap', at: '2026-03-17T02:00:00.000Z' }],
      0,
    ]);
    // The same photo with another place in it is the same photo.
    const photo = await given(camat, OPEN, phonePhoto('sama', 'A'));
    expect((await given(neighbour, OF_NEIGHBOUR, phonePhoto('sama', 'B'))).hash).toBe(photo.hash);
  });

  it('are removed by the post that gave them, with a reason; the bytes go with the last use', async () => {
    const content = pdfFile('keliru');
    const neighbour = await product.signIn('tetangga');
    const mine = await given(camat, OPEN, content, 'keliru.pdf');
    const theirs = await given(neighbour, OF_NEIGHBOUR, content);
    const kept = await filesKept();
    const remove = (caller: ApiCaller, id: string, reason = 'Berkas keliru') =>
      caller.post(`/uji/evidence/${id}/remove`, { reason });

    expect((await remove(camat, mine.id, 'x')).status).toBe(400);
    expect(refusal(await remove(sekda, mine.id))).toBe('403 evidence-of-another-post');
    expect((await remove(camat, mine.id)).json).toEqual({ removed: true });
    expect(refusal(await remove(camat, mine.id))).toBe('404 evidence-not-found');
    expect((await download(camat, mine.id)).status).toBe(404);
    expect((await list(camat, OPEN)).items.map(({ id }) => id)).not.toContain(mine.id);
    expect(await filesKept()).toBe(kept);
    expect((await remove(neighbour, theirs.id)).status).toBe(200);
    expect(await filesKept()).toBe(kept - 1);

    const link: unknown = await product.database
      .owner('evidence_links')
      .where({ id: mine.id })
      .first('file_name', 'removed_reason', 'hash');
    expect(link).toEqual({ file_name: 'keliru.pdf', removed_reason: 'Berkas keliru', hash: mine.hash });
    const trail: unknown = await product.database
      .owner('audit_entries')
      .where({ subject: `evidence/${mine.id}` })
      .orderBy('sequence')
      .select('action', 'details');
    expect(trail).toEqual([
      {
        action: 'evidence-added',
        details: { evidenceOf: 'milestone', of: OPEN, hash: mine.hash, bytes: content.length },
      },
      { action: 'evidence-removed', details: { evidenceOf: 'milestone', of: OPEN, hash: mine.hash } },
    ]);
  });

  it('of what one may not know are not there, nor those of another kabupaten', async () => {
    const item = await given(camat, OPEN, pdfFile('hanya Sebulu'));
    const strangers = [await product.signIn('tetangga'), await product.signIn('sekda.bekasi')];
    for (const caller of strangers) {
      const list = await caller.get(`/uji/evidence?about=milestone&id=${OPEN}`);
      expect(refusal(list)).toBe('404 evidence-of-nothing');
      expect(refusal(await give(caller, OPEN, pdfFile('masuk')))).toBe('404 evidence-of-nothing');
      expect((await download(caller, item.id)).status).toBe(404);
      expect(refusal(await caller.post(`/uji/evidence/${item.id}/remove`, { reason: 'Jahil' }))).toBe(
        '404 evidence-not-found',
      );
    }
    expect(refusal(await give(camat, NOWHERE, pdfFile('?')))).toBe('404 evidence-of-nothing');
    expect(refusal(await camat.get(`/uji/evidence?about=program&id=${OPEN}`))).toBe('400 invalid-request');
  });

  it('are fixed once the thing is signed off', async () => {
    expect((await list(camat, SIGNED)).mayAdd).toBe(false);
    expect(refusal(await give(camat, SIGNED, pdfFile('terlambat')))).toBe('403 evidence-closed');
  });

  it('are read and not given by who reads for the holder', async () => {
    await product.addPerson('ajudan', { role: 'camat', kabupaten: '64.02', unit: SEBULU });
    await product.database
      .owner('post_holders')
      .whereIn('user_id', product.database.owner('users').select('id').where({ username: 'ajudan' }))
      .update({ capacity: 'ajudan' });
    const ajudan = await product.signIn('ajudan');
    expect((await list(ajudan, OPEN)).mayAdd).toBe(false);
    expect(refusal(await give(ajudan, OPEN, pdfFile('bukan saya')))).toBe('403 forbidden');
  });

  it('are at most thirty to a thing, and their notes at most 500 letters', async () => {
    expect(refusal(await give(camat, CROWDED, pdfFile('catatan'), 'a.pdf', 'x'.repeat(501)))).toBe(
      '400 evidence-note-too-long',
    );
    for (let number = 1; number <= 30; number += 1)
      await given(camat, CROWDED, pdfFile(`ke-${String(number)}`));
    expect(refusal(await give(camat, CROWDED, pdfFile('ke-31')))).toBe('409 evidence-too-many');
  });
});
