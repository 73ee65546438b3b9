import type { Role } from '#domain/permissions';
import type { RouteDescriptor } from '#contract/route';
import { ROUTES } from '#contract/routes';
import { structureBodies } from './features/structure/structure-bodies.testing.ts';
import { ApiCaller, formWith } from './testing/api-caller.ts';
import { startTestProduct, TEST_PASSWORD, type TestProduct } from './testing/test-product.ts';

/** Who may call what, written down once more, so that a change of the permissions is seen here. */
const ALL: readonly Role[] = [
  'bupati',
  'sekda',
  'camat',
  'kepala-skpd',
  'petugas',
  'inspektorat',
  'diskominfo',
  'organisasi',
  'bkpsdm',
  'admin',
  'forcasi',
];
const IN_KABUPATEN = ALL.filter((role) => role !== 'forcasi');
const FIGURES = IN_KABUPATEN.filter((role) => role !== 'bkpsdm' && role !== 'admin');
const DATA = FIGURES.filter((role) => role !== 'inspektorat');
const DETAILS = FIGURES.filter((role) => role !== 'diskominfo' && role !== 'organisasi');
const COMPLAINT_READERS = FIGURES.filter((role) => role !== 'organisasi');

/** Who keep units, services, calendars, sessions and targets. */
const KEEPERS: readonly Role[] = ['admin', 'organisasi'];

