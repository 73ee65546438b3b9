/** Input for every route that is right as far as it can be, and changes nobody's account. */
import type { Role } from '#domain/permissions';
import type { RouteDescriptor } from '#contract/route';
import { structureBodies } from './features/structure/structure-bodies.testing.ts';
import { entryBodies } from './features/innovations/entry-bodies.testing.ts';
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
  // There is no trial period, no complaint and no member of staff.
  setTrial: 404,
  recordConductFinding: 404,
  // Nothing is frozen by this walk: the month is not over.
  freezeFigures: 400,
  // Nor is a report made: its month has not begun.
  orderReport: 400,
  // There is nothing to draw from.
  drawSample: 400,
  // There is no such thing to give evidence of.
  listEvidence: 404,
  addEvidence: 404,
  // No mail server is set, and no address waits for a code.
  addSubscription: 409,
  setMailAddress: 409,
  confirmMailAddress: 409,
  // Nor such an innovation.
  readInnovation: 404,
  readAwardDrafts: 404,
  listRelatedInnovations: 404,
  readLineage: 404,
  readAdoptionOffer: 404,
  adoptInnovation: 404,
  readInnovationSheet: 404,
  readInnovationFile: 404,
  // Nor such a sample.
  readWorksheet: 404,
  readWorksheetFile: 404,
};

