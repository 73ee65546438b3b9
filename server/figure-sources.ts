import type { Role } from '#domain/permissions';
import { attentionOf } from './features/attention/attention/attention-list.ts';
import { homeInnovations } from './features/innovations/home/home-innovations.ts';
import type { OverviewContext } from './features/overview/overview-context.ts';
import type { OverviewDeps } from './features/overview/overview.routes.ts';
import { breakDown, matrixOf, summarise, trendsOf } from './features/overview/overview-service.ts';
import { peersOf } from './features/overview/peers-of-unit.ts';
import { KeptJudgements } from './features/overview/signals/kept-judgements.ts';
import { rememberTallies } from './features/overview/remembered-tallies.ts';
import { resolveSelection } from './features/overview/selection-context.ts';
import type { FigureLook, FigureSources } from './features/reports/snapshots/figure-sources.ts';
import { tallyRespondents } from './features/satisfaction/survey-records.queries.ts';
import { AnswerCache } from './platform/http/answer-cache.ts';
import { shownPeriod } from './platform/http/asked-period.ts';
import type { ReadTransaction } from './platform/database/scoped.ts';
import { readStructure } from './platform/database/structure.queries.ts';
import { unitDaysOf } from './platform/database/unit-days.ts';
import { respondentProfile } from '#domain/ikm/respondent-profile';
import { monthStart } from '#domain/period/civil-date';

/** The answers of the screens for reports: computed by the same functions that answer the screens. */
export function figureSources(overview: OverviewDeps): FigureSources {
  return {
    summary: async (transaction, look) => summarise(await contextOf(transaction, overview, look)),
    matrix: async (transaction, look) =>
      matrixOf(await contextOf(transaction, overview, look), overview.cache, overview.judgements),
    trends: async (transaction, look) => trendsOf(await contextOf(transaction, overview, look), 'month'),
    breakdown: async (transaction, look, measure, by) =>
      breakDown(await contextOf(transaction, overview, look), measure, by),
    respondents: async (transaction, look) => {
      if (!look.reader.rights.surveys) return null;
      const { selection, structure } = await contextOf(transaction, overview, look);
      const tallies = await tallyRespondents(transaction, {
        unitDays: unitDaysOf(structure.units, selection.unit.code, false),
        service: null,
        period: selection.period,
        newestOnly: true,
      });
      return respondentProfile(tallies);
    },
    attention: async (transaction, look) => {
      const { today } = look.clock;
      const context = await contextOf(transaction, overview, {
        ...look,
        period: { from: monthStart(today), to: today },
      });
      return attentionOf(
        {
          ...context,
          judgeUnits: () => overview.judgements.units(context),
          judgeServices: (unit, measures) =>
            overview.judgements.services({ ...context, selection: { ...context.selection, unit } }, measures),
        },
        overview.sources,
        homeInnovations,
        ladderRole(look),
      );
    },
    peers: async (transaction, look, measure, field) =>
      peersOf(await contextOf(transaction, overview, look), look.reader.root, measure, field),
  };
}

/** Judged series remembered while figures are frozen: both languages tell the same ones. */
const FREEZING_SERIES = 600;

/**
 * The same for figures that are frozen, which are computed at one data version for every kind of reader and in both
 * languages: tallies and judged months are remembered as long as the sources are. What is computed once for everybody must
 * not push what people look at out of memory.
 */
export function freezingSources(overview: OverviewDeps): FigureSources {
  return figureSources({
    ...overview,
    sources: rememberTallies(overview.sources),
    cache: new AnswerCache(0),
    judgements: new KeptJudgements(true, FREEZING_SERIES),
  });
}

/** The list of exceptions knows of a role only whether it is a rung of the ladder of complaints. */
function ladderRole({ reader }: FigureLook): Role {
  return reader.onLadder ? 'diskominfo' : 'bupati';
}

/**
 * Everything an answer is computed from, as the reader sees it: what `contextOfPerson` makes of a person. Of no post: what
 * is told of posts' own notes and disposisi is personal, and in no report.
 */
async function contextOf(
  transaction: ReadTransaction,
  { sources }: Pick<OverviewDeps, 'sources'>,
  { reader, language, clock, shownUntil, unit, period }: FigureLook,
): Promise<OverviewContext> {
  const { version, structure } = await readStructure(transaction);
  const scope = {
    kind: 'unit',
    kabupatenCode: transaction.kabupatenCode,
    timeZone: clock.zone,
    rootUnit: reader.root,
  } as const;
  const asked = resolveSelection({ unit, ...period }, scope, structure, clock, reader.withOversight);
  return {
    transaction,
    sources,
    structure,
    version,
    selection: shownUntil === null ? asked : { ...asked, period: shownPeriod(asked.period, shownUntil) },
    clock,
    root: structure.units.find(reader.root) ?? asked.unit,
    rights: reader.rights,
    language,
    shownUntil,
    postId: null,
  };
}
