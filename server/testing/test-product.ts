import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Router } from 'express';
import type { Logger } from 'pino';
import { createTestDatabase, type TestDatabase } from '../../db/embedded/test-database.ts';
import { STARTER_SET } from '../../db/seeds/reference/starter-set.ts';
import { needsSecondFactor, type Role } from '#domain/permissions';
import { LOADERS, ROLLUP_FAMILIES } from '../commands/loaders.ts';
import { compose } from '../compose.ts';
import { loadRecords, type RecordFields } from '../features/imports/loading/load-records.repository.ts';
import type { AuditLog } from '../platform/audit/audit-log.repository.ts';
import { installationSecret } from '../platform/audit/installation-secret.ts';
import { Sealer } from '../platform/audit/sealer.ts';
import type { SessionLimits } from '../platform/auth/session.ts';
import { hashPassword } from '../platform/auth/sign-in.ts';
import type { SingleSignOnSettings } from '../platform/auth/single-sign-on-settings.ts';
import { totpCode } from '../platform/auth/totp.ts';
import { clockAt } from '../platform/clock.ts';
import type { LoadCounts } from '../platform/database/dataset-loader.ts';
import type { Database } from '../platform/database/pool.ts';
import type { RateLimits } from '../platform/http/rate-limits.ts';
import type { MailSettings } from '../platform/mail/mail-settings.ts';
import type { TrustedProxies } from '../platform/http/request-address.ts';
import { createWebServer } from '../platform/http/web-server.ts';
import { createKabupaten } from '../platform/kabupaten/create-kabupaten.repository.ts';
import { addUser } from '../platform/kabupaten/user-accounts.repository.ts';
import { ApiCaller, problemOf } from './api-caller.ts';

/** The password of everyone who is added to a test product. */
export const TEST_PASSWORD = 'sandi-uji-2026';
/** The secret of the second factor of everyone who needs one: base32. */
export const TEST_TOTP_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

const TEMPORARY = join(import.meta.dirname, '..', '..', '.tmp');

let passwordHash: Promise<string> | null = null;

export interface TestGrant {
  readonly role: Role;
  readonly kabupaten?: string;
  readonly unit?: string;
}

/** The whole product on a port of its own, with a database of its own and a clock that stands still. */
export interface TestProduct {
  readonly database: TestDatabase;
  readonly audit: AuditLog;
  readonly address: string;
  /** Folder of uploads; removed with the product. */
  readonly dataDir: string;
  /** Moves the product's clock to an ISO instant. */
  setNow(instant: string): void;
  addKabupaten(code: string, timeZone: string): Promise<void>;
  /**
   * Adds a person with {@link TEST_PASSWORD} and the roles, the first of them active after sign-in; for roles that
   * need a second factor with {@link TEST_TOTP_SECRET}.
   */
  addPerson(username: string, ...grants: readonly TestGrant[]): Promise<void>;
  /** A caller who is signed in, with a second factor where the person has one. */
  signIn(username: string): Promise<ApiCaller>;
  /** A caller who is not. */
  stranger(): ApiCaller;
  /** Loads records in the contract's field names, by the road of an import. */
  load(kabupaten: string, dataset: string, records: Iterable<RecordFields>): Promise<LoadCounts>;
  stop(): Promise<void>;
}

export interface TestProductOptions {
  /** ISO instant the clock stands at. */
  readonly now: string;
  readonly demo?: boolean;
  readonly clientDir?: string;
  /** Answers kept in memory; none unless asked for, so that every figure is computed. */
  readonly answerCacheSize?: number;
  readonly publicUrl?: string;
  readonly trustProxy?: TrustedProxies;
  /** Calls a minute; unlimited unless given, because specs hurry. */
  readonly rateLimits?: RateLimits;
  readonly singleSignOn?: SingleSignOnSettings;
  /** Nothing is mailed when left out. */
  readonly mail?: MailSettings;
  /** Jobs that failed are tried again after the pauses of the product; a second unless given, because specs hurry. */
  readonly truePauses?: boolean;
  /** False: the rounds that look at every kabupaten do not run by themselves. */
  readonly rounds?: boolean;
  /** False: background jobs are left to other processes, which a spec may kill. */
  readonly takesJobs?: boolean;
  readonly sessionLimits?: SessionLimits;
  readonly heartbeatMs?: number;
  readonly log?: Logger;
  /** Further routes behind sign-in: a feature with parts of the spec's own. */
  readonly extraRoutes?: (router: Router, database: Database) => void;
}

