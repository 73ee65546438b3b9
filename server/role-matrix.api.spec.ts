import type { Role } from '#domain/permissions';
import type { RouteDescriptor } from '#contract/route';
import { ROUTES } from '#contract/routes';
import { KABUPATEN, matrixBody, matrixPath, OWN_UNIT, REFUSED_INPUT } from './role-matrix-input.testing.ts';
import { ApiCaller, formWith } from './testing/api-caller.ts';
import { startTestProduct, type TestProduct } from './testing/test-product.ts';
import { ALL, ALLOWED, DATA, FIGURES, IN_KABUPATEN, WHOLE } from './who-may-call.testing.ts';

const MEASURE_PATHS = [
  '/measures/summary?',
  '/measures/matrix?',
  '/measures/trends?',
  '/measures/volume/series?',
  '/measures/volume/breakdown?by=unit&',
  '/measures/turnaround/distribution?',
  '/service-stages?',
  '/service-pauses?',
  '/service-hours?',
  '/service-ageing?',
];

describe('the matrix of routes and roles', () => {
  const NEIGHBOUR = '64.02.08';
  let product: TestProduct;
  let checked = 0;
  /** A post that is there. */
  let postId = '';
  const callers = new Map<Role, ApiCaller>();

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addKabupaten('32.16', 'Asia/Jakarta');
    for (const role of ALL) {
      await product.addPerson(role, { role, kabupaten: KABUPATEN, unit: OWN_UNIT });
      callers.set(role, await product.signIn(role));
    }
    // One administrator alone may do nothing but add the second.
    await product.addPerson('admin-kedua', { role: 'admin', kabupaten: KABUPATEN });
    const { items } = await callerOf('admin').read<{ items: { id: string; role: Role }[] }>('/posts');
    postId = items.find(({ role }) => role === 'bupati')?.id ?? '';
  });
  afterAll(async () => {
    console.log(`role matrix: ${checked} calls checked, ${ROUTES.length} routes`);
    await product.stop();
  });

  const callerOf = (role: Role): ApiCaller => callers.get(role) ?? product.stranger();

  /** Calls a route with input that is right as far as it can be, and answers the status. */
  async function call(route: RouteDescriptor, caller: ApiCaller, role: Role, xsrf = true): Promise<number> {
    checked += 1;
    const path = matrixPath(route);
    if (route.id === 'readEvents') return statusOfStream(caller, path);
    const input =
      route.consumes === 'multipart/form-data'
        ? { form: formWith({ name: 'a.csv', text: 'nomor;layanan;diterima\n1;kk;2026-03-02' }) }
        : { body: matrixBody(route, { role, number: checked, postId }) };
    return (await caller.send(route.method.toUpperCase(), path, { ...input, xsrf })).status;
  }

  /** An event stream does not end by itself. */
  async function statusOfStream(caller: ApiCaller, path: string): Promise<number> {
    const cookie = [...caller.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const abort = new AbortController();
    const response = await fetch(`${product.address}/api/v1${path}`, {
      headers: { Cookie: cookie },
      signal: abort.signal,
    });
    abort.abort();
    return response.status;
  }

  it('knows every route', () => {
    expect(Object.keys(ALLOWED).toSorted()).toEqual(ROUTES.map((route) => route.id).toSorted());
    expect(new Set(ROUTES.map((route) => `${route.method} ${route.path}`)).size).toBe(ROUTES.length);
  });

  for (const route of ROUTES) {
    it(`${route.method} ${route.path} is for whom it is meant`, async () => {
      const allowed = ALLOWED[route.id] ?? [];
      expect(await call(route, product.stranger(), 'bupati'))
        .withContext('stranger')
        // There is no such link: whoever has one needs no account.
        .toBe(allowed !== 'anyone' ? 401 : /:(token|slug)\b/.test(route.path) ? 404 : route.status);
      if (allowed === 'anyone') return;
      const forged = new ApiCaller(product.address);
      forged.cookies.set('pandu.sid', 's%3Adibuat-sendiri.AAAA');
      expect(await call(route, forged, 'bupati'))
        .withContext('forged cookie')
        .toBe(401);
      for (const role of ALL) {
        const caller = route.id === 'deleteSession' ? await product.signIn(role) : callerOf(role);
        if (route.method !== 'get')
          expect(await call(route, caller, role, false))
            .withContext(`${role}, no XSRF token`)
            .toBe(403);
        // There is no such import: 404 is what someone who may look for it gets.
        const found = /:(id|username|code)\b/.test(route.path)
          ? 404
          : (REFUSED_INPUT[route.id] ?? route.status);
        expect(await call(route, caller, role))
          .withContext(role)
          .toBe(allowed.includes(role) ? found : 403);
      }
    });
  }

  it('shows every role its own units, and hides all others as if they were not there', async () => {
    for (const role of FIGURES) {
      for (const path of MEASURE_PATHS) {
        const statuses: number[] = [];
        for (const unit of [OWN_UNIT, KABUPATEN, NEIGHBOUR, '32.16', '32.16.09', 'tidak-ada']) {
          checked += 1;
          statuses.push((await callerOf(role).get(`${path}unit=${unit}`)).status);
        }
        const whole = WHOLE.includes(role) ? 200 : 404;
        expect(statuses).withContext(`${role} ${path}`).toEqual([200, whole, whole, 404, 404, 404]);
      }
      const calendar = await callerOf(role).get(`/calendar?from=2026-03-01&to=2026-03-02&unit=${NEIGHBOUR}`);
      expect(calendar.status)
        .withContext(role)
        .toBe(WHOLE.includes(role) ? 200 : 404);
    }
    for (const role of IN_KABUPATEN) {
      const { items } = await callerOf(role).read<{ items: { code: string; children: unknown[] }[] }>(
        '/units',
      );
      expect(items.map((item) => [item.code, item.children.length]))
        .withContext(role)
        .toEqual(WHOLE.includes(role) ? [[KABUPATEN, 20]] : [[OWN_UNIT, 0]]);
    }
  });

  it('lets a single unit change no units or services of the kabupaten', async () => {
    for (const role of DATA) {
      for (const dataset of ['units', 'services']) {
        checked += 1;
        const answer = await callerOf(role).send('POST', `/imports/${dataset}?dryRun=1`, {
          form: formWith({ name: 'a.csv', text: 'kode;nama\na;b' }),
        });
        expect(answer.status)
          .withContext(`${role} ${dataset}`)
          .toBe(WHOLE.includes(role) ? 202 : 403);
      }
    }
  });

  it('lets only those who keep the structure load what all figures are judged by', async () => {
    for (const role of DATA) {
      for (const dataset of ['service-standards', 'calendar', 'targets']) {
        checked += 1;
        const answer = await callerOf(role).send('POST', `/imports/${dataset}?dryRun=1`, {
          form: formWith({ name: 'a.csv', text: 'tanggal;jenis\na;b' }),
        });
        expect(answer.status)
          .withContext(`${role} ${dataset}`)
          .toBe(role === 'organisasi' ? 202 : 403);
      }
    }
  });

  it('gives people without a kabupaten or a unit nothing to look at', async () => {
    await product.addPerson('admin-pusat', { role: 'admin' });
    await product.addPerson('camat-tanpa-unit', { role: 'camat', kabupaten: KABUPATEN });
    for (const username of ['admin-pusat', 'camat-tanpa-unit']) {
      const caller = await product.signIn(username);
      const statuses: number[] = [];
      for (const path of [
        '/session',
        '/units',
        '/services',
        '/measures/summary',
        '/imports',
        '/calendar?from=2026-03-01&to=2026-03-02',
      ]) {
        checked += 1;
        statuses.push((await caller.get(path)).status);
      }
      expect(statuses).withContext(username).toEqual([200, 403, 403, 403, 403, 403]);
      expect(await statusOfStream(caller, '/events')).toBe(403);
    }
  });
});
