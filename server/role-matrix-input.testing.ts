/** Input for every route that is right as far as it can be, and changes nobody's account. */
import type { Role } from '#domain/permissions';
import type { RouteDescriptor } from '#contract/route';
import { structureBodies } from './features/structure/structure-bodies.testing.ts';
import { TEST_PASSWORD } from './testing/test-product.ts';

export const KABUPATEN = '64.02';
export const OWN_UNIT = '64.02.07';

/** What those who may call get for the input of this walk, which must not change anybody's account. */
export const REFUSED_INPUT: Readonly<Record<string, number>> = {
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

/** The address of a route with its parameters and its query filled in. */
export function matrixPath(route: RouteDescriptor): string {
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
  return path + query;
}

/** What a walk says about itself in the bodies it sends. */
export interface MatrixCall {
  readonly role: Role;
  /** Differs from call to call, so that nothing is added twice. */
  readonly number: number;
  /** A post that is there. */
  readonly postId: string;
}

/** The JSON body of a route; undefined where it takes none. */
export function matrixBody(route: RouteDescriptor, { role, number, postId }: MatrixCall): unknown {
  const bodies: Readonly<Record<string, unknown>> = {
    createSession: { username: role, password: TEST_PASSWORD },
    switchRole: { role },
    changePassword: { current: 'bukan sandi saya', next: 'perahu di mahakam' },
    startSecondFactor: { password: 'bukan sandi saya' },
    confirmSecondFactor: { code: '000000' },
    removeSecondFactor: { password: 'bukan sandi saya', code: '000000' },
    addReader: { username: 'tidak-ada' },
    useLink: { password: 'perahu di mahakam' },
    invitePerson: { username: `undangan-${number}`, name: 'Undangan' },
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
    ...structureBodies(number),
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
  return bodies[route.id];
}
