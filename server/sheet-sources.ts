import { maskText } from '#domain/complaints/masking';
import { attentionOf } from './features/attention/attention/attention-list.ts';
import { listedDispositions, readRecipients } from './features/attention/dispositions/dispositions.routes.ts';
import { todayOf } from './features/attention/today/today-of-unit.ts';
import { entryFor } from './features/innovations/catalogue/catalogue.routes.ts';
import { readCatalogue } from './features/innovations/catalogue/catalogue-reader.ts';
import { homeInnovations } from './features/innovations/home/home-innovations.ts';
import { loadSample } from './features/oversight/samples/sample.routes.ts';
import { contextOfPerson } from './features/overview/context-of-person.ts';
import type { OverviewDeps } from './features/overview/overview.routes.ts';
import { seriesOf, summarise } from './features/overview/overview-service.ts';
import type { SheetSources } from './features/reports/sheets/sheet-sources.ts';

/** Disposisi that are read for a sheet; it tells how many are open. */
const MOST_DISPOSITIONS = 100;

/** The answers of the screens for their sheets: computed by the same functions that answer the screens. */
export function sheetSources(overview: OverviewDeps): SheetSources {
  return {
    today: (transaction, person, unit) => todayOf(transaction, overview, person, unit),
    attention: async (transaction, asker, unit) => {
      const context = await contextOfPerson(transaction, overview, asker, unit === undefined ? {} : { unit });
      return attentionOf(
        {
          ...context,
          judgeUnits: () => overview.judgements.units(context),
          judgeServices: (of, measures) =>
            overview.judgements.services(
              { ...context, selection: { ...context.selection, unit: of } },
              measures,
            ),
        },
        overview.sources,
        homeInnovations,
        asker.person.role,
      );
    },
    summary: async (transaction, asker, selection) =>
      summarise(await contextOfPerson(transaction, overview, asker, selection)),
    series: async (transaction, asker, selection, measure, field) =>
      seriesOf(await contextOfPerson(transaction, overview, asker, selection), measure, field, 'month'),
    dispositions: async (transaction, person, of) =>
      (await listedDispositions(transaction, overview, person, { ...of, limit: MOST_DISPOSITIONS })).items,
    responsible: async (person, unit) =>
      (await readRecipients(overview, person, unit))
        .filter(({ responsible }) => responsible)
        .map(({ title }) => title),
    entry: ({ person, language }, key) =>
      readCatalogue(overview, person, (reader) => entryFor(reader, person, key, language)),
    sample: async ({ person, language }, id) => {
      const { answer, records } = await loadSample(overview, person, id, language);
      return {
        sample: answer,
        records: new Map(
          [...records].map(([key, record]) => [
            key,
            {
              id: record.id,
              status: record.status,
              dueAt: record.due_at?.toISOString() ?? null,
              completedAt: record.completed_at?.toISOString() ?? null,
              // Nobody who is told about in a record is named on paper.
              body: record.body === null || record.body === '' ? null : maskText(record.body),
            },
          ]),
        ),
      };
    },
  };
}
