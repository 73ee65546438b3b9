import type { Breakdown } from '#contract/measures';
import { findInstrument, type IkmGrade } from '#domain/ikm/instruments';
import {
  type ServiceAlignment,
  type ServiceEvidence,
  alignService,
  complaintsPerThousand,
} from '#domain/ikm/service-alignment';
import { isSuppressed } from '../../../core/absence.ts';
import { numberIn } from '../../../core/kamus.ts';

type Item = Breakdown['items'][number];

/** The same selection by service, in four measures. */
export interface ByService {
  readonly ikm: Part;
  readonly turnaround: Part;
  readonly volume: Part;
  readonly complaints: Part;
}

/** With `suppressed` there are services which are not even named. */
type Part = Pick<Breakdown, 'items' | 'suppressed'>;

export interface AlignmentRow extends ServiceAlignment, ServiceEvidence {
  readonly service: string;
  readonly label: string;
  readonly score: number | null;
  readonly respondents: number | null;
  readonly perThousand: number | null;
  /** Something of it is withheld. */
  readonly suppressed: boolean;
}

/** What asks for a look comes first, what cannot be judged last. */
const ORDER: readonly ServiceAlignment['verdict'][] = [
  'ikm-high',
  'ikm-low',
  'partly-late',
  'partly-complaints',
  'poor',
  'good',
  'insufficient',
];

/**
 * Every service that was asked for or surveyed, with what its survey, its deadlines and its complaints say together. Within
 * a verdict the services with the most requests come first.
 */
export function alignmentRows({ ikm, turnaround, volume, complaints }: ByService): readonly AlignmentRow[] {
  const byKey = (items: readonly Item[]): ReadonlyMap<string, Item> =>
    new Map(items.map((item) => [item.key, item]));
  const [surveys, times, requests, reports] = [
    byKey(ikm.items),
    byKey(turnaround.items),
    byKey(volume.items),
    byKey(complaints.items),
  ];
  const unnamed = complaints.suppressed === true;
  return [...new Set([...surveys.keys(), ...requests.keys()])]
    .map((key) =>
      rowOf(key, {
        survey: surveys.get(key),
        time: times.get(key),
        request: requests.get(key),
        report: reports.get(key),
        unnamed,
      }),
    )
    .filter((row) => (row.requests ?? 0) > 0 || (row.respondents ?? 0) > 0 || row.suppressed)
    .toSorted(
      (a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || (b.requests ?? 0) - (a.requests ?? 0),
    );
}

interface Found {
  readonly survey: Item | undefined;
  readonly time: Item | undefined;
  readonly request: Item | undefined;
  readonly report: Item | undefined;
  /** Services with complaints may have been left out. */
  readonly unnamed: boolean;
}

function rowOf(key: string, { survey, time, request, report, unnamed }: Found): AlignmentRow {
  const requests = numberIn(request, 'received');
  // A service without a complaint is in no row of theirs: that is none, unless rows were left out.
  const none = unnamed ? null : 0;
  const validComplaints = report === undefined ? none : numberIn(report, 'valid');
  const evidence: ServiceEvidence = {
    grade: gradeOf(survey),
    sampleSufficient: survey !== undefined && 'sufficient' in survey ? survey.sufficient : null,
    due: numberIn(time, 'due'),
    dueMetShare: numberIn(time, 'dueMetShare'),
    requests,
    validComplaints,
  };
  return {
    ...evidence,
    ...alignService(evidence),
    service: key,
    label: survey?.label ?? request?.label ?? key,
    score: numberIn(survey, 'score'),
    respondents: numberIn(survey, 'respondents'),
    perThousand: complaintsPerThousand(validComplaints, requests),
    suppressed: (report === undefined && unnamed) || [survey, time, request, report].some(isSuppressed),
  };
}

/** The grade of a row of the IKM, one of its instrument's. */
function gradeOf(item: Item | undefined): IkmGrade | null {
  if (item === undefined || !('grade' in item)) return null;
  const bands = findInstrument(item.instrument ?? '')?.bands ?? [];
  return bands.find(({ grade }) => grade === item.grade)?.grade ?? null;
}
