import {
  CASE_COUNTS,
  type CaseCount,
  type ServiceCase,
  type ServiceCaseLine,
  listServiceCases,
  serviceCaseSchema,
} from '#contract/service-cases';
import { type surveyResponseSchema, listSurveyResponses } from '#contract/survey-responses';
import { API } from '../../core/api.ts';
import { type Live, liveResource } from '../../core/live-resource.ts';
import { pagedList } from '../../core/paged-list.ts';

export type { CaseCount, ServiceCase, ServiceCaseLine };
export type CaseList = ReturnType<typeof listServiceCases.answer.parse>;
export type SurveyForm = ReturnType<typeof surveyResponseSchema.parse>;
export type SurveyList = ReturnType<typeof listSurveyResponses.answer.parse>;
export type CaseSort = 'newest' | 'oldest' | 'due';

const PAGE = '50';

/** The query of a list as the API takes it, from what stands in the address. */
export interface CaseFilter {
  readonly selection: Readonly<Record<string, string>>;
  readonly count: CaseCount | null;
  /** Only the unit's own records. */
  readonly self: boolean;
  readonly search: string;
  readonly sort: CaseSort;
}

/** The count of an address; null for none, or one that does not exist. */
export function caseCountOf(text: string | undefined): CaseCount | null {
  return CASE_COUNTS.find((known) => known === text) ?? null;
}

/** The order of an address; the newest first unless it says otherwise. */
export function caseSortOf(text: string | undefined): CaseSort {
  return text === 'oldest' || text === 'due' ? text : 'newest';
}

/** The cases behind a number. */
export function liveCases(filter: () => CaseFilter): ReturnType<typeof pagedList<ServiceCaseLine, CaseList>> {
  return pagedList<ServiceCaseLine, CaseList>(
    () => ({ path: '/service-cases', query: { ...queryOf(filter()), limit: PAGE } }),
    listServiceCases.answer,
  );
}

/** Address of the same cases as a file. */
export function caseExportAddress(filter: CaseFilter, format: 'csv' | 'xlsx'): string {
  return `${API}/service-cases/export?${new URLSearchParams({ ...queryOf(filter), format }).toString()}`;
}

/** One case with its way and its deadline. */
export function liveCase(id: () => string): Live<ServiceCase> {
  return liveResource(() => ({ path: `/service-cases/${encodeURIComponent(id())}` }), serviceCaseSchema);
}

/** The survey forms of the selection, those of a score when `scored`. */
export function liveForms(
  wanted: () => {
    readonly selection: Readonly<Record<string, string>>;
    readonly scored: boolean;
    readonly self: boolean;
  },
): ReturnType<typeof pagedList<SurveyForm, SurveyList>> {
  return pagedList<SurveyForm, SurveyList>(() => {
    const { selection, scored, self } = wanted();
    // Surveys know no channel.
    const known = Object.fromEntries(Object.entries(selection).filter(([name]) => name !== 'channel'));
    return {
      path: '/survey-responses',
      query: {
        ...known,
        ...(scored ? { count: 'ikm.respondents' } : {}),
        ...(self ? { self: 'true' } : {}),
        limit: PAGE,
      },
    };
  }, listSurveyResponses.answer);
}

function queryOf({ selection, count, self, search, sort }: CaseFilter): Record<string, string> {
  return {
    ...selection,
    ...(count === null ? {} : { count }),
    ...(self ? { self: 'true' } : {}),
    ...(search === '' ? {} : { search }),
    ...(sort === 'newest' ? {} : { sort }),
  };
}
