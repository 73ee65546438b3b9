import { addDays } from '#domain/period/civil-date';

/** Input for the screens of the structure; codes are taken once each. */
export function structureBodies(call: number): Readonly<Record<string, unknown>> {
  const unit = {
    name: 'UPT Pelayanan',
    kind: 'service-point',
    parentCode: '64.02.01',
    calendarCode: 'default',
  };
  const validity = { validFrom: '2026-01-01', validTo: null, predecessorCode: null };
  const calendar = { name: 'Kalender UPT', openingHours: [], closures: [], nationalHolidays: true };
  const standard = {
    promise: { unit: 'working-days', amount: 3 },
    fee: 0,
    legalBasis: null,
    components: {},
    consultation: null,
  };
  const version = 'dibaca-dahulu';
  const target = {
    unit: '*',
    unitKind: '*',
    service: '*',
    measure: 'turnaround',
    field: 'dueMetShare',
    validFrom: `${1990 + (call % 100)}-01-${String(1 + (call % 28)).padStart(2, '0')}`,
    validTo: null,
    atLeast: 0.9,
    atMost: null,
    legalBasis: null,
  };
  return {
    addUnit: { code: `upt-${call}`, ...unit, ...validity },
    changeUnit: { version, ...unit, ...validity },
    succeedUnit: { version, from: '2026-04-01', code: `upt-${call}`, ...unit },
    addService: { code: `layanan-${call}`, name: 'Layanan baru' },
    renameService: { version, name: 'Layanan baru' },
    saveStandard: { version, ...standard },
    addCalendar: { code: `kalender-${call}`, ...calendar },
    changeCalendar: { version, reason: 'jam buka baru', ...calendar },
    addSessions: {
      unit: '64.02.07',
      service: null,
      from: addDays('2026-03-22', call),
      to: null,
      opens: 32400,
      closes: 39600,
      note: null,
    },
    removeSessions: { ids: ['0198c0de-0000-7000-8000-000000000009'] },
    addTarget: target,
    changeTarget: { version, ...target },
  };
}