const ALLOWED: Readonly<Record<string, readonly Role[] | 'anyone'>> = {
  createSession: 'anyone',
  readSignInHint: 'anyone',
  startSingleSignOn: 'anyone',
  finishSingleSignOn: 'anyone',
  readSession: ALL,
  switchRole: ALL,
  deleteSession: ALL,
  readAccount: ALL,
  changePassword: ALL,
  startSecondFactor: ALL,
  confirmSecondFactor: ALL,
  removeSecondFactor: ALL,
  listDevices: ALL,
  revokeDevice: ALL,
  revokeOtherDevices: ALL,
  listReaders: ALL,
  addReader: ALL,
  endReader: ALL,
  readLink: 'anyone',
  useLink: 'anyone',
  listPeople: ['admin'],
  invitePerson: ['admin'],
  changePerson: ['admin'],
  issueLink: ['admin'],
  resetSecondFactor: ['admin'],
  erasePerson: ['admin'],
  listPosts: ['admin'],
  addPost: ['admin'],
  changePost: ['admin'],
  appointHolder: ['admin'],
  endHolder: ['admin'],
  // Whoever does not hold the post is told that there is none.
  readHandover: ALL,
  listTokens: ['admin'],
  createToken: ['admin'],
  revokeToken: ['admin'],
  readUnits: IN_KABUPATEN,
  readServices: IN_KABUPATEN,
  readChannels: IN_KABUPATEN,
  readMeasures: IN_KABUPATEN,
  readCalendar: IN_KABUPATEN,
  readPlaces: IN_KABUPATEN,
  readSummary: FIGURES,
  readMatrix: FIGURES,
  readTrends: FIGURES,
  readSeries: FIGURES,
  readMultiples: FIGURES,
  addAnnotation: ['bupati', 'sekda', 'camat', 'kepala-skpd', 'inspektorat', 'diskominfo', 'organisasi'],
  removeAnnotation: ['bupati', 'sekda', 'camat', 'kepala-skpd', 'inspektorat', 'diskominfo', 'organisasi'],
  addBaseline: ['sekda', 'organisasi'],
  removeBaseline: ['sekda', 'organisasi'],
  readBreakdown: FIGURES,
  readPeers: ['camat', 'kepala-skpd'],
  readDistribution: FIGURES,
  readStages: FIGURES,
  readPauses: FIGURES,
  readServiceHours: FIGURES,
  readAgeing: FIGURES,
  readAttention: FIGURES,
  dismissAttention: ['bupati', 'sekda', 'camat', 'kepala-skpd', 'organisasi'],
  readToday: FIGURES.filter((role) => role !== 'diskominfo' && role !== 'organisasi'),
  readReporting: FIGURES,
  fileNil: ['camat', 'kepala-skpd', 'petugas', 'organisasi'],
  listDispositions: FIGURES,
  listRecipients: FIGURES.filter((role) => role !== 'petugas'),
  giveDisposition: FIGURES.filter((role) => role !== 'petugas'),
  reportDisposition: FIGURES,
  closeDisposition: FIGURES.filter((role) => role !== 'petugas'),
  sendBackDisposition: FIGURES.filter((role) => role !== 'petugas'),
  readComplaintBacklog: FIGURES,
  readComplaintCategories: FIGURES,
  listComplaints: COMPLAINT_READERS,
  exportComplaints: COMPLAINT_READERS,
  readComplaint: COMPLAINT_READERS,
  revealReporter: ['camat', 'kepala-skpd', 'inspektorat', 'diskominfo'],
  listReveals: ['inspektorat'],
  readDatasets: DATA,
  readTemplate: DATA,
  previewImport: DATA,
  createImport: DATA,
  listImports: DATA,
  readImport: DATA,
  readRejectedRows: DATA,
  listServiceCases: DETAILS,
  exportServiceCases: DETAILS,
  readServiceCase: DETAILS,
  listSurveyResponses: [...DETAILS, 'organisasi'],
  listFollowUpPlans: FIGURES,
  listPlanOwners: ['camat', 'kepala-skpd', 'organisasi'],
  makeFollowUpPlan: ['camat', 'kepala-skpd', 'organisasi'],
  finishFollowUpPlan: ['camat', 'kepala-skpd', 'organisasi'],
  listKeptUnits: KEEPERS,
  addUnit: KEEPERS,
  changeUnit: KEEPERS,
  succeedUnit: KEEPERS,
  listKeptServices: KEEPERS,
  addService: KEEPERS,
  renameService: KEEPERS,
  saveStandard: KEEPERS,
  removeStandard: KEEPERS,
  listCalendars: KEEPERS,
  addCalendar: KEEPERS,
  changeCalendar: KEEPERS,
  listSessions: KEEPERS,
  addSessions: KEEPERS,
  removeSessions: KEEPERS,
  listTargets: KEEPERS,
  addTarget: KEEPERS,
  changeTarget: KEEPERS,
  removeTarget: KEEPERS,
  readEvents: IN_KABUPATEN,
  listAudit: ['inspektorat', 'admin'],
  exportAudit: ['inspektorat', 'admin'],
};

/** What those who may call get for the input of this walk, which must not change anybody's account. */
const REFUSED_INPUT: Readonly<Record<string, number>> = {
  changePassword: 400,
  startSecondFactor: 400,
  confirmSecondFactor: 409,
  removeSecondFactor: 409,
  addReader: 404,
  // Nobody is given a disposisi by this walk: its recipient is not there.
  giveDisposition: 400,
  // Nor is anybody made to answer for a plan.
  makeFollowUpPlan: 400,
};