/** Starts a product. One per spec file: a database costs a fifth of a second. */
export async function startTestProduct(options: TestProductOptions): Promise<TestProduct> {
  const database = await createTestDatabase();
  await mkdir(TEMPORARY, { recursive: true });
  const dataDir = await mkdtemp(join(TEMPORARY, 'product-'));
  let now = new Date(options.now);
  const product = await compose({
    url: database.url,
    dataDir,
    clientDir: options.clientDir ?? null,
    sessionSecret: 'rahasia-uji',
    demo: options.demo ?? false,
    clock: (zone) => clockAt(now, zone),
    answerCacheSize: options.answerCacheSize ?? 0,
    publicUrl: options.publicUrl ?? null,
    trustProxy: options.trustProxy ?? null,
    rateLimits: options.rateLimits ?? null,
    singleSignOn: options.singleSignOn ?? null,
    mail: options.mail ?? null,
    deliveryRoundMs: 200,
    // Specs wait for jobs: they look more often than the product.
    jobs: {
      pollSeconds: options.truePauses === true ? 0.5 : 1,
      superviseSeconds: 1,
      heartbeatSeconds: 10,
      takes: options.takesJobs ?? true,
      ...(options.truePauses === true ? {} : { pauseSeconds: 1 }),
    },
    rounds: options.rounds ?? true,
    ...(options.sessionLimits ? { sessionLimits: options.sessionLimits } : {}),
    ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
    ...(options.log ? { log: options.log } : {}),
    ...(options.extraRoutes ? { extraRoutes: options.extraRoutes } : {}),
  });
  await product.start();
  const server = createWebServer(product.app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    database,
    audit: product.audit,
    address,
    dataDir,
    setNow: (instant) => (now = new Date(instant)),
    addKabupaten: async (code, timeZone) => {
      await createKabupaten(
        database.application,
        { code, name: `Kabupaten ${code}`, timeZone, demo: false },
        STARTER_SET,
      );
    },
    addPerson: async (username, ...grants) =>
      addPerson(database, await installationSecret(dataDir), username, grants),
    signIn: async (username) => {
      const caller = new ApiCaller(address);
      let answer = await caller.post('/session', { username, password: TEST_PASSWORD });
      if (answer.status === 401 && problemOf(answer).code === 'second-factor-required') {
        // The clock stands still: without this the second sign-in would bring a code that was used.
        await database.owner('users').where({ username }).update({ totp_last_step: null });
        const code = totpCode(TEST_TOTP_SECRET, now.getTime());
        answer = await caller.post('/session', { username, password: TEST_PASSWORD, code });
      }
      if (answer.status !== 200) throw new Error(`sign-in of ${username}: ${answer.text}`);
      return caller;
    },
    stranger: () => new ApiCaller(address),
    load: (kabupatenCode, dataset, records) =>
      loadRecords(
        database.application,
        {
          kabupatenCode,
          dataset,
          actor: 'uji',
          audit: product.audit,
          loaders: LOADERS,
          families: ROLLUP_FAMILIES,
        },
        records,
      ),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await product.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function addPerson(
  database: TestDatabase,
  secret: string,
  username: string,
  grants: readonly TestGrant[],
): Promise<void> {
  passwordHash ??= hashPassword(TEST_PASSWORD);
  await addUser(database.application, {
    username,
    name: `Ibu ${username}`,
    passwordHash: await passwordHash,
    demo: false,
    grants: grants.map(({ role, kabupaten, unit }, index) => ({
      role,
      kabupatenCode: kabupaten ?? null,
      unitCode: unit ?? null,
      title: `Jabatan ${username}`,
      // Grants are in force in the order given.
      validFrom: `2020-01-${String(index + 1).padStart(2, '0')}`,
    })),
  });
  if (!grants.some(({ role }) => needsSecondFactor(role))) return;
  await database
    .owner('users')
    .where({ username })
    .update({
      totp_secret: Sealer.fromSecret(secret, 'totp').seal(TEST_TOTP_SECRET),
      totp_confirmed_at: database.owner.fn.now(),
    });
}
