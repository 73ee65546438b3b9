import { once } from 'node:events';
import type { IRouter, Response } from 'express';
import { exportAudit, listAudit, type AuditEntry } from '#contract/audit';
import type { Language } from '#contract/messages';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { recordExport } from '../../../platform/audit/record-export.ts';
import { verifyChain } from '../../../platform/audit/verify-chain.repository.ts';
import type { Person } from '../../../platform/auth/person.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { csvLine } from '../../../platform/files/csv-cells.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import { actionLabel, actionsSaying } from './audit-actions.ts';
import { readTrail, type AuditFilter, type AuditRow, type AuditTrail } from './audit-entries.queries.ts';
import { toAuditEntry, type PersonalSight } from './audit-entries.ts';
import { readAuditNames } from './audit-names.queries.ts';
import { showInstant } from './audit-values.ts';
import { isRecordId } from '../../../platform/database/record-id.ts';

export interface AuditRouteDeps {
  readonly database: Database;
  readonly audit: AuditLog;
}

const PAGE = 50;
const EXPORT_PAGE = 1_000;
/** Links that are checked while a page is read; `npm run db -- verify-audit` checks them all. */
const CHECKED_LINKS = 1_000;
const MOST_WORDS = 8;
/** The zone of the installation's own chain. */
const PLATFORM_ZONE = 'Asia/Jakarta';

/** Whose trail a person reads, and how. */
interface Reader {
  /** Null: the chain of the installation. */
  readonly kabupatenCode: string | null;
  readonly zone: string;
  readonly language: Language;
  readonly sight: PersonalSight;
}

/** The audit trail of the own kabupaten, or of the installation for its administrators, in words. */
export function auditRoutes(router: IRouter, deps: AuditRouteDeps): void {
  bindRoute(router, listAudit, async ({ query, person, language }) => {
    const reader = readerOf(person, language);
    const filter = filterOf(query, reader);
    const limit = query.limit ?? PAGE;
    const before = cursorOf(query.cursor);
    const answer = await readTrail(deps.database, reader.kabupatenCode, async (trail) => {
      const rows = await trail.page(filter, before, limit + 1);
      const page = rows.slice(0, limit);
      return {
        items: await inWords(deps.audit, trail, reader, page),
        nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
        total: await trail.count(filter),
        actions: (await trail.actions())
          .map((action) => ({ action, label: actionLabel(action, language) }))
          .toSorted((a, b) => a.label.localeCompare(b.label, 'id')),
      };
    });
    const { entries, fault } = await verifyChain(deps.database, reader.kabupatenCode, CHECKED_LINKS);
    return {
      ...answer,
      chain: { entries, whole: fault === null, brokenAt: fault?.sequence ?? null },
    };
  });

  bindRoute(router, exportAudit, async ({ query, person, language, request, response }) => {
    const reader = readerOf(person, language);
    const filter = filterOf(query, reader);
    await recordExport(
      deps.database,
      deps.audit,
      { person, address: addressOf(request) },
      {
        action: 'export-audit',
        subject: 'audit',
        details: {
          from: filter.from,
          to: filter.to,
          filter: filter.action === null ? null : actionLabel(filter.action, 'id'),
        },
        // What was searched for may be a person's name.
        ...(query.search ? { personal: { search: query.search } } : {}),
      },
    );
    response.set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="riwayat.csv"',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    try {
      await writeTrail(response, deps, reader, filter);
    } catch (error) {
      // Half a trail must not look like a whole one: the receiver sees the connection break off.
      response.destroy();
      throw error;
    }
    return undefined;
  });
}

/** @throws ProblemException 403 for those who belong to no kabupaten and do not administer the installation */
function readerOf({ scope, role }: Person, language: Language): Reader {
  const inspector = role === 'inspektorat';
  if (scope.kind === 'kabupaten')
    return {
      kabupatenCode: scope.kabupatenCode,
      zone: scope.timeZone,
      language,
      sight: { addresses: inspector, strangers: inspector, reasons: inspector, fileNames: inspector },
    };
  if (scope.kind !== 'platform') throw new ProblemException(403, 'forbidden');
  return {
    kabupatenCode: null,
    zone: PLATFORM_ZONE,
    language,
    sight: { addresses: false, strangers: true, reasons: false, fileNames: false },
  };
}

function filterOf(
  query: {
    readonly search?: string | undefined;
    readonly action?: string | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  },
  { zone }: Reader,
): AuditFilter {
  const words = (query.search ?? '').split(/[\s“”"]+/).filter((word) => word !== '');
  return {
    action: query.action ?? null,
    from: query.from ?? null,
    to: query.to ?? null,
    zone,
    words: [...new Set(words)].slice(0, MOST_WORDS).map((text) => ({ text, actions: actionsSaying(text) })),
  };
}

/** @throws ProblemException 400 for a cursor that is none of ours */
function cursorOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  if (!isRecordId(cursor)) throw new ProblemException(400, 'cursor-invalid');
  return cursor;
}

async function inWords(
  audit: AuditLog,
  trail: AuditTrail,
  { sight, language, zone }: Reader,
  rows: readonly AuditRow[],
): Promise<AuditEntry[]> {
  const names = await readAuditNames(trail, rows);
  const personal = await audit.openPersonal(
    trail.transaction,
    rows.map((row) => row.personal),
  );
  return rows.map((row, index) =>
    toAuditEntry(row, personal[index] ?? { actor: null, subject: null }, sight, { language, zone, names }),
  );
}

/** Writes page after page, waiting for the receiver: memory does not grow with the trail. */
async function writeTrail(
  response: Response,
  deps: AuditRouteDeps,
  reader: Reader,
  filter: AuditFilter,
): Promise<void> {
  const english = reader.language === 'en';
  const header = english
    ? [
        'Number',
        'Time',
        'Name',
        'Username',
        'Post',
        'Address',
        'Action',
        'What was done',
        'Changes',
        'Object',
      ]
    : [
        'Nomor',
        'Waktu',
        'Nama',
        'Nama pengguna',
        'Jabatan',
        'Alamat',
        'Tindakan',
        'Yang dilakukan',
        'Perubahan',
        'Objek',
      ];
  response.write(`\ufeff${csvLine(header, ';')}`);
  let before: string | null = null;
  do {
    const page: AuditEntry[] = await readTrail(deps.database, reader.kabupatenCode, async (trail) =>
      inWords(deps.audit, trail, reader, await trail.page(filter, before, EXPORT_PAGE)),
    );
    const text = page.map((entry) => csvLine(cellsOf(entry, reader), ';')).join('');
    if (!response.write(text)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    before = page.length === EXPORT_PAGE ? (page.at(-1)?.id ?? null) : null;
  } while (before !== null && !response.destroyed);
  response.end();
}

function cellsOf(entry: AuditEntry, { language, zone }: Reader): string[] {
  return [
    entry.sequence === null ? '' : String(entry.sequence),
    showInstant(entry.at, { language, zone }),
    entry.name ?? '',
    entry.username ?? '',
    entry.post ?? '',
    entry.address ?? '',
    actionLabel(entry.action, language),
    entry.sentence,
    entry.changes
      .map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`)
      .join('; '),
    entry.subject,
  ];
}
