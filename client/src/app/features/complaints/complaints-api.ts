import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import {
  type Complaint,
  type ComplaintCount,
  type ComplaintLine,
  complaintSchema,
  listComplaints,
} from '#contract/complaints';
import { type Backlog, type Categories, backlogSchema, categoriesSchema } from '#contract/complaint-figures';
import { API } from '../../core/api.ts';
import { type Live, liveResource } from '../../core/live-resource.ts';
import { pagedList } from '../../core/paged-list.ts';
import { Selection } from '../../core/selection.ts';

export type { Backlog, Categories, Complaint, ComplaintCount, ComplaintLine };
export type Register = ReturnType<typeof listComplaints.answer.parse>;

/** What narrows the register beside the selection, as it stands in the address. */
export const REGISTER_PARAMETERS = [
  'count',
  'class',
  'status',
  'category',
  'age',
  'self',
  'search',
  'sort',
] as const;
export type RegisterFilter = Readonly<Partial<Record<(typeof REGISTER_PARAMETERS)[number], string>>>;

/** The complaints of the selection and the filter, page by page. */
export function liveRegister(
  filter: () => RegisterFilter,
): ReturnType<typeof pagedList<ComplaintLine, Register>> {
  const selection = inject(Selection);
  return pagedList<ComplaintLine, Register>(
    () => ({ path: '/complaints', query: { ...selection.query(), ...filter(), limit: '25' } }),
    listComplaints.answer,
  );
}

/** Address of the same complaints as a file. */
export function registerFileAddress(
  selection: Readonly<Record<string, string>>,
  filter: RegisterFilter,
  format: 'csv' | 'xlsx',
): string {
  return `${API}/complaints/export?${new URLSearchParams({ ...selection, ...filter, format }).toString()}`;
}

/** What is open, by age. */
export function liveBacklog(): Live<Backlog> {
  const selection = inject(Selection);
  return liveResource(() => ({ path: '/complaint-backlog', query: selection.query() }), backlogSchema);
}

/** What people complain about most. */
export function liveCategories(): Live<Categories> {
  const selection = inject(Selection);
  return liveResource(() => ({ path: '/complaint-categories', query: selection.query() }), categoriesSchema);
}

/** One complaint; its reporter is masked unless a reveal of one's own is open. */
export function liveComplaint(id: () => string): Live<Complaint> {
  return liveResource(() => ({ path: `/complaints/${encodeURIComponent(id())}` }), complaintSchema);
}

@Injectable({ providedIn: 'root' })
export class ComplaintsApi {
  private readonly http = inject(HttpClient);

  /** Opens the identity of the reporter for a while. Throws the `HttpErrorResponse` of a refusal. */
  async reveal(id: string, reason: string): Promise<Complaint> {
    const path = `${API}/complaints/${encodeURIComponent(id)}/reveal`;
    return complaintSchema.parse(await firstValueFrom(this.http.post(path, { reason })));
  }
}
