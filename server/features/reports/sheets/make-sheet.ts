import type { Sample } from '#contract/oversight/samples';
import type { Letterhead, ReportDocument } from '#contract/reports/report-document';
import { officeName } from '#domain/letterheads/letterhead-lines';
import { isTenantScope } from '#domain/scope';
import { worksheetSheet } from '../../../../reports/definitions/kertas-kerja-uji-petik/worksheet.ts';
import { musterSheet } from '../../../../reports/definitions/lembar-apel/muster-sheet.ts';
import { innovationSheet } from '../../../../reports/definitions/lembar-inovasi/innovation-sheet.ts';
import { VISIT_NUMBERS, visitSheet } from '../../../../reports/definitions/lembar-kunjungan/visit-sheet.ts';
import type { SheetFrame } from '../../../../reports/sheets/sheet-frame.ts';
import { may } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import { readDataVersion } from '../../../platform/database/data-version.queries.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { letterheadOf } from '../letterheads/letterhead-of.ts';
import type { SheetAsker, SheetSelection, SheetSources } from './sheet-sources.ts';

/** What sheets are made with. */
export interface SheetDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly sources: SheetSources;
  /** Origin at which people open PANDU; null where it is not set: then no paper has an address. */
  readonly publicUrl: string | null;
}

/** Where nobody's kabupaten says otherwise. */
const ZONE = 'Asia/Jakarta';

/** Lembar apel pagi of a unit, of the top of the scope where none is asked for. */
export function musterDocument(
  deps: SheetDeps,
  asker: SheetAsker,
  unit: string | undefined,
): Promise<ReportDocument> {
  const { person } = asker;
  return readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
    const today = await deps.sources.today(transaction, person, unit);
    const attention = await deps.sources.attention(transaction, asker, unit);
    const received =
      person.post !== null && may(person, 'dispositions:own')
        ? await deps.sources.dispositions(transaction, person, { box: 'received' })
        : [];
    const path = `/beranda/apel${unit === undefined ? '' : `?unit=${encodeURIComponent(unit)}`}`;
    return musterSheet(await frameOf(transaction, deps, asker, today.unit, path), {
      today,
      attention,
      received,
    });
  });
}

/** Lembar kunjungan kerja of a unit; numbers of files stand on it for those who may see the files. */
export async function visitDocument(
  deps: SheetDeps,
  asker: SheetAsker,
  selection: SheetSelection,
): Promise<ReportDocument> {
  const { person } = asker;
  const scope = tenantScopeOf(person);
  const { unit, from, to } = selection;
  return readInScope(deps.database, scope, async (transaction) => {
    const { sources } = deps;
    const summary = await sources.summary(transaction, asker, selection);
    const series = [];
    for (const { measure, field } of VISIT_NUMBERS)
      series.push(await sources.series(transaction, asker, selection, measure, field));
    const days = new URLSearchParams({
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }).toString();
    const path = `/unit/${encodeURIComponent(unit)}/kunjungan${days === '' ? '' : `?${days}`}`;
    return visitSheet(await frameOf(transaction, deps, asker, unit, path), {
      summary,
      series,
      attention: await sources.attention(transaction, asker, unit),
      today: may(person, 'cases:read') ? await sources.today(transaction, person, unit) : null,
      dispositions:
        person.post !== null && may(person, 'dispositions:own')
          ? await sources.dispositions(transaction, person, { unit })
          : [],
      responsible:
        person.post !== null && may(person, 'dispositions:give')
          ? await sources.responsible(person, unit)
          : [],
      day: deps.clock(scope.timeZone).today,
    });
  });
}

/** Lembar inovasi of an entry as this person may read it. */
export async function innovationDocument(
  deps: SheetDeps,
  asker: SheetAsker,
  key: string,
): Promise<ReportDocument> {
  const { person, language } = asker;
  const entry = await deps.sources.entry(asker, key);
  const { kabupaten, unit } = entry.home;
  const isOwn = entry.home.own && isTenantScope(person.scope);
  const zone = person.kabupaten?.timeZone ?? ZONE;
  const frame: SheetFrame = {
    // Nobody prints under the letterhead of another government: the home is named, and no crest stands beside it.
    letterhead: isOwn
      ? await readInScope(deps.database, tenantScopeOf(person), (transaction) =>
          letterheadOf(transaction, unit.code ?? kabupaten.code),
        )
      : homeLines(kabupaten.name, unit.name),
    language,
    // What public sources report is not invented, for whoever asks.
    demo: entry.invented,
    madeAt: deps.clock(zone).now,
    timeZone: zone,
    // The entry has versions of its own, which stand at the foot.
    dataVersion: entry.version,
    asOf: null,
    link: linkTo(deps.publicUrl, `/inovasi/${encodeURIComponent(entry.slug)}`),
  };
  return innovationSheet(frame, entry);
}

/** Kertas kerja of a sample, and the sample itself. */
export async function worksheetDocument(
  deps: SheetDeps,
  asker: SheetAsker,
  id: string,
): Promise<{ readonly document: ReportDocument; readonly sample: Sample }> {
  const { sample, records } = await deps.sources.sample(asker, id);
  const scope = tenantScopeOf(asker.person);
  return readInScope(deps.database, scope, async (transaction) => {
    // The paper is the inspectorate's, whatever unit the records are from.
    const own = asker.person.post?.unitCode ?? scope.rootUnit;
    const frame = await frameOf(transaction, deps, asker, own, `/pengawasan/uji-petik/${sample.id}`);
    return { document: worksheetSheet(frame, { sample, records }), sample };
  });
}

async function frameOf(
  transaction: ReadTransaction,
  deps: SheetDeps,
  { person, language }: SheetAsker,
  unit: string,
  path: string,
): Promise<SheetFrame> {
  const { timeZone } = tenantScopeOf(person);
  const { version, committedAt } = await readDataVersion(transaction);
  return {
    letterhead: await letterheadOf(transaction, unit),
    language,
    demo: person.kabupaten?.demo === true,
    madeAt: deps.clock(timeZone).now,
    timeZone,
    dataVersion: version,
    asOf: committedAt,
    link: linkTo(deps.publicUrl, path),
  };
}

function homeLines(kabupaten: string, unit: string): Letterhead {
  const top = officeName({ name: kabupaten, kind: 'kabupaten' });
  const lines = unit === '' || unit === top || unit === kabupaten ? [top] : [top, unit];
  return { lines, address: '', crest: null };
}

function linkTo(publicUrl: string | null, path: string): string | null {
  return publicUrl === null ? null : new URL(path, publicUrl).href;
}
