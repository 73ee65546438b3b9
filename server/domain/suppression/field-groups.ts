/**
 * What is hidden together when a cell is small. A field is hidden by the number of records behind it (`n` in the kamus
 * indikator), and with it every field that it could be worked out from: open complaints are valid less resolved ones.
 * Numerators within a cell that is shown ("2 of 60 late") are no small cells: they are about the unit, not about people.
 */
import type { ComplaintTally } from '../complaints/complaint-figures.ts';
import type { SurveyTally } from '../ikm/ikm-figures.ts';
import type { MeasureId } from '../measures.ts';
import type { Permission } from '../permissions.ts';
import type { ServiceTally } from '../turnaround/service-figures.ts';
import { IKM_INSTRUMENTS } from '../ikm/instruments.ts';

/** Records of one kind; the right to their small cells is one permission. */
export const FAMILIES = ['services', 'complaints', 'surveys'] as const;
export type Family = (typeof FAMILIES)[number];

/** Whether a person may see small cells and single records, by family. */
export type DetailRights = Readonly<Record<Family, boolean>>;

export const DETAIL_PERMISSIONS: Readonly<Record<Family, Permission>> = {
  services: 'details:services',
  complaints: 'details:complaints',
  surveys: 'details:surveys',
};

export const GROUPS = [
  'services',
  'services-rest',
  'services-promise',
  'services-visits',
  'services-on-site',
  'services-prepared',
  'services-overdue',
  'complaints',
  'complaints-state',
  'surveys',
] as const;
export type Group = (typeof GROUPS)[number];

/** Groups of a family, the main one first: with it all others are hidden. */
export const GROUPS_OF: Readonly<Record<Family, readonly Group[]>> = {
  services: [
    'services',
    'services-rest',
    'services-promise',
    'services-visits',
    'services-on-site',
    'services-prepared',
    'services-overdue',
  ],
  complaints: ['complaints', 'complaints-state'],
  surveys: ['surveys'],
};

/** What a cell holds, as far as it decides what is hidden. */
export interface CellTallies {
  readonly services: ServiceTally;
  readonly complaints: ComplaintTally;
  readonly surveys: readonly SurveyTally[];
}

/** The counts that decide about a group; a group is hidden when one of them is small, or is hidden for another's sake. */
export function decidingCounts(group: Group, cell: CellTallies): readonly number[] {
  const { services, complaints } = cell;
  switch (group) {
    case 'services':
      return [services.received, services.completed, services.due];
    case 'services-rest':
      return [services.rejected, services.cancelled, services.open];
    case 'services-promise':
      return [services.promised];
    case 'services-visits':
      return [services.visitsKnown];
    // A median is of these alone: with one of them it would be one person's time.
    case 'services-on-site':
      return [services.singleVisit];
    case 'services-prepared':
      return [services.preparedKnown];
    // Some of the open ones.
    case 'services-overdue':
      return [services.open];
    case 'complaints':
      return [complaints.received, complaints.valid];
    case 'complaints-state':
      return [
        complaints.resolved,
        complaints.judged,
        complaints.overdue,
        complaints.valid - complaints.resolved,
        complaints.responded,
      ];
    case 'surveys':
      return IKM_INSTRUMENTS.map(
        ({ id }) => cell.surveys.find(({ instrument }) => instrument === id)?.respondents ?? 0,
      );
  }
}

/** How complaints were answered: how many, how soon, and how many went up the ladder for want of an answer. */
const ANSWERS = [
  'responded',
  'respondedShare',
  'medianResolutionMinutes',
  'p90ResolutionMinutes',
  'medianResolutionWorkingMinutes',
  'p90ResolutionWorkingMinutes',
  'medianResponseWorkingMinutes',
  'p90ResponseWorkingMinutes',
  'escalated',
] as const;

/** The fields of a measure's block that are empty when a group is hidden; `[]` for lists, null for all else. */
const FIELDS: Readonly<Record<MeasureId, Partial<Record<Group, readonly string[]>>>> = {
  volume: {
    services: ['received', 'completed', 'rejected', 'cancelled', 'open', 'lateEntries'],
    'services-rest': ['rejected', 'cancelled', 'open'],
  },
  turnaround: {
    services: [
      'due',
      'dueMet',
      'dueMetShare',
      'completed',
      'medianMinutes',
      'p90Minutes',
      'medianWorkingMinutes',
      'p90WorkingMinutes',
      'promised',
      'withinStandard',
      'withinStandardShare',
      'visitsKnown',
      'singleVisit',
      'sameVisitShare',
      'medianOnSiteMinutes',
      'preparedKnown',
      'preparedShare',
      'overdue',
    ],
    'services-promise': ['promised', 'withinStandard', 'withinStandardShare'],
    'services-visits': ['visitsKnown', 'singleVisit', 'sameVisitShare', 'medianOnSiteMinutes'],
    'services-on-site': ['medianOnSiteMinutes'],
    'services-prepared': ['preparedKnown', 'preparedShare'],
    'services-overdue': ['overdue'],
  },
  complaints: {
    complaints: [
      'received',
      'valid',
      'followedUp',
      'followedUpShare',
      'resolved',
      'resolvedShare',
      'judged',
      'withinDeadlineShare',
      ...ANSWERS,
      'open',
      'overdue',
      'reopened',
      'invalidShare',
    ],
    'complaints-state': [
      'followedUp',
      'followedUpShare',
      'resolved',
      'resolvedShare',
      'judged',
      'withinDeadlineShare',
      ...ANSWERS,
      'open',
      'overdue',
      'reopened',
    ],
  },
  ikm: {
    // How many were served is a figure of the services: respondents divided by the participation would tell it.
    services: ['requiredRespondents', 'sufficient', 'participationShare'],
    surveys: [
      'score',
      'grade',
      'gradeLabel',
      'respondents',
      'requiredRespondents',
      'sufficient',
      'participationShare',
      'instrument',
      'scoreWithoutCost',
      'unsur',
      'others',
      // Of an unsur in a breakdown.
      'mean',
    ],
  },
  // Programmes of units: no single people stand behind them.
  pilots: {},
};

/**
 * A block of figures without what the hidden groups take away: those fields are null (lists empty), and `suppressed`
 * says that something was left out, which is not the same as "no data".
 */
export function veilBlock<B extends object>(
  measure: MeasureId,
  block: B,
  hidden: ReadonlySet<Group>,
): B & { suppressed?: true } {
  const taken = new Set([...hidden].flatMap((group) => FIELDS[measure][group] ?? []));
  if (taken.size === 0) return block;
  const entries = Object.entries(block).map(([name, value]): [string, unknown] =>
    taken.has(name) ? [name, Array.isArray(value) ? [] : null] : [name, value],
  );
  return { ...(Object.fromEntries(entries) as B), suppressed: true };
}

/** True when a field is taken away by the hidden groups. */
export function isFieldHidden(measure: MeasureId, field: string, hidden: ReadonlySet<Group>): boolean {
  return [...hidden].some((group) => FIELDS[measure][group]?.includes(field) === true);
}
