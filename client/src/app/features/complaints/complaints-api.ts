import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type Complaint, type ComplaintLine, complaintSchema, listComplaints } from '#contract/complaints';
import { API } from '../../core/api.ts';
import { type Live, liveResource } from '../../core/live-resource.ts';
import { pagedList } from '../../core/paged-list.ts';
import { Selection } from '../../core/selection.ts';

export type { Complaint, ComplaintLine };
export type Register = ReturnType<typeof listComplaints.answer.parse>;

/** The complaints of the selection, the newest first. */
export function liveRegister(): ReturnType<typeof pagedList<ComplaintLine, Register>> {
  const selection = inject(Selection);
  return pagedList<ComplaintLine, Register>(
    () => ({ path: '/complaints', query: { ...selection.query(), limit: '25' } }),
    listComplaints.answer,
  );
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
