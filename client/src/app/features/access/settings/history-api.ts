import { type AuditEntry, listAudit } from '#contract/audit';
import { API } from '../../../core/api.ts';
import { pagedList } from '../../../core/paged-list.ts';

export type { AuditEntry };
export type History = ReturnType<typeof listAudit.answer.parse>;

/** What is looked for in the history; empty texts mean everything. */
export interface HistoryFilter {
  readonly search: string;
  readonly action: string;
  readonly from: string;
  readonly to: string;
}

/** Everything that was done, the newest first. */
export function liveHistory(filter: () => HistoryFilter): ReturnType<typeof pagedList<AuditEntry, History>> {
  return pagedList<AuditEntry, History>(
    () => ({ path: '/audit', query: { limit: '50', ...filled(filter()) } }),
    listAudit.answer,
  );
}

/** Address of the same entries as a CSV. */
export function historyExportAddress(filter: HistoryFilter): string {
  const query = new URLSearchParams(filled(filter)).toString();
  return `${API}/audit/export${query === '' ? '' : `?${query}`}`;
}

function filled(filter: HistoryFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
}
