import type { ServiceCase } from './records-api.ts';

/** How a case stands, as a key of the translations and what it takes. */
export interface CaseStanding {
  readonly key: string;
  /** Working days, where the words tell them. */
  readonly days?: number;
  /** Minutes in which the unit was open, where the words tell them. */
  readonly minutes?: number;
}

/** How a case stands towards its deadline: the end of the sentence that heads it. */
export function caseStanding(it: ServiceCase): CaseStanding {
  const { status, verdict, completedAt, deadline } = it;
  if (status === 'dibatalkan') return { key: 'records.standing.cancelled' };
  const ended = status === 'ditolak' ? 'refused' : 'completed';
  const { workingDays = 0, workingMinutes = 0 } = deadline.after ?? {};
  switch (verdict) {
    case 'met':
      return { key: `records.standing.${ended}InTime` };
    case 'missed': {
      const how = completedAt === null ? 'overdue' : `${ended}Late`;
      if (workingDays > 0) return { key: `records.standing.${how}Days`, days: workingDays };
      if (workingMinutes >= 1) return { key: `records.standing.${how}Minutes`, minutes: workingMinutes };
      return { key: `records.standing.${how}` };
    }
    case 'running':
      if (workingDays < 0) return { key: 'records.standing.dueInDays', days: -workingDays };
      return { key: 'records.standing.dueToday' };
    case 'none':
      if (completedAt !== null) return { key: `records.standing.${ended}` };
      return { key: deadline.source === 'paused' ? 'records.standing.paused' : 'records.standing.open' };
  }
}