/** Roles that see the whole kabupaten; the others see their unit and what is below it. */
const WHOLE: readonly Role[] = [
  'bupati',
  'sekda',
  'inspektorat',
  'diskominfo',
  'organisasi',
  'bkpsdm',
  'admin',
];

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
  const KABUPATEN = '64.02';
  const OWN_UNIT = '64.02.07';
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
    const path = route.path
      .replace(':dataset', 'service-cases')
      .replace(':measure', 'volume')
      .replace(':username', 'tidak-ada')
      .replace(':token', 'tautan-yang-tidak-pernah-ada')
      .replace(':holder', '0198c0de-0000-7000-8000-000000000001')
      .replace(':code', 'tidak-ada')
      .replace(':validFrom', '2026-04-01')
      .replace(':id', '0198c0de-0000-7000-8000-000000000000');
    const query =
      {
        readCalendar: '?from=2026-03-01&to=2026-03-02',
        readBreakdown: '?by=unit',
        exportComplaints: '?format=csv',
        listRecipients: `?unit=${OWN_UNIT}`,
        listPlanOwners: `?unit=${OWN_UNIT}`,
        readPeers: '?from=2026-02-01&to=2026-02-28',
        createImport: '?dryRun=true',
        exportServiceCases: '?format=csv',
        removeStandard: '?version=dibaca-dahulu',
        removeTarget: '?version=dibaca-dahulu',
      }[route.id] ?? '';
    if (route.id === 'readEvents') return statusOfStream(caller, path);
    const bodies: Readonly<Record<string, unknown>> = {
      createSession: { username: role, password: TEST_PASSWORD },
      switchRole: { role },
      changePassword: { current: 'bukan sandi saya', next: 'perahu di mahakam' },
      startSecondFactor: { password: 'bukan sandi saya' },
      confirmSecondFactor: { code: '000000' },
      removeSecondFactor: { password: 'bukan sandi saya', code: '000000' },
      addReader: { username: 'tidak-ada' },
      useLink: { password: 'perahu di mahakam' },
      invitePerson: { username: `undangan-${checked}`, name: 'Undangan' },
      changePerson: { name: 'Nama Baru' },
      erasePerson: { reason: 'diminta oleh yang bersangkutan' },
      addPost: { title: 'Pengelola Data', role: 'petugas', unit: OWN_UNIT },
      changePost: { title: 'Pengelola Data' },
      appointHolder: { username: 'bupati', capacity: 'plt', from: '2026-03-17' },
      endHolder: { to: '2026-03-17' },
      createToken: { name: 'Papan', post: postId, permissions: ['measures:read'], days: 30 },
      dismissAttention: {
        key: `${OWN_UNIT}|overdue-cases|-|-|-`,
        unit: OWN_UNIT,
        reason: 'berkasnya menunggu blangko',
      },
      fileNil: { unit: OWN_UNIT, dataset: 'complaints', month: '2026-03-01' },
      giveDisposition: {
        kind: 'disposition',
        unit: OWN_UNIT,
        to: '0198c0de-0000-7000-8000-000000000002',
        about: { key: null, sentence: 'berkas lewat tenggat', link: null },
        instruction: 'selesaikan pekan ini',
        dueOn: null,
      },
      reportDisposition: { report: 'sudah selesai' },
      makeFollowUpPlan: {
        unit: OWN_UNIT,
        service: null,
        instrument: 'permenpanrb-14-2017',
        unsur: 'U3',
        plan: 'loket kedua dibuka pada jam ramai',
        owner: '0198c0de-0000-7000-8000-000000000003',
        dueOn: '2026-06-30',
      },
      finishFollowUpPlan: { result: 'loket kedua sudah dibuka' },
      closeDisposition: {},
      sendBackDisposition: { reason: 'belum tuntas', dueOn: null },
      ...structureBodies(checked),
      revealReporter: { reason: 'menghubungi pelapor untuk memastikan lokasi' },
      addAnnotation: { unit: OWN_UNIT, day: '2026-03-16', text: 'SIAK terganggu' },
      addBaseline: {
        unit: OWN_UNIT,
        measure: 'volume',
        field: 'received',
        // One baseline a month: each role sets one of its own.
        startsOn: role === 'sekda' ? '2026-01-01' : '2026-02-01',
        reason: 'loket kedua dibuka',
      },
    };
    const input =
      route.consumes === 'multipart/form-data'
        ? { form: formWith({ name: 'a.csv', text: 'nomor;layanan;diterima\n1;kk;2026-03-02' }) }
        : { body: bodies[route.id] };
    return (await caller.send(route.method.toUpperCase(), path + query, { ...input, xsrf })).status;
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
        .toBe(allowed !== 'anyone' ? 401 : route.path.includes(':token') ? 404 : route.status);
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
