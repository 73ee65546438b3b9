import type { Handover } from '#contract/people';
import type { Summary } from '#contract/measures';
import type { Session } from '#contract/session';
import { v7 as uuidv7 } from 'uuid';
import { problemOf, type ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const COUNTER = 'loket-sebulu';
const MUARA_KAMAN = '64.02.08';
/** The period of a summary that holds everything up to the present. */
const EVER = 'from=1990-01-01&to=2026-03-17';

describe('the hand-over sheet', () => {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();
  const posts = new Map<string, string>();

  beforeAll(async () => {
    // 10.00 in Makassar.
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addKabupaten('32.16', 'Asia/Jakarta');
    await product.load(KUKAR, 'units', [
      {
        code: COUNTER,
        name: 'Loket Sebulu',
        kind: 'service-point',
        parentCode: SEBULU,
        validFrom: null,
        validTo: null,
      },
    ]);
    await product.addPerson('camat', { role: 'camat', kabupaten: KUKAR, unit: SEBULU });
    await product.addPerson('tetangga', { role: 'camat', kabupaten: KUKAR, unit: MUARA_KAMAN });
    for (const role of ['bupati', 'inspektorat', 'diskominfo', 'organisasi', 'admin'] as const)
      await product.addPerson(role, { role, kabupaten: KUKAR });
    await product.addPerson('admin.bekasi', { role: 'admin', kabupaten: '32.16' });
    for (const name of [
      'camat',
      'tetangga',
      'bupati',
      'inspektorat',
      'diskominfo',
      'organisasi',
      'admin',
      'admin.bekasi',
    ]) {
      const caller = await product.signIn(name);
      callers.set(name, caller);
      posts.set(name, (await caller.read<Session>('/session')).user.post.id);
    }
    await product.load(KUKAR, 'service-cases', [
      serviceCase('c-1', SEBULU, '2026-01-05', { dueAt: '2026-01-10T08:00:00Z' }),
      serviceCase('c-2', SEBULU, '2026-02-03', { dueAt: '2026-12-01T08:00:00Z' }),
      serviceCase('c-3', COUNTER, '2026-03-16', { status: 'ditunda', dueAt: '2026-03-17T01:00:00Z' }),
      serviceCase('c-4', SEBULU, '2026-01-01', { status: 'selesai', completedAt: '2026-01-02T02:00:00Z' }),
      serviceCase('c-5', SEBULU, '2026-01-01', { status: 'dibatalkan' }),
      serviceCase('c-6', SEBULU, '2026-01-01', { status: 'ditolak', completedAt: '2026-01-02T02:00:00Z' }),
      serviceCase('c-7', SEBULU, '2026-03-17'),
      ...Array.from({ length: 9 }, (_, index) =>
        serviceCase(`m-${index}`, MUARA_KAMAN, `2025-12-0${index + 1}`),
      ),
    ]);
    await product.load(KUKAR, 'complaints', [
      // Five working days: long over.
      complaint('k-1', SEBULU, '2026-01-05', { class: 'normatif' }),
      complaint('k-2', SEBULU, '2026-03-16'),
      complaint('k-3', SEBULU, '2026-03-01', { status: 'selesai', resolvedAt: '2026-03-02T01:00:00Z' }),
      complaint('k-4', SEBULU, '2026-03-01', { status: 'tidak-valid' }),
      complaint('k-5', SEBULU, '2026-02-01', {
        status: 'dibuka-kembali',
        resolvedAt: '2026-02-02T01:00:00Z',
      }),
      complaint('k-6', SEBULU, '2026-03-02', { class: 'berkadar-pengawasan' }),
      complaint('k-7', COUNTER, '2026-03-17', { class: 'normatif' }),
      complaint('k-8', MUARA_KAMAN, '2026-03-10'),
    ]);
  });
  afterAll(() => product.stop());

  function serviceCase(number: string, unit: string, day: string, more: Record<string, string> = {}) {
    return {
      number,
      unit,
      service: 'umum',
      channel: 'tatap-muka',
      receivedAt: `${day}T01:00:00Z`,
      completedAt: null as string | null,
      dueAt: null as string | null,
      status: 'diproses',
      ...more,
    };
  }
  function complaint(number: string, unit: string, day: string, more: Record<string, string> = {}) {
    return {
      number,
      unit,
      channel: 'whatsapp',
      class: 'aspirasi',
      receivedAt: `${day}T01:00:00Z`,
      resolvedAt: null as string | null,
      status: 'diterima',
      ...more,
    };
  }
  const callerOf = (name: string): ApiCaller => callers.get(name) ?? product.stranger();
  const path = (post: string): string => `/posts/${posts.get(post) ?? ''}/handover`;
  const sheetOf = (name: string, post = name): Promise<Handover> => callerOf(name).read<Handover>(path(post));
  const numbers = (records: readonly { number: string }[]): string[] => records.map(({ number }) => number);

  it('says what is open in the unit and below it, the oldest first', async () => {
    const sheet = await sheetOf('camat');
    expect([sheet.post.title, sheet.unit?.code, sheet.on]).toEqual(['Jabatan camat', SEBULU, '2026-03-17']);
    expect([sheet.openCases, sheet.overdueCases]).toEqual([4, 2]);
    expect(numbers(sheet.oldestOpenCases)).toEqual(['c-1', 'c-2', 'c-3', 'c-7']);
    expect(sheet.oldestOpenCases[2]).toEqual({
      number: 'c-3',
      unit: 'Loket Sebulu',
      service: jasmine.any(String),
      receivedAt: '2026-03-16T01:00:00.000Z',
      dueAt: '2026-03-17T01:00:00.000Z',
    });
    expect([sheet.openComplaints, sheet.overdueComplaints]).toEqual([4, 1]);
    expect(numbers(sheet.oldestOpenComplaints)).toEqual(['k-1', 'k-5', 'k-2', 'k-7']);
    expect(sheet.holders.map(({ username, capacity }) => [username, capacity])).toContain(['camat', 'tetap']);
  });

  it('says the same as the summary of that unit', async () => {
    for (const name of ['tetangga', 'inspektorat']) {
      const sheet = await sheetOf(name);
      const { volume, complaints } = await callerOf(name).read<Summary>(`/measures/summary?${EVER}`);
      expect([sheet.openCases, sheet.openComplaints, sheet.overdueComplaints])
        .withContext(name)
        .toEqual([volume.open, complaints.open, complaints.overdue]);
      expect(volume.open).withContext(name).toBeGreaterThan(0);
    }
    const camat = await callerOf('camat').read<Summary>(`/measures/summary?${EVER}`);
    expect((await sheetOf('camat')).openCases).toBe(camat.volume.open);
  });

  it('shows the whole kabupaten to its roles, ten records at most', async () => {
    const sheet = await sheetOf('bupati');
    expect([sheet.unit?.code, sheet.openCases, sheet.overdueCases]).toEqual([KUKAR, 13, 2]);
    expect(numbers(sheet.oldestOpenCases)).toEqual([
      ...Array.from({ length: 9 }, (_, index) => `m-${index}`),
      'c-1',
    ]);
  });

  it('names suspected abuse to the Inspektorat only', async () => {
    const [bupati, inspektorat] = [await sheetOf('bupati'), await sheetOf('inspektorat')];
    expect([bupati.openComplaints, inspektorat.openComplaints]).toEqual([5, 6]);
    expect(numbers(bupati.oldestOpenComplaints)).not.toContain('k-6');
    expect(numbers(inspektorat.oldestOpenComplaints)).toContain('k-6');
  });

  it('holds no records for posts that see none', async () => {
    const [diskominfo, organisasi] = [await sheetOf('diskominfo'), await sheetOf('organisasi')];
    expect([diskominfo.openCases, diskominfo.overdueCases, diskominfo.oldestOpenCases]).toEqual([
      null,
      null,
      [],
    ]);
    expect(diskominfo.openComplaints).toBe(5);
    expect([organisasi.openCases, organisasi.openComplaints, organisasi.oldestOpenComplaints]).toEqual([
      null,
      null,
      [],
    ]);
  });

  it('is given to administrators without a single record', async () => {
    const sheet = await sheetOf('admin', 'camat');
    expect(sheet.holders.map(({ username }) => username)).toContain('camat');
    expect([
      sheet.openCases,
      sheet.overdueCases,
      sheet.oldestOpenCases,
      sheet.openComplaints,
      sheet.overdueComplaints,
      sheet.oldestOpenComplaints,
    ]).toEqual([null, null, [], null, null, []]);
  });

  it('does not exist for anyone else', async () => {
    for (const name of ['tetangga', 'bupati', 'inspektorat', 'admin.bekasi']) {
      const answer = await callerOf(name).get(path('camat'));
      expect([answer.status, problemOf(answer).code])
        .withContext(name)
        .toEqual([404, 'post-not-found']);
    }
    expect((await product.stranger().get(path('camat'))).status).toBe(401);
  });

  it('with records is put on record when it is opened', async () => {
    await sheetOf('bupati');
    await sheetOf('admin', 'bupati');
    const entries = await product.database
      .owner('audit_entries')
      .where({ action: 'handover-read', subject: `posts/${posts.get('bupati') ?? ''}` })
      .orderBy('sequence', 'desc');
    expect(entries.map(({ role }: { role: string }) => role)).toContain('bupati');
    expect(entries.map(({ role }: { role: string }) => role)).not.toContain('admin');
  });

  it('is for stand-ins, and not for an ajudan', async () => {
    for (const capacity of ['plt', 'ajudan']) {
      await product.addPerson(capacity);
      const { id } = (await product.database.owner('users').where({ username: capacity }).first()) as {
        id: string;
      };
      await product.database.owner('post_holders').insert({
        id: uuidv7(),
        post_id: posts.get('camat'),
        user_id: id,
        capacity,
        valid_from: '2026-03-01',
        valid_to: '2026-05-01',
      });
      const answer = await (await product.signIn(capacity)).get(path('camat'));
      expect(answer.status)
        .withContext(capacity)
        .toBe(capacity === 'plt' ? 200 : 404);
    }
    const { readers } = await sheetOf('camat');
    expect(readers.map(({ username, to }) => [username, to])).toEqual([['ajudan', '2026-05-01']]);
  });

  it('of a post that needs a second factor needs one, whichever post is active', async () => {
    await product.addPerson(
      'rangkap',
      { role: 'camat', kabupaten: KUKAR, unit: SEBULU },
      { role: 'diskominfo', kabupaten: KUKAR },
    );
    const caller = await product.signIn('rangkap');
    const { user } = await caller.read<Session>('/session');
    const other = user.posts.find(({ role }) => role === 'diskominfo');
    const sheet = `/posts/${other?.id ?? ''}/handover`;
    expect((await caller.read<Handover>(sheet)).openComplaints).toBe(5);
    await product.database
      .owner('users')
      .where({ username: 'rangkap' })
      .update({ totp_confirmed_at: null, totp_secret: null });
    const answer = await caller.get(sheet);
    expect([answer.status, problemOf(answer).code]).toEqual([403, 'second-factor-needed']);
    expect((await caller.get(`/posts/${user.post.id}/handover`)).status).toBe(200);
  });

  it('names the last import of each dataset into the unit', async () => {
    const row = (unit: string, fileName: string, more: Record<string, unknown> = {}) => ({
      kabupaten_code: KUKAR,
      id: uuidv7(),
      dataset: 'service-cases',
      file_name: fileName,
      file_format: 'csv',
      dry_run: false,
      status: 'succeeded',
      started_by: 'camat',
      default_unit: unit,
      finished_at: '2026-03-16T02:00:00Z',
      rows_rejected: 3,
      ...more,
    });
    await product.database
      .owner('imports')
      .insert([
        row(SEBULU, 'januari.csv'),
        row(SEBULU, 'februari.csv'),
        row(SEBULU, 'coba.csv', { dry_run: true }),
        row(SEBULU, 'gagal.csv', { status: 'failed' }),
        row(MUARA_KAMAN, 'tetangga.csv'),
        row(COUNTER, 'aduan.csv', { dataset: 'complaints', rows_rejected: 0 }),
      ]);
    expect((await sheetOf('camat')).imports).toEqual([
      {
        dataset: 'complaints',
        fileName: 'aduan.csv',
        finishedAt: '2026-03-16T02:00:00.000Z',
        rowsRejected: 0,
      },
      {
        dataset: 'service-cases',
        fileName: 'februari.csv',
        finishedAt: '2026-03-16T02:00:00.000Z',
        rowsRejected: 3,
      },
    ]);
  });
});
