import { setTimeout as wait } from 'node:timers/promises';
import type { MadeReport } from '#contract/reports/made-reports';
import { figureSources } from './figure-sources.ts';
import { MEASURE_SOURCES } from './measure-sources.ts';
import { clockAt } from './platform/clock.ts';
import { AnswerCache } from './platform/http/answer-cache.ts';
import type { ApiCaller } from './testing/api-caller.ts';
import { problemOf } from './testing/api-caller.ts';
import { startTestProduct, type TestProduct } from './testing/test-product.ts';
import { serviceCase } from './features/attention/attention.testing.ts';
import { KeptJudgements } from './features/overview/signals/kept-judgements.ts';
import { makeReport } from './features/reports/made/make-report-job.ts';
import { madeReportRetention } from './features/reports/made/made-reports.repository.ts';

const KABUPATEN = 'contoh-berkas';
const OTHER = 'contoh-berkas-lain';
const ZONE = 'Asia/Makassar';
const NOW = '2026-11-20T10:00:00+08:00';
const ORDER = { report: 'laporan-kinerja', unit: 'a', grain: 'month', from: '2026-10-01', format: 'xlsx' };

describe('made reports', () => {
  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW, rounds: false });
    for (const code of [KABUPATEN, OTHER]) {
      await product.addKabupaten(code, ZONE);
      await product.load(
        code,
        'units',
        ['a', 'b'].map((unit) => ({
          code: unit,
          name: `Unit ${unit}`,
          kind: 'kecamatan',
          parentCode: code,
          validFrom: null,
          validTo: null,
          predecessorCode: null,
        })),
      );
    }
    await product.load(KABUPATEN, 'services', [{ code: 'kk', name: 'Kartu Keluarga (KK)' }]);
    await product.load(
      KABUPATEN,
      'service-cases',
      ['01', '02', '05', '06', '07', '08'].map((day) =>
        serviceCase('a', `2026-10-${day} 09:00`, `2026-10-${day} 12:00`, `2026-10-${day} 11:00`),
      ),
    );
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    await product.addPerson('sekda', { role: 'sekda', kabupaten: KABUPATEN });
    await product.addPerson('camat.a', { role: 'camat', kabupaten: KABUPATEN, unit: 'a' });
    await product.addPerson('camat.b', { role: 'camat', kabupaten: KABUPATEN, unit: 'b' });
    await product.addPerson('bupati.lain', { role: 'bupati', kabupaten: OTHER });
  });
  afterEach(() => made().delete());
  afterAll(() => product.stop());

  const made = () => product.database.owner('made_reports').where({ kabupaten_code: KABUPATEN });
  const listOf = async (caller: ApiCaller) =>
    (await caller.read<{ items: MadeReport[] }>('/made-reports')).items;

  /** Waits until nothing of the caller is under way any more. */
  async function finished(caller: ApiCaller): Promise<MadeReport[]> {
    for (let tries = 0; tries < 120; tries += 1) {
      const items = await listOf(caller);
      if (items.every(({ state }) => state === 'done' || state === 'failed')) return items;
      await wait(250);
    }
    throw new Error('not finished within 30 seconds');
  }

  /** A report of somebody as it stands in the table, without a job. */
  async function put(username: string, more: Record<string, unknown> = {}): Promise<string> {
    const id = crypto.randomUUID();
    const { user_id, post_id } = await heldPost(username);
    await product.database.owner('made_reports').insert({
      kabupaten_code: KABUPATEN,
      id,
      user_id,
      post_id,
      report: 'laporan-kinerja',
      unit_code: 'a',
      grain: 'month',
      from_on: '2026-10-01',
      format: 'xlsx',
      language: 'id',
      state: 'waiting',
      created_at: NOW,
      ...more,
    });
    return id;
  }
  async function heldPost(username: string): Promise<{ user_id: string; post_id: string }> {
    return (await product.database
      .owner('users as u')
      .join('post_holders as h', 'h.user_id', 'u.id')
      .where('u.username', username)
      .first('u.id as user_id', 'h.post_id')) as { user_id: string; post_id: string };
  }

  /** One attempt at the job of a report, as the queue makes it. */
  function attempt(id: string, last: boolean, breaks = false): Promise<void> {
    const clock = (zone: string) => clockAt(new Date(NOW), zone);
    const database = product.database.application;
    const overview = {
      database,
      clock,
      cache: new AnswerCache(0),
      sources: MEASURE_SOURCES,
      judgements: new KeptJudgements(false),
    };
    const sources = figureSources(overview);
    const broken = { ...sources, summary: () => Promise.reject(new Error('connection lost')) };
    return makeReport(
      { database, publicUrl: null, figures: { sources: breaks ? broken : sources, clock } },
      {
        id,
        data: { kabupatenCode: KABUPATEN, timeZone: ZONE, id },
        attempt: 1,
        last,
        signal: new AbortController().signal,
      },
    );
  }

  it('are made in the background and fetched by who ordered them, and by nobody else', async () => {
    const bupati = await product.signIn('bupati');
    const ordered = await bupati.post('/made-reports', ORDER);
    expect(ordered.status).toBe(202);
    const [report, ...more] = await finished(bupati);
    expect(more).toEqual([]);
    expect([report?.state, report?.progress, report?.sentence]).toEqual([
      'done',
      100,
      'Siap diunduh sampai 19 Des 2026.',
    ]);
    const id = report?.id ?? '';
    const file = await bupati.get(`/made-reports/${id}/file`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.text.startsWith('PK')).toBeTrue();
    expect(Number(file.headers.get('content-length'))).toBe(report?.bytes ?? 0);
    for (const other of ['sekda', 'camat.a', 'bupati.lain']) {
      const caller = await product.signIn(other);
      expect((await caller.get(`/made-reports/${id}/file`)).status)
        .withContext(other)
        .toBe(404);
      expect((await caller.send('DELETE', `/made-reports/${id}`)).status)
        .withContext(other)
        .toBe(404);
      expect(await listOf(caller))
        .withContext(other)
        .toEqual([]);
    }
    expect((await bupati.send('DELETE', `/made-reports/${id}`)).status).toBe(204);
    expect((await bupati.get(`/made-reports/${id}/file`)).status).toBe(404);
  });

  it('are out of reach once the post may see something else, or another unit', async () => {
    const { post_id: id } = await heldPost('camat.a');
    const post = () => product.database.owner('posts').where({ id });
    const report = await put('camat.a');
    await attempt(report, true);
    const status = async () =>
      (await (await product.signIn('camat.a')).get(`/made-reports/${report}/file`)).status;
    expect(await status()).toBe(200);
    await post().update({ unit_code: 'b' });
    expect(await status()).toBe(404);
    await post().update({ unit_code: 'a', role: 'petugas' });
    expect(await status()).toBe(404);
    await post().update({ role: 'camat' });
    expect(await status()).toBe(200);
  });

  it('are refused as the report itself would be, before anything is kept', async () => {
    const camat = await product.signIn('camat.a');
    const refused = async (more: Partial<typeof ORDER>) => {
      const answer = await camat.post('/made-reports', { ...ORDER, ...more });
      return [answer.status, problemOf(answer).code];
    };
    expect(await refused({ unit: 'b' })).toEqual([404, 'unit-not-found']);
    expect(await refused({ report: 'tidak-ada' })).toEqual([404, 'report-not-found']);
    expect(await refused({ from: '2026-10-02' })).toEqual([400, 'snapshot-period-invalid']);
    expect(await refused({ from: '2026-12-01' })).toEqual([400, 'snapshot-period-ahead']);
    expect(await made()).toEqual([]);
  });

  it('are limited for each person, and the same order under way is not made twice', async () => {
    const sekda = await product.signIn('sekda');
    await put('sekda', { from_on: '2026-09-01' });
    const known = await sekda.post('/made-reports', { ...ORDER, from: '2026-09-01' });
    expect(known.status).toBe(202);
    expect(await made()).toHaveSize(1);
    await put('sekda', { from_on: '2026-08-01' });
    await put('sekda', { from_on: '2026-07-01' });
    const fourth = await sekda.post('/made-reports', ORDER);
    expect([fourth.status, problemOf(fourth).code]).toEqual([409, 'made-reports-waiting']);
    await made().update({ state: 'failed', problem: 'made-report-broken' });
    for (let more = 3; more < 20; more += 1)
      await put('sekda', { state: 'failed', problem: 'made-report-broken' });
    const next = await sekda.post('/made-reports', ORDER);
    expect([next.status, problemOf(next).code]).toEqual([409, 'made-reports-full']);
  });

  it('that nobody may see any more fill no list', async () => {
    const sekda = await product.signIn('sekda');
    const file = {
      state: 'done',
      step: 'storing',
      progress: 100,
      reader: 'contoh-berkas services',
      file_name: 'a.xlsx',
      media_type: 'application/octet-stream',
      bytes: 1,
      content: Buffer.from('x'),
      finished_at: NOW,
    };
    for (let count = 0; count < 20; count += 1) await put('sekda', file);
    expect(await listOf(sekda)).toEqual([]);
    expect((await sekda.post('/made-reports', ORDER)).status).toBe(202);
    expect((await listOf(sekda)).length).toBe(1);
    expect(await made()).toHaveSize(1);
  });

  it('are taken up again where a killed process left them, and made once', async () => {
    const id = await put('bupati', { state: 'running', step: 'drawing', progress: 60 });
    await attempt(id, false);
    const [first] = (await made().select('state', 'bytes', 'finished_at', 'content')) as {
      state: string;
      bytes: number;
      content: Buffer;
    }[];
    expect(first?.state).toBe('done');
    expect(first?.content.length).toBe(first?.bytes ?? 0);
    await attempt(id, false);
    expect((await made().select('state', 'bytes', 'finished_at', 'content'))[0]).toEqual(first);
  });

  it('wait for another attempt when one fails, and say so when it was the last', async () => {
    const id = await put('bupati');
    await expectAsync(attempt(id, false, true)).toBeRejectedWithError('connection lost');
    expect(await made().first('state', 'progress')).toEqual({ state: 'waiting', progress: 0 });
    await expectAsync(attempt(id, true, true)).toBeRejectedWithError('connection lost');
    expect(await made().first('state', 'problem')).toEqual({
      state: 'failed',
      problem: 'made-report-broken',
    });
    const [told] = (await made().select('content')) as { content: Buffer | null }[];
    expect(told?.content).toBeNull();
  });

  it('are not made for a post that the person no longer holds', async () => {
    const { user_id, post_id } = await heldPost('camat.b');
    const held = () => product.database.owner('post_holders').where({ user_id, post_id });
    const id = await put('camat.b', { unit_code: 'b' });
    await held().update({ valid_to: '2026-11-01' });
    await attempt(id, false);
    expect(await made().first('state', 'problem')).toEqual({
      state: 'failed',
      problem: 'made-report-no-post',
    });
    await held().update({ valid_to: null });
    const [item] = await listOf(await product.signIn('camat.b'));
    expect(item?.sentence).toBe('Tidak jadi dibuat: jabatan yang memintanya sudah berakhir.');
  });

  it('go after thirty days, and what was lost on the way is told as failed', async () => {
    await put('bupati', { created_at: '2026-10-21T09:59:00+08:00' });
    const broken = { state: 'failed', problem: 'made-report-broken' };
    const kept = await put('bupati', { created_at: '2026-10-21T10:01:00+08:00', ...broken });
    const lost = await put('bupati', { created_at: '2026-11-20T03:59:00+08:00', state: 'running' });
    const fresh = await put('bupati', { created_at: '2026-11-20T09:00:00+08:00', from_on: '2026-09-01' });
    const kabupaten = { code: KABUPATEN, name: 'Contoh', timeZone: ZONE, demo: false };
    const call = { database: product.database.application, kabupaten, today: '2026-11-20', now: NOW };
    for (let twice = 0; twice < 2; twice += 1) await madeReportRetention.run(call);
    const left = (await made().select('id', 'state').orderBy('created_at')) as {
      id: string;
      state: string;
    }[];
    expect(left).toEqual([
      { id: kept, state: 'failed' },
      { id: lost, state: 'failed' },
      { id: fresh, state: 'waiting' },
    ]);
  });
});