/** The address of a route with its parameters and its query filled in. */
export function matrixPath(route: RouteDescriptor): string {
  const path = route.path
    .replace(':dataset', 'service-cases')
    .replace(':measure', 'volume')
    .replace(':username', 'tidak-ada')
    .replace(':token', 'tautan-yang-tidak-pernah-ada')
    .replace(':holder', '0198c0de-0000-7000-8000-000000000001')
    .replace(':rule', 'on-time-high')
    .replace(':report', 'laporan-kinerja')
    .replace(':record', '0198c0de-0000-7000-8000-000000000006')
    .replace(':code', 'tidak-ada')
    .replace(':key', 'tidak-ada')
    .replace(':slug', 'tidak-ada')
    .replace(':milestone', '0198c0de-0000-7000-8000-000000000004')
    .replace(':obstacle', '0198c0de-0000-7000-8000-000000000005')
    .replace(':validFrom', '2026-04-01')
    .replace(':version', '1')
    .replace(':id', '0198c0de-0000-7000-8000-000000000000');
  const query =
    {
      readCalendar: '?from=2026-03-01&to=2026-03-02',
      readBreakdown: '?by=unit',
      readReport: '?grain=month&from=2026-02-01',
      readReportFile: '?grain=month&from=2026-02-01&format=xlsx',
      exportComplaints: '?format=csv',
      readMinutesFile: '?format=docx',
      exportInnovations: '?format=csv',
      listRecipients: `?unit=${OWN_UNIT}`,
      listPlanOwners: `?unit=${OWN_UNIT}`,
      readPeers: '?from=2026-02-01&to=2026-02-28',
      createImport: '?dryRun=true',
      listIndicationRecords: `?key=${encodeURIComponent(`late-entry|${OWN_UNIT}|2026-03-01|2026-03-17|`)}`,
      previewReconciliation: '?dataset=complaints',
      createReconciliation: '?dataset=complaints&from=2026-03-01&to=2026-03-16&source=Rekap%20dinas',
      listEvidence: '?about=sample&id=0198c0de-0000-7000-8000-000000000000',
      addEvidence: '?about=sample&id=0198c0de-0000-7000-8000-000000000000',
      exportServiceCases: '?format=csv',
      removeStandard: '?version=dibaca-dahulu',
      removeTarget: '?version=dibaca-dahulu',
      previewInnovationSharing: '?audience=public',
      readMusterFile: '?format=pdf',
      readVisitSheet: `?unit=${OWN_UNIT}`,
      readVisitFile: `?unit=${OWN_UNIT}&format=pdf`,
      readInnovationSheet: '?key=tidak-ada',
      readInnovationFile: '?key=tidak-ada&format=pdf',
      readWorksheet: '?sample=0198c0de-0000-7000-8000-000000000000',
      readWorksheetFile: '?sample=0198c0de-0000-7000-8000-000000000000&format=pdf',
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
    drawSample: {
      dataset: 'service-cases',
      query: { count: 'volume.received' },
      size: 5,
      reason: 'pemeriksaan berkala',
    },
    redrawSample: {},
    orderReport: {
      report: 'laporan-kinerja',
      unit: OWN_UNIT,
      grain: 'month',
      from: '2099-01-01',
      format: 'pdf',
    },
    saveAlertSettings: {
      ways: { 'target-missed': 'notice', worsening: 'off', 'not-reporting': 'off' },
      digest: 'off',
    },
    createMeeting: { title: 'Rapat evaluasi', heldOn: '2026-04-01', start: false },
    startMeeting: {},
    cancelMeeting: {},
    saveMeetingHead: { revision: 1, title: 'Rapat evaluasi', place: '', attendees: [] },
    saveMeetingItem: { revision: 1, title: '', note: 'dibahas', outcome: null },
    removeMeetingItem: { revision: 1 },
    saveMeetingDecision: {
      revision: 0,
      item: '0198c0de-0000-7000-8000-000000000007',
      what: 'loket kedua dibuka',
      to: null,
      dueOn: null,
    },
    removeMeetingDecision: { revision: 1 },
    closeMeeting: { nextOn: null },
    freezeFigures: { grain: 'month', from: '2026-03-01' },
    saveLetterhead: { lines: ['PEMERINTAH KABUPATEN'], address: '' },
    checkSampled: { verdict: 'sesuai', note: null },
    removeEvidence: { reason: 'Berkas keliru' },
    readNotices: {},
    addSubscription: {
      report: 'laporan-kinerja',
      unit: OWN_UNIT,
      grain: 'month',
      which: 'ended',
      format: 'pdf',
      schedule: { rhythm: 'monthly', monthDay: 31, hour: 7 },
    },
    setMailAddress: { address: 'siapa@contoh.go.id' },
    confirmMailAddress: { code: '000000' },
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
    addPilot: {
      code: `percontohan-${number}`,
      unit: OWN_UNIT,
      name: 'Loket tanpa antre',
      goal: null,
      legalBasis: null,
      startsOn: '2026-01-05',
      endsOn: null,
      service: null,
    },
    changePilot: { name: 'Loket tanpa antre' },
    closePilot: { reason: 'programnya selesai' },
    addMilestone: {
      number: '1',
      title: 'Antrean daring berjalan',
      weight: 10,
      plannedStartOn: '2026-01-05',
      plannedFinishOn: '2026-03-31',
    },
    replanMilestone: {
      weight: 10,
      plannedStartOn: '2026-01-05',
      plannedFinishOn: '2026-05-31',
      reason: 'pengadaan mundur',
    },
    removeMilestone: { reason: 'digabung dengan tonggak lain' },
    reportMilestone: { on: '2026-03-16', doneShare: 0.5, note: null },
    signMilestone: {},
    addObstacle: {
      milestone: null,
      kind: 'jaringan',
      body: 'jaringan sering putus',
      owner: postId,
      help: null,
      sinceOn: '2026-03-01',
    },
    resolveObstacle: { on: '2026-03-16', resolution: 'jaringan sudah diganti' },
    addPilotDocument: {
      kind: 'sop',
      title: 'SOP antrean',
      number: null,
      validFrom: '2026-01-05',
      validTo: null,
    },
    addPilotVisit: {
      on: '2026-03-16',
      team: 'Bagian Organisasi',
      advice: 'pasang alur di loket',
      nextOn: null,
    },
    savePilotPoint: {
      name: 'Loket utama',
      network: 'baik',
      networkNote: null,
      facilities: { ram: true },
      checkedOn: '2026-03-16',
    },
    addPilotTraining: { point: null, on: '2026-03-16', topic: 'Melayani dengan antrean', participants: 5 },
    finishFollowUpPlan: { result: 'loket kedua sudah dibuka' },
    closeDisposition: {},
    suggestIdea: {
      unit: OWN_UNIT,
      title: `Loket antar dokumen ${number}`,
      problem: 'Warga kembali hanya untuk mengambil dokumen.',
      proposal: 'Dokumen yang sudah jadi dititipkan ke kantor desa.',
    },
    tryIdea: {
      question: 'Apakah warga tidak perlu datang lagi?',
      until: '2026-04-30',
      reason: 'layak dicoba',
    },
    applyIdea: { outcome: 'warga tidak perlu datang lagi', reason: 'hasil uji coba baik' },
    stopIdea: { outcome: 'kantor desa tidak punya lemari', reason: 'tidak ada tempat' },
    reopenIdea: { reason: 'lemari sudah ada' },
    addFinding: {
      number: `${number}/LHP`,
      source: 'bpk',
      title: 'Retribusi terlambat disetor',
      body: 'Retribusi disetor lebih dari satu hari kerja.',
      unit: OWN_UNIT,
      reportNumber: '12/LHP/2026',
      reportOn: '2026-03-02',
      receivedOn: '2026-03-05',
      amount: null,
      recommendations: [{ number: '1', body: 'Setorkan pada hari yang sama.', unit: OWN_UNIT }],
    },
    actOnRecommendation: { body: 'sudah disetor' },
    proposeStatus: { status: 'SS', reason: null, letterNumber: '700/1', letterOn: '2026-03-16' },
    verifyRecommendation: { status: 'SS', body: 'bukti setor lengkap' },
    decideStatus: {
      status: 'SS',
      reason: null,
      letterNumber: '700/2',
      letterOn: '2026-03-16',
      newDueOn: null,
    },
    blockRecommendation: { unit: null, reason: 'sudah ada jawaban' },
    sendBackDisposition: { reason: 'belum tuntas', dueOn: null },
    explainStaffFlag: { text: 'berkas menunggu jaringan SIAK' },
    reviewStaffFlag: { text: 'penjelasan pegawai dapat diterima' },
    decideStaffFlag: { verdict: 'dismissed', reason: 'penjelasan diterima', number: null, on: null },
    changeStaffRule: { enabled: true, settings: {}, legalBasis: null },
    tryStaffRule: { settings: {}, from: '2025-01-01', to: '2025-12-31' },
    addStaff: {
      code: `P-${number}`,
      name: 'Pegawai Baru',
      employment: 'pns',
      unit: OWN_UNIT,
      servicePoint: null,
      account: null,
      validFrom: '2026-01-01',
      validTo: null,
    },
    changeStaff: { name: 'Nama Baru' },
    addRemotePost: {
      unit: OWN_UNIT,
      servicePoint: null,
      legalBasis: 'Keputusan Bupati 12/2026',
      validFrom: '2026-01-01',
      validTo: null,
    },
    endRemotePost: { validTo: '2026-03-17' },
    addOutage: {
      system: 'SIAK',
      unit: null,
      service: null,
      from: '2026-03-16T08:00:00+08:00',
      to: '2026-03-16T12:00:00+08:00',
      note: null,
    },
    setTrial: { endsOn: '2026-06-01', reason: 'data belum lengkap' },
    recordConductFinding: {
      complaint: '0198c0de-0000-7000-8000-000000000004',
      staff: '0198c0de-0000-7000-8000-000000000005',
      upheld: true,
      decidedOn: '2026-03-16',
      letterNumber: '700/12/INSP',
      letterOn: '2026-03-16',
      note: null,
    },
    ...structureBodies(number),
    ...entryBodies(OWN_UNIT, number),
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
