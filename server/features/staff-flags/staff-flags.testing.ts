import type { FrozenEvidence } from '#domain/staff-flags/staff-rule';
import { newRecordId } from '../../platform/database/record-id.ts';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

export const STAFF_KABUPATEN = 'contoh-pegawai';
/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
export const STAFF_NOW = '2026-11-20T10:00:00+08:00';

/** A rule that is published nowhere: the daily look leaves its proposals alone. */
export const SPEC_RULE = 'aturan-uji';

const EVIDENCE: FrozenEvidence = {
  observations: [
    {
      measure: 'dueMetShare',
      observed: 0.975,
      threshold: 0.95,
      unit: 'share',
      n: 212,
      minimumN: 30,
      from: '2026-07-01',
      to: '2026-09-30',
      records: [],
    },
  ],
  fairness: [{ kind: 'outage', params: { cases: 3 } }],
  proposes: null,
};

/** A proposal to be put straight into the database. */
export interface GivenFlag {
  readonly staff: string;
  readonly unit: string;
  readonly kind?: 'reward' | 'sanction';
  readonly state?: string;
  readonly explainUntil?: string;
  readonly evidence?: FrozenEvidence;
  readonly periodTo?: string;
  readonly ruleId?: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A kabupaten with two kecamatan, their staff, and everyone who has to do with a proposal. */
export interface StaffProduct {
  readonly product: TestProduct;
  as(username: string): Promise<ApiCaller>;
  userId(username: string): Promise<string>;
  /** Adds a member of staff; answers the id. */
  addStaff(code: string, unit: string, username: string | null): Promise<string>;
  addFlag(given: GivenFlag): Promise<string>;
  stop(): Promise<void>;
}

export async function startStaffProduct(): Promise<StaffProduct> {
  const product = await startTestProduct({ now: STAFF_NOW });
  const kabupaten = STAFF_KABUPATEN;
  await product.addKabupaten(kabupaten, 'Asia/Makassar');
  await product.load(
    kabupaten,
    'units',
    ['a', 'b'].map((code) => ({
      code,
      name: `Kecamatan ${code.toUpperCase()}`,
      kind: 'kecamatan',
      parentCode: kabupaten,
      validFrom: null,
      validTo: null,
      predecessorCode: null,
    })),
  );
  for (const role of [
    'bupati',
    'sekda',
    'inspektorat',
    'diskominfo',
    'organisasi',
    'bkpsdm',
    'admin',
  ] as const)
    await product.addPerson(role, { role, kabupaten });
  await product.addPerson('admin-kedua', { role: 'admin', kabupaten });
  for (const unit of ['a', 'b']) {
    await product.addPerson(`camat.${unit}`, { role: 'camat', kabupaten, unit });
    await product.addPerson(`petugas.${unit}`, { role: 'petugas', kabupaten, unit });
  }
  const callers = new Map<string, ApiCaller>();
  const userId = async (username: string): Promise<string> => {
    const row: { id: string } | undefined = await product.database
      .owner('users')
      .where({ username })
      .first('id');
    return row?.id ?? '';
  };
  return {
    product,
    userId,
    as: async (username) => {
      const known = callers.get(username) ?? (await product.signIn(username));
      callers.set(username, known);
      return known;
    },
    addStaff: async (code, unit, username) => {
      const id = newRecordId();
      await product.database.owner('staff_members').insert({
        kabupaten_code: kabupaten,
        id,
        code,
        name: `Pegawai ${code}`,
        nip: '198501012010011234',
        employment: 'pns',
        unit_code: unit,
        user_id: username === null ? null : await userId(username),
      });
      return id;
    },
    addFlag: async (given) => {
      const id = newRecordId();
      await product.database.owner('staff_flags').insert({
        kabupaten_code: kabupaten,
        id,
        staff_id: given.staff,
        unit_code: given.unit,
        rule_id: given.ruleId ?? SPEC_RULE,
        kind: given.kind ?? 'sanction',
        period_from: '2026-04-01',
        period_to: given.periodTo ?? '2026-09-30',
        evidence: JSON.stringify(given.evidence ?? EVIDENCE),
        settings: JSON.stringify({}),
        data_version: 1,
        state: given.state ?? 'proposed',
        raised_at: '2026-11-16T00:00:00Z',
        explain_until: given.explainUntil ?? '2026-11-23',
        expires_on: '2027-11-16',
        ...given.more,
      });
      return id;
    },
    stop: () => product.stop(),
  };
}
