import type { IRouter } from 'express';
import {
  exportInnovations,
  listInnovations,
  listRelatedInnovations,
  readInnovation,
  type Entry,
} from '#contract/innovations/catalogue';
import type { Language } from '#contract/messages';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { recordExport } from '../../../platform/audit/record-export.ts';
import type { Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import { sendTable } from '../../../platform/http/table-download.ts';
import { catalogueCells, CATALOGUE_HEADER, CATALOGUE_WIDTHS } from './catalogue-cells.ts';
import { readCatalogue, type CatalogueReader } from './catalogue-reader.ts';
import { entryActions } from './entry-actions.ts';
import { entryCard, wholeEntry } from './entry-card.ts';
import {
  findEntryRecord,
  findParent,
  listEntryRecords,
  type WholeEntryRecord,
} from './entry-records.queries.ts';
import { eachFound } from './each-found.ts';
import { listCatalogue } from './list-catalogue.ts';
import { listRelatedIds } from './related-entries.queries.ts';

export interface CatalogueDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
}

const RELATED = 5;

/** The innovation catalogue: search, one entry, what is related to it, and the list as a file. */
export function catalogueRoutes(router: IRouter, deps: CatalogueDeps): void {
  bindRoute(router, listInnovations, ({ query, person, language }) =>
    readCatalogue(deps, person, (reader) => listCatalogue(reader, query, language)),
  );

  bindRoute(router, exportInnovations, async ({ query, person, language, request, response }) => {
    const { format, ...question } = query;
    const { total } = await readCatalogue(deps, person, (reader) =>
      listCatalogue(reader, { ...question, limit: 1 }, language),
    );
    await recordExport(
      deps.database,
      deps.audit,
      { person, address: addressOf(request) },
      {
        action: 'export-innovations',
        subject: 'innovations',
        details: { rows: total, format },
        // What was searched for may be a person's name.
        ...(question.q === undefined ? {} : { personal: { search: question.q } }),
      },
    );
    await sendTable(
      response,
      // Each line says itself whether it is invented: what public sources report is not, for whoever asks.
      { person: { ...person, kabupaten: null }, language },
      {
        name: language === 'en' ? 'innovations' : 'inovasi',
        format,
        sheet: language === 'en' ? 'Innovations' : 'Inovasi',
        header: CATALOGUE_HEADER[language],
        widths: CATALOGUE_WIDTHS,
        rows: eachFound(
          (read) => readCatalogue(deps, person, read),
          question,
          language,
          (card) => catalogueCells(card, language),
        ),
      },
    );
    return undefined;
  });

  bindRoute(router, readInnovation, ({ params, person, language }) =>
    readCatalogue(deps, person, (reader) => entryFor(reader, person, params.key, language)),
  );

  bindRoute(router, listRelatedInnovations, ({ params, person, language }) =>
    readCatalogue(deps, person, async (reader) => {
      const record = await getEntryRecord(reader, params.key);
      const ids = await listRelatedIds(reader, record, RELATED);
      return { items: (await listEntryRecords(reader, ids)).map((related) => entryCard(related, language)) };
    }),
  );
}

/** An entry as this person reads it, with what they may do. @throws ProblemException 404 for one they may not see */
export async function entryFor(
  reader: CatalogueReader,
  person: Person,
  key: string,
  language: Language,
): Promise<Entry> {
  const record = await getEntryRecord(reader, key);
  const { transaction } = reader;
  const units =
    transaction.kabupatenCode === null ? null : (await readStructure(transaction)).structure.units;
  return {
    ...wholeEntry(record, await findParent(reader, record), language),
    actions: entryActions(person, record, units),
  };
}

/**
 * An entry that the reader may see.
 * @throws ProblemException 404 for all others, as if they were not there
 */
export async function getEntryRecord(reader: CatalogueReader, key: string): Promise<WholeEntryRecord> {
  const record = await findEntryRecord(reader, key);
  if (record === null) throw new ProblemException(404, 'innovation-not-found');
  return record;
}
