import { Writable } from 'node:stream';
import type { IRouter, Request } from 'express';
import {
  CREST_KILOBYTES,
  listLetterheads,
  readLetterhead,
  removeCrest,
  resetLetterhead,
  saveCrest,
  saveLetterhead,
  type KeptLetterhead,
} from '#contract/reports/letterheads';
import type { RouteDescriptor } from '#contract/route';
import type { UnitRecord, UnitTree } from '#domain/unit-tree';
import { actorOf } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import type { Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { receiveFile } from '../../../platform/http/receive-file.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import { crestFileOf } from './crest-file.ts';
import { requireDrawable } from './crest-trial.ts';
import { letterheadFrom } from './letterhead-of.ts';
import { listSetLetterheads, readLetterheads } from './letterheads.queries.ts';
import { type LetterheadDesk, removeLetterhead, saveCrestOf, saveLines } from './letterheads.repository.ts';

export interface LetterheadDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
}

/** What is received before it is cleaned: drawings lose much of what programs write into them. */
const RECEIVED_MEGABYTES = 1;

/** Kop surat: lines, address and crest of the kabupaten and of units that have their own. */
export function letterheadRoutes(router: IRouter, deps: LetterheadDeps): void {
  bindRoute(router, listLetterheads, ({ person }) =>
    readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const set = await listSetLetterheads(transaction);
      return {
        items: set.map(({ unit_code, post_title, updated_at }) => ({
          unit: named(units.find(unit_code), unit_code),
          by: post_title,
          at: updated_at.toISOString(),
        })),
      };
    }),
  );

  bindRoute(router, readLetterhead, ({ params, person }) => answerOf(deps, person, params.code));

  bindRoute(router, saveLetterhead, async (call) => {
    const { params, body, person } = call;
    await requireUnit(deps, person, params.code);
    await saveLines(deskOf(deps, call), params.code, body);
    return answerOf(deps, person, params.code);
  });

  bindRoute(router, saveCrest, async (call) => {
    const { params, person, request } = call;
    // Before the file is received.
    await requireUnit(deps, person, params.code);
    const crest = await crestFileOf(await received(request));
    await requireDrawable(crest);
    await saveCrestOf(deskOf(deps, call), params.code, crest);
    return answerOf(deps, person, params.code);
  });

  bindRoute(router, removeCrest, async (call) => {
    const { params, person } = call;
    await requireUnit(deps, person, params.code);
    await saveCrestOf(deskOf(deps, call), params.code, null);
    return answerOf(deps, person, params.code);
  });

  bindRoute(router, resetLetterhead, async (call) => {
    const { params, person } = call;
    await requireUnit(deps, person, params.code);
    await removeLetterhead(deskOf(deps, call), params.code);
    return answerOf(deps, person, params.code);
  });
}

/** The file of a request in memory: it is small, and must be judged before any of it is kept. */
async function received(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await receiveFile(
    request,
    { megabytes: RECEIVED_MEGABYTES, tooLarge: 'crest-file-too-large' },
    () =>
      new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          chunks.push(chunk);
          done();
        },
      }),
  );
  const content = Buffer.concat(chunks);
  // Pictures lose next to nothing by being cleaned.
  if (content.length > CREST_KILOBYTES * 1024 && !/^\s*</.test(content.subarray(0, 64).toString('latin1')))
    throw new ProblemException(413, 'crest-too-large', { limit: CREST_KILOBYTES });
  return content;
}

function answerOf(deps: LetterheadDeps, person: Person, code: string): Promise<KeptLetterhead> {
  const scope = tenantScopeOf(person);
  return readInScope(deps.database, scope, async (transaction): Promise<KeptLetterhead> => {
    const { units } = (await readStructure(transaction)).structure;
    const unit = unitOf(units, scope.rootUnit, code);
    const codes = [code, ...units.ancestorsOf(code).map((above) => above.code)];
    const records = await readLetterheads(transaction, codes);
    const own = records.find(({ unit_code }) => unit_code === code);
    return {
      unit: named(unit, code),
      letterhead: letterheadFrom(records, units, code),
      lines: [...(own?.lines ?? [])],
      address: own?.address ?? '',
      crest:
        own === undefined || own.crest === null || own.crest_type === null
          ? null
          : {
              type: own.crest_type,
              width: own.crest_width ?? 0,
              height: own.crest_height ?? 0,
              bytes: own.crest.length,
            },
      set: own === undefined ? null : { by: own.post_title, at: own.updated_at.toISOString() },
    };
  });
}

async function requireUnit(deps: LetterheadDeps, person: Person, code: string): Promise<void> {
  const scope = tenantScopeOf(person);
  await readInScope(deps.database, scope, async (transaction) =>
    unitOf((await readStructure(transaction)).structure.units, scope.rootUnit, code),
  );
}

/** A unit of the own scope. @throws ProblemException 404 for any other, as if it were not there */
function unitOf(units: UnitTree, root: string, code: string): UnitRecord {
  const unit = units.isWithin(code, root) ? units.find(code) : null;
  if (unit === null) throw new ProblemException(404, 'unit-not-found', { unit: code });
  return unit;
}

function named(unit: UnitRecord | null, code: string): KeptLetterhead['unit'] {
  return { code, name: unit?.name ?? code, kind: unit?.kind ?? '' };
}

function deskOf(deps: LetterheadDeps, { person, request }: RouteCall<RouteDescriptor>): LetterheadDesk {
  const { kabupatenCode, timeZone } = tenantScopeOf(person);
  return {
    database: deps.database,
    audit: deps.audit,
    actor: actorOf(person, addressOf(request)),
    kabupatenCode,
    postTitle: person.post?.title ?? person.name,
    now: deps.clock(timeZone).now,
  };
}
