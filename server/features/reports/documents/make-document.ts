import type { ReportDocument } from '#contract/reports/report-document';
import { briefDocument } from '../../../../reports/definitions/ringkasan-wa/brief-document.ts';
import { RINGKASAN_WA } from '../../../../reports/definitions/ringkasan-wa/ringkasan-wa.ts';
import { findReport } from '../../../../reports/definitions/report-catalogue.ts';
import { buildReport } from '../../../../reports/build/build-report.ts';
import type { ReportDefinition } from '../../../../reports/report-definition.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { letterheadOf } from '../letterheads/letterhead-of.ts';
import { readFigures, type AskedFigures, type FiguresDeps } from '../snapshots/read-figures.ts';
import type { Asker } from '../snapshots/reader-of-person.ts';

/** What documents are made with. */
export interface DocumentDeps {
  readonly figures: FiguresDeps;
  /** Origin at which people open PANDU; null where it is not set: then no paper has an address. */
  readonly publicUrl: string | null;
}

/** Which report of which figures. */
export interface AskedReport extends AskedFigures {
  readonly report: string;
}

/** Where who reads a brief finds more. */
const IN_FULL = 'laporan-kinerja';

/**
 * A report for one person, of frozen figures where they are frozen. Screen, PDF, workbook, brief and mail are drawn from
 * what is returned.
 *
 * @throws ProblemException 404 for an unknown report or a unit outside the person's scope, 400 for a period or a grain
 * that the report is not made of
 */
export async function documentOf(
  transaction: ReadTransaction,
  deps: DocumentDeps,
  asker: Asker,
  asked: AskedReport,
): Promise<ReportDocument> {
  const definition = requireReport(asked.report);
  const { person, language } = asker;
  const scope = tenantScopeOf(person);
  const title = definition.title[language];
  if (!definition.grains.includes(asked.grain))
    throw new ProblemException(400, 'report-grain-missing', { report: title });
  const { units } = (await readStructure(transaction)).structure;
  if (!isMadeOf(definition, units.ancestorsOf(asked.unit ?? scope.rootUnit).length === 0))
    throw new ProblemException(400, 'report-not-of-unit', { report: title });
  const figures = await readFigures(transaction, deps.figures, asker, asked);
  const document = buildReport(definition, {
    content: figures.content,
    grain: asked.grain,
    state: figures.state,
    sentence: figures.sentence,
    code: figures.code,
    link: linkTo(deps.publicUrl, definition, { ...asked, unit: figures.unit }),
    letterhead: await letterheadOf(transaction, figures.unit),
    language,
    demo: person.kabupaten?.demo === true,
    madeAt: deps.figures.clock(scope.timeZone).now,
    timeZone: scope.timeZone,
  });
  return definition.id === RINGKASAN_WA.id ? briefDocument(document) : document;
}

/** @throws ProblemException 404 when there is no report of this name */
export function requireReport(id: string): ReportDefinition {
  const definition = findReport(id);
  if (definition === null) throw new ProblemException(404, 'report-not-found', { report: id });
  return definition;
}

/** True where a report is made of the kabupaten, or else of a unit below it. */
export function isMadeOf({ of }: ReportDefinition, isKabupaten: boolean): boolean {
  return of === 'both' || (of === 'kabupaten') === isKabupaten;
}

function linkTo(
  publicUrl: string | null,
  definition: ReportDefinition,
  { unit, grain, from }: AskedFigures,
): string | null {
  if (publicUrl === null) return null;
  const report = definition.id === RINGKASAN_WA.id ? IN_FULL : definition.id;
  const query = new URLSearchParams({ ...(unit === undefined ? {} : { unit }), grain, from });
  return new URL(`/laporan/${report}?${query.toString()}`, publicUrl).href;
}
