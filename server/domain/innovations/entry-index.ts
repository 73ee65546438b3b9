import {
  costBand,
  peopleBand,
  type Connectivity,
  type CostBand,
  type InnovationForm,
  type InnovationStage,
  type PeopleBand,
  type RegionType,
  type Topic,
} from './entry-facets.ts';
import { TOPIC_WORDS } from './search/topic-words.ts';

/** The fields of an entry that lists and search read. A field that is not there was not ticked, or not told yet. */
export interface IndexedContent {
  readonly name?: string | undefined;
  readonly acronym?: string | undefined;
  readonly initiator?: string | undefined;
  readonly form?: InnovationForm | null | undefined;
  readonly digital?: boolean | null | undefined;
  readonly stage?: InnovationStage | null | undefined;
  readonly summary?: string | undefined;
  readonly topics?: readonly Topic[] | undefined;
  readonly problem?: string | undefined;
  readonly goal?: string | undefined;
  readonly howItWorks?: string | undefined;
  readonly novelty?: string | undefined;
  readonly services?: readonly string[] | undefined;
  readonly hours?: string | undefined;
  readonly places?: string | undefined;
  readonly partners?: readonly string[] | undefined;
  readonly people?: number | null | undefined;
  readonly budget?: number | null | undefined;
  readonly connectivity?: Connectivity | null | undefined;
  readonly regionTypes?: readonly RegionType[] | undefined;
  readonly steps?: readonly { readonly body: string }[] | undefined;
  readonly challenges?: string | undefined;
  readonly lessons?: string | undefined;
  readonly results?: readonly { readonly what: string }[] | undefined;
  readonly beneficiaries?: string | undefined;
}

/** Columns of `innovations` and `catalogue_entries`, by their names, except `search`. */
export interface FacetColumns {
  readonly name: string | null;
  readonly acronym: string | null;
  readonly form: InnovationForm | null;
  readonly digital: boolean | null;
  readonly stage: InnovationStage | null;
  readonly topics: Topic[];
  readonly services: string[];
  readonly region_types: RegionType[];
  readonly cost_band: CostBand | null;
  readonly people_band: PeopleBand | null;
  readonly connectivity: Connectivity | null;
}

/** Texts to search in, by weight: A says most about what an entry is, D least. */
export interface SearchTexts {
  readonly a: string;
  readonly b: string;
  readonly c: string;
  readonly d: string;
}

export interface EntryIndex {
  readonly columns: FacetColumns;
  readonly texts: SearchTexts;
}

const some = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text.trim();

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' . ');

/**
 * What lists and search know of an entry: its facets and its texts by weight. Give it the whole content for the own
 * kabupaten and `sharedContent` for the shared catalogue; it knows nothing besides what it is given. Contacts and
 * addresses of links are not searched in.
 */
export function entryIndex(content: IndexedContent): EntryIndex {
  const topics = [...new Set(content.topics ?? [])];
  const services = [...new Set((content.services ?? []).map((name) => name.trim()))].filter(Boolean);
  const regions = [...new Set(content.regionTypes ?? [])];
  return {
    columns: {
      name: some(content.name),
      acronym: some(content.acronym),
      form: content.form ?? null,
      digital: content.digital ?? null,
      stage: content.stage ?? null,
      topics,
      services,
      region_types: regions,
      cost_band: costBand(content.budget),
      people_band: peopleBand(content.people),
      connectivity: content.connectivity ?? null,
    },
    texts: {
      a: joined(content.name, content.acronym),
      b: joined(content.summary, ...services),
      c: joined(
        ...topics.map((topic) => TOPIC_WORDS[topic]),
        content.problem,
        content.goal,
        content.howItWorks,
        content.novelty,
        content.hours,
        content.places,
      ),
      d: joined(
        content.initiator,
        ...(content.partners ?? []),
        ...(content.steps ?? []).map(({ body }) => body),
        content.challenges,
        content.lessons,
        ...(content.results ?? []).map(({ what }) => what),
        content.beneficiaries,
        ...regions,
        content.digital === true ? 'digital' : undefined,
      ),
    },
  };
}
