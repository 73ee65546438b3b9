import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { formWith, problemOf, type ApiAnswer, type ApiCaller } from '../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../testing/test-product.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MEGABYTE = 1024 * 1024;

/** The small parts are beside the XLSX reader (`xlsx-rows.spec.ts`); here whole files come in by the door. */
describe('hostile workbooks', () => {
  const TEMPORARY = join(import.meta.dirname, '..', '..', '.tmp');
  let folder: string;
  let product: TestProduct;
  let bupati: ApiCaller;

  beforeAll(async () => {
    mkdirSync(TEMPORARY, { recursive: true });
    folder = mkdtempSync(join(TEMPORARY, 'workbooks-'));
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten('64.02', 'Asia/Makassar');
    await product.addPerson('bupati', { role: 'bupati', kabupaten: '64.02' });
    bupati = await product.signIn('bupati');
  });
  afterAll(async () => {
    await product.stop();
    rmSync(folder, { recursive: true });
  });

  type Part = string | (() => Readable);

  async function workbook(name: string, parts: Readonly<Record<string, Part>>): Promise<string> {
    const zip = new ZipFile();
    const all: Record<string, Part> = {
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': `<Relationships><Relationship Id="r" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="A" r:id="s"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s" Type="${RELATIONS}/worksheet" Target="sheet.xml"/></Relationships>`,
      'xl/sheet.xml': sheet('nomor'),
      ...parts,
    };
    for (const [path, part] of Object.entries(all)) {
      if (typeof part === 'string') zip.addBuffer(Buffer.from(part), path);
      else zip.addReadStream(part(), path);
    }
    zip.end();
    const path = join(folder, name);
    await pipeline(zip.outputStream, createWriteStream(path));
    return path;
  }

  const sheet = (text: string, before = '') =>
    `${before}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;

  const preview = async (path: string): Promise<ApiAnswer> =>
    bupati.send('POST', '/imports/complaints/preview', { form: formWith({ name: 'a.xlsx', path }) });

  async function refusalOf(path: string): Promise<[number, string | undefined]> {
    const answer = await preview(path);
    expect(answer.status).withContext(answer.text).toBe(400);
    return [answer.status, problemOf(answer).errors[0]?.code];
  }

  it('read an honest one', async () => {
    expect((await preview(await workbook('jujur.xlsx', {}))).status).toBe(200);
  });

  it('fetch nothing: no file of this machine, no address of another', async () => {
    let fetched = 0;
    const listener = createServer((_request, response) => {
      fetched += 1;
      response.end('<!ENTITY leak "x">');
    });
    await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/x.dtd`;
    for (const [index, prolog] of [
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
      `<!DOCTYPE x SYSTEM "${address}">`,
      `<!DOCTYPE x [<!ENTITY % p SYSTEM "${address}"> %p;]>`,
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "nomor">]>',
    ].entries()) {
      for (const part of ['xl/sheet.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '_rels/.rels']) {
        const path = await workbook(`xxe-${index}-${part.replaceAll('/', '-')}.xlsx`, {
          [part]: part === 'xl/sheet.xml' ? sheet('&a;', prolog) : `${prolog}<x>&a;</x>`,
        });
        const [, code] = await refusalOf(path);
        expect(code).withContext(`${prolog} in ${part}`).toBe('file-not-readable');
      }
    }
    const outside = await workbook('luar.xlsx', {
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s" Type="${RELATIONS}/worksheet" TargetMode="External" Target="${address}"/></Relationships>`,
    });
    expect((await preview(outside)).text).not.toContain('leak');
    const above = await workbook('atas.xlsx', {
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s" Type="${RELATIONS}/worksheet" Target="../../../../../../etc/passwd"/></Relationships>`,
    });
    expect((await preview(above)).text).not.toContain('root:');
    await new Promise((done) => listener.close(done));
    expect(fetched).toBe(0);
  });

  it('multiply no entities (billion laughs)', async () => {
    const lines = Array.from({ length: 12 }, (_each, index) =>
      index === 0 ? '<!ENTITY e0 "ha">' : `<!ENTITY e${index} "${`&e${index - 1};`.repeat(10)}">`,
    );
    const path = await workbook('tawa.xlsx', {
      'xl/sheet.xml': sheet('&e11;', `<!DOCTYPE x [${lines.join('')}]>`),
    });
    expect(await refusalOf(path)).toEqual([400, 'file-not-readable']);
  });

  it('do not unfold a zip bomb, and leave nothing on the disk', async () => {
    const megabyte = Buffer.alloc(MEGABYTE, 0x20);
    const path = await workbook('bom.xlsx', {
      'xl/sheet.xml': () => Readable.from(Array.from({ length: 120 }, () => megabyte)),
    });
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const [, code] = await refusalOf(path);
    expect(code).toBe('file-too-large');
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MEGABYTE);
    expect(readdirSync(join(product.dataDir, 'uploads'))).toEqual([]);
  });

  it('are judged by what is in them, not by their name', async () => {
    for (const [name, content] of [
      ['a.xlsx', '#!/bin/sh\nrm -rf /'],
      ['a.csv', 'MZ\u0000\u0001\u0000program'],
      ['a.php', '<?php system($_GET[0]); ?>'],
      ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
      ['a.html', '<script>alert(1)</script>'],
    ] as const) {
      const answer = await bupati.send('POST', '/imports/complaints/preview', {
        form: formWith({ name, text: content }),
      });
      expect([200, 400]).withContext(`${name}: ${answer.text}`).toContain(answer.status);
      expect(answer.headers.get('Content-Type')).withContext(name).toMatch(/json/);
    }
    expect(readdirSync(join(product.dataDir, 'uploads'))).toEqual([]);
  });
});
