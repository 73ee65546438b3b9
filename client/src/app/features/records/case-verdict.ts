import type { MarkKind } from '../../ui/mark.ts';
import type { ServiceCaseLine } from './records-api.ts';

/** What is said of a case in one word, with its sign. */
export interface VerdictWord {
  /** Key of the translation. */
  readonly key: string;
  /** Null where nothing is judged. */
  readonly mark: MarkKind | null;
}

/** On time, late, or still running; what was refused or cancelled says so, whatever the deadline. */
export function verdictWord({
  verdict,
  status,
  completedAt,
}: Pick<ServiceCaseLine, 'verdict' | 'status' | 'completedAt'>): VerdictWord {
  if (status === 'dibatalkan') return { key: 'records.verdict.cancelled', mark: null };
  const refused = status === 'ditolak';
  switch (verdict) {
    case 'missed':
      if (completedAt === null) return { key: 'records.verdict.overdue', mark: 'worse' };
      return { key: refused ? 'records.verdict.refusedLate' : 'records.verdict.late', mark: 'worse' };
    case 'met':
      return { key: refused ? 'records.verdict.refused' : 'records.verdict.met', mark: 'stable' };
    case 'running':
      return { key: status === 'ditunda' ? 'records.verdict.paused' : 'records.verdict.running', mark: null };
    case 'none':
      if (completedAt !== null)
        return { key: refused ? 'records.verdict.refused' : 'records.verdict.completed', mark: null };
      return { key: status === 'ditunda' ? 'records.verdict.paused' : 'records.verdict.open', mark: null };
  }
}
