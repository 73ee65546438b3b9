/** Bodies of the calls about an entry that are right as far as they can be. */
export function entryBodies(unit: string, number: number): Readonly<Record<string, unknown>> {
  return {
    createInnovation: { name: `Loket tanpa bolak-balik ${number}`, unit },
    saveInnovation: { values: { goal: 'Warga cukup datang sekali.' }, readAt: { goal: 1 } },
    submitInnovation: { revision: 1 },
    publishInnovation: { revision: 1 },
    returnInnovation: { reason: 'sebutkan sumber angkanya' },
    archiveInnovation: { archived: true, reason: 'digabung dengan inovasi lain' },
    shareInnovation: { audience: 'forcasi', fields: ['problem'], figures: false },
    claimInnovation: { unit, running: true },
    lockInnovationProof: {
      measure: 'turnaround',
      field: 'sameVisitShare',
      service: null,
      startedOn: '2026-01-15',
      before: { from: '2025-07-01', to: '2025-12-31' },
      peers: false,
    },
    adoptInnovation: { innovation: 'tidak-ada', unit, startsOn: '2026-03-17' },
    changeAdoption: { readAt: '2026-03-17T02:00:00.000Z', mentor: 'Seksi Pelayanan' },
    startAdoption: { on: '2026-03-16' },
    endAdoption: {
      how: 'stopped',
      on: '2026-03-16',
      outcome: 'belum-tahu',
      result: 'Dihentikan karena jaringan desa belum stabil.',
      hardest: 'jaringan di desa',
    },
    tellAdoption: { told: true },
    writeAdoptionEntry: { name: `Loket yang diadopsi ${number}` },
    stopInnovation: {
      on: '2026-03-16',
      lesson: 'Tanpa jaringan yang stabil, berkas tetap harus dibawa ke kecamatan.',
    },
    writePost: { body: 'Berapa operator desa yang dibutuhkan?' },
    endorseInnovation: { reason: 'Kami mencobanya enam bulan dan warga tidak kembali lagi.' },
    reportPost: { reason: 'memuat data pribadi warga' },
    moderatePost: { decision: 'kept', reason: 'tidak melanggar aturan' },
    setFollow: { kind: 'topic', key: 'antrean', follow: true },
  };
}
