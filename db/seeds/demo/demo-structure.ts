/** Kabupaten and units of the demo. */
import type { Knex } from 'knex';
import { writeInScope } from '../../../server/platform/database/scoped.ts';
import { rebuildUnitSpans } from '../../../server/platform/database/unit-spans.repository.ts';
import { ROUND_THE_CLOCK } from '../../../server/platform/kabupaten/calendar-days.repository.ts';
import { createKabupaten } from '../../../server/platform/kabupaten/create-kabupaten.repository.ts';
import { PILOT_SKPD } from '../reference/data/pilot-skpd.ts';
import { SETDA, SETDA_BAGIAN } from '../reference/data/setda-bagian.ts';
import { STARTER_SET } from '../reference/starter-set.ts';
import type { DemoKabupaten } from './demo-kabupaten.ts';
import { CONFIRMED_SERVICE } from './indication-story.ts';

interface OfficeUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: 'skpd' | 'bagian';
  readonly parentCode: string;
  readonly calendarCode: string;
}

/**
 * Creates a kabupaten of the demo where it is missing, and its offices.
 *
 * @returns false when the code belongs to a real kabupaten, which is then left alone
 */
export async function seedDemoStructure(application: Knex, kabupaten: DemoKabupaten): Promise<boolean> {
  const { code, name, timeZone } = kabupaten;
  const present = (await application('kabupaten').select('demo').where({ code })) as { demo: boolean }[];
  if (present[0]?.demo === false) return false;
  if (present.length === 0) {
    await createKabupaten(application, { code, name, timeZone, demo: true }, STARTER_SET);
    await confirmStandard(application, code);
  }
  await addOffices(application, kabupaten);
  return true;
}

/** Only a confirmed standard says that a fee is too high; of the others nobody knows yet whether they hold here. */
async function confirmStandard(application: Knex, kabupatenCode: string): Promise<void> {
  await writeInScope(application, { kabupatenCode }, async (transaction) => {
    const changed = await transaction('service_standards')
      .where({ kabupaten_code: kabupatenCode, service_code: CONFIRMED_SERVICE, confirmed: false })
      .update({ confirmed: true });
    return { result: undefined, changed: changed > 0 };
  });
}

/** Parents before children. */
function officesOf(kabupaten: DemoKabupaten): OfficeUnit[] {
  const reporting = new Set(kabupaten.units.map(({ code }) => code));
  const skpd = PILOT_SKPD.filter(({ code }) => reporting.has(code)).map((unit): OfficeUnit => ({
    code: unit.code,
    name: unit.name,
    kind: 'skpd',
    parentCode: kabupaten.code,
    calendarCode: kabupaten.units.some(({ code, roundTheClock }) => code === unit.code && roundTheClock)
      ? ROUND_THE_CLOCK
      : 'default',
  }));
  const bagian = SETDA_BAGIAN.filter(({ code }) => reporting.has(code)).map((unit): OfficeUnit => ({
    code: unit.code,
    name: unit.name,
    kind: 'bagian',
    parentCode: SETDA.code,
    calendarCode: 'default',
  }));
  const setda: OfficeUnit = { ...SETDA, kind: 'skpd', parentCode: kabupaten.code, calendarCode: 'default' };
  return [...skpd, ...(bagian.length > 0 ? [setda, ...bagian] : [])];
}

/** Offices come after the kecamatan in every list. */
const FIRST_POSITION = 100;

async function addOffices(application: Knex, kabupaten: DemoKabupaten): Promise<void> {
  const kabupatenCode = kabupaten.code;
  const offices = officesOf(kabupaten);
  if (offices.length === 0) return;
  await writeInScope(application, { kabupatenCode }, async (transaction) => {
    const present = new Set<string>(
      await transaction('units').where({ kabupaten_code: kabupatenCode }).pluck('code'),
    );
    const missing = offices.filter(({ code }) => !present.has(code));
    if (missing.length === 0) return { result: undefined, changed: false };
    await transaction('units').insert(
      missing.map((unit) => ({
        kabupaten_code: kabupatenCode,
        code: unit.code,
        name: unit.name,
        kind: unit.kind,
        parent_code: unit.parentCode,
        calendar_code: unit.calendarCode,
        position: FIRST_POSITION + offices.indexOf(unit),
        demo: true,
      })),
    );
    await rebuildUnitSpans(transaction, kabupatenCode);
    return { result: undefined, changed: true, structureChanged: true };
  });
}
