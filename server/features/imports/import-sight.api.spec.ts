import { randomBytes } from 'node:crypto';
import type { ImportResult } from '#contract/imports';
import { tokenHash } from '../../platform/auth/bearer-token.ts';
import { formWith, problemOf, type ApiCaller } from '../../testing/api-caller.ts';
import { EventListener } from '../../testing/event-listener.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import { importFile } from './loading/import-file.testing.ts';
import { deleteOldRejections } from './rejections/rejection-retention.repository.ts';

const KABUPATEN = '64.02';
const COMPLAINTS = [
  'nomor;unit;diterima;pelapor;kontak;nik_pelapor',
  'A-1;Siti Aminah 081234567890;2026-03-02;Siti Aminah;081234567890;6402071234560001',
  'A-2;64.02.07;2026-03-02;;;',
];
const SECRETS = /Siti|Aminah|0812|6402071/;

describe('what others see of an import', () => {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();
  const as = (username: string): ApiCaller => {
    const caller = callers.get(username);
    if (!caller) throw new Error(`nobody called ${username}`);
    return caller;
  };

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-06-30T02:00:00Z', heartbeatMs: 100 });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    for (const role of ['bupati', 'organisasi', 'inspektorat'] as const)
      await product.addPerson(role, { role, kabupaten: KABUPATEN });
    await product.addPerson(
      'diskominfo',
      { role: 'diskominfo', kabupaten: KABUPATEN },
      { role: 'sekda', kabupaten: KABUPATEN },
    );
    await product.addPerson('diskominfo.lain', { role: 'diskominfo', kabupaten: KABUPATEN });
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.07' });
    for (const username of ['bupati', 'organisasi', 'inspektorat', 'diskominfo', 'diskominfo.lain', 'camat'])
      callers.set(username, await product.signIn(username));
  });
  afterAll(() => product.stop());

  async function rejectedComplaint(caller: ApiCaller): Promise<string> {
    const id = await caller.upload('complaints', {
      name: 'Siti Aminah 6402071234560001.csv',
      text: COMPLAINTS.join('\n'),
    });
    await caller.importEnded(id);
    return id;
  }

  const download = async (username: string, id: string): Promise<[number, string]> => {
    const answer = await as(username).get(`/imports/${id}/rejected`);
    return [answer.status, answer.status === 200 ? 'rows' : problemOf(answer).code];
  };

  it('is how many rows were rejected and why, never a cell', async () => {
    const id = await rejectedComplaint(as('diskominfo'));
    const own = await as('diskominfo').read<ImportResult>(`/imports/${id}`);
    expect([own.rejectedRows, own.errors[0]?.message]).toEqual([
      'available',
      jasmine.stringContaining('Siti Aminah'),
    ]);
    expect(await download('diskominfo', id)).toEqual([200, 'rows']);
    for (const username of ['bupati', 'organisasi', 'diskominfo.lain']) {
      const context = (what: string) => `${username} ${what}`;
      expect(await download(username, id))
        .withContext(context('download'))
        .toEqual([403, 'rejected-rows-withheld']);
      const { items } = await as(username).read<{ items: ImportResult[] }>('/imports?limit=100');
      for (const seen of [items[0], await as(username).read<ImportResult>(`/imports/${id}`)]) {
        expect([seen?.id, seen?.rowsRejected, seen?.rejectedRows, seen?.errors[0]?.code])
          .withContext(context('counts'))
          .toEqual([id, 1, 'withheld', own.errors[0]?.code]);
        expect(JSON.stringify([seen?.errors, seen?.warnings, seen?.failure]))
          .withContext(context('messages'))
          .not.toMatch(SECRETS);
        expect(seen?.fileName).withContext(context('file')).not.toContain('6402071');
      }
    }
    // In another post the same person is somebody else.
    const moved = as('diskominfo');
    expect((await moved.post('/session/role', { role: 'sekda' })).status).toBe(200);
    expect(await download('diskominfo', id)).toEqual([403, 'rejected-rows-withheld']);
    await moved.post('/session/role', { role: 'diskominfo' });
    expect(await download('diskominfo', id)).toEqual([200, 'rows']);
  });

  it('follows the rights to single records where the command line brought the file', async () => {
    const complaints = await importFile(product, {
      kabupaten: KABUPATEN,
      dataset: 'complaints',
      lines: COMPLAINTS,
    });
    const services = await importFile(product, {
      kabupaten: KABUPATEN,
      dataset: 'service-cases',
      lines: ['nomor;unit;layanan;diterima', 'L-1;64.02.07;tidak-ada;2026-03-02'],
    });
    const withheld = [403, 'rejected-rows-withheld'];
    const seen: Record<string, unknown> = {};
    for (const username of ['bupati', 'organisasi', 'diskominfo', 'camat'])
      seen[username] = [await download(username, complaints.id), await download(username, services.id)];
    expect(seen).toEqual({
      bupati: [withheld, [200, 'rows']],
      organisasi: [withheld, withheld],
      diskominfo: [[200, 'rows'], withheld],
      camat: [
        [404, 'import-not-found'],
        [404, 'import-not-found'],
      ],
    });
  });

  it('is without rows of complaints thirty days later, for its own people too', async () => {
    const id = await rejectedComplaint(as('diskominfo'));
    const services = await importFile(product, {
      kabupaten: KABUPATEN,
      dataset: 'service-cases',
      lines: ['nomor;unit;layanan;diterima', 'L-2;64.02.07;tidak-ada;2026-03-02'],
    });
    const age = (days: number) =>
      product.database
        .owner('imports')
        .whereIn('id', [id, services.id])
        .update({ finished_at: product.database.owner.raw(`now() - make_interval(days => ${days})`) });
    const rows = async (of: string): Promise<number> =>
      (await product.database.owner('import_rejections').where({ import_id: of })).length;
    await age(29);
    await deleteOldRejections(product.database.application);
    expect(await rows(id)).toBe(1);
    await age(31);
    await deleteOldRejections(product.database.application);
    expect([await rows(id), await rows(services.id)]).toEqual([0, 1]);
    expect(await download('diskominfo', id)).toEqual([404, 'rejected-rows-deleted']);
    const kept = await as('diskominfo').read<ImportResult>(`/imports/${id}`);
    expect([kept.rowsRejected, kept.rejectedRows, kept.errors.map(({ code }) => code)]).toEqual([
      1,
      'deleted',
      ['unit-unknown'],
    ]);
    expect(JSON.stringify(kept.errors)).not.toMatch(SECRETS);
    expect(await deleteOldRejections(product.database.application)).toBe(0);
  });

  it('has no progress: that goes to whoever started it, and of the command line to nobody', async () => {
    const [own, other] = [
      await EventListener.open(product.address, as('camat')),
      await EventListener.open(product.address, as('bupati')),
    ];
    const id = await as('camat').upload('service-cases', {
      name: 'a.csv',
      text: 'nomor;unit;layanan;diterima\nP-1;64.02.07;kk;2026-03-02',
    });
    await own.waitFor(({ event, data }) => event === 'import-progress' && data['id'] === id);
    const first = await other.waitFor(({ event }) => event === 'data-changed');
    await importFile(product, {
      kabupaten: KABUPATEN,
      dataset: 'service-cases',
      lines: ['nomor;unit;layanan;diterima', 'P-2;64.02.07;kk;2026-03-02'],
    });
    await other.waitFor(({ event, data }) => event === 'data-changed' && data !== first.data);
    await own.waitFor(() => own.events.filter(({ event }) => event === 'data-changed').length === 2);
    expect(other.events.filter(({ event }) => event !== 'data-changed')).toEqual([]);
    expect(own.events.filter(({ event, data }) => event === 'import-progress' && data['id'] !== id)).toEqual(
      [],
    );
    await Promise.all([own.close(), other.close()]);
  });

  it('is refused to take more than three places at once', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `T-${index};64.02.07;kk;2026-03-02`);
    const file = { name: 'b.csv', text: ['nomor;unit;layanan;diterima', ...lines].join('\n') };
    const send = (username: string) =>
      as(username).send('POST', '/imports/service-cases?dryRun=1', { form: formWith(file) });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send('camat')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 202, 202, 429, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused && [problemOf(refused).code, refused.headers.get('Retry-After')]).toEqual([
      'too-many-imports',
      '30',
    ]);
    // Others have places of their own, and what has ended counts no more.
    const others = await send('bupati');
    expect(others.status).toBe(202);
    for (const { status, json } of answers)
      if (status === 202) await as('camat').importEnded((json as { id: string }).id);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const again = await send('camat');
    expect(again.status).toBe(202);
    await as('camat').importEnded((again.json as { id: string }).id);
    await as('bupati').importEnded((others.json as { id: string }).id);
  });
});

describe('an event stream', () => {
  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-06-30T02:00:00Z', heartbeatMs: 100 });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.07' });
  });
  afterAll(() => product.stop());

  /** A stream, and whether it ends within so many milliseconds. */
  async function stream(headers: Record<string, string>) {
    const abort = new AbortController();
    const response = await fetch(`${product.address}/api/v1/events`, { headers, signal: abort.signal });
    expect(response.status).toBe(200);
    const ended = (async () => {
      const reader = response.body?.getReader();
      while (reader && !(await reader.read()).done);
      return true;
    })().catch(() => false);
    return {
      endsWithin: (milliseconds: number) =>
        Promise.race([
          ended,
          new Promise<boolean>((resolve) => setTimeout(() => resolve(false), milliseconds)),
        ]),
      close: () => abort.abort(),
    };
  }
  const cookieOf = (caller: ApiCaller) => ({
    Cookie: [...caller.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  });

  it('ends when the device is signed out elsewhere, and no other one does', async () => {
    const [here, there] = [await product.signIn('camat'), await product.signIn('camat')];
    const [own, other] = [await stream(cookieOf(here)), await stream(cookieOf(there))];
    expect(await other.endsWithin(500)).toBe(false);
    expect((await here.send('DELETE', '/account/devices')).status).toBeLessThan(300);
    expect(await other.endsWithin(3_000)).toBe(true);
    expect(await own.endsWithin(300)).toBe(false);
    own.close();
  });

  it('ends when the post is over', async () => {
    const own = await stream(cookieOf(await product.signIn('camat')));
    await product.database.owner('post_holders').update({ valid_to: '2026-06-30' });
    expect(await own.endsWithin(3_000)).toBe(true);
    await product.database.owner('post_holders').update({ valid_to: null });
  });

  it('of a program ends when its token is revoked', async () => {
    const post: { id: string } | undefined = await product.database.owner('posts').select('id').first();
    const token = `pandu_${randomBytes(32).toString('base64url')}`;
    await product.database.owner('api_tokens').insert({
      id: '0198c0de-0000-7000-8000-000000000001',
      token_hash: tokenHash(token),
      name: 'Papan',
      post_id: post?.id,
      permissions: ['events:read'],
      expires_at: '2026-07-30T00:00:00Z',
    });
    const own = await stream({ Authorization: `Bearer ${token}` });
    expect(await own.endsWithin(500)).toBe(false);
    await product.database.owner('api_tokens').update({ revoked_at: '2026-06-30T01:00:00Z' });
    expect(await own.endsWithin(3_000)).toBe(true);
  });
});
