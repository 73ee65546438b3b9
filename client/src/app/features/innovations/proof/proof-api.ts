import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import { type EntryProof, type EntryProofs, listInnovationProofs } from '#contract/innovations/proofs';
import { API } from '../../../core/api.ts';
import { type Live, type LoadPlace, liveResource } from '../../../core/live-resource.ts';

export type { EntryProof, EntryProofs };

/** What proves an entry of the own kabupaten, with what came of it; null asks nothing. */
export function liveProofs(key: () => string | null, place: LoadPlace = 'top'): Live<EntryProofs> {
  return liveResource(
    () => {
      const asked = key();
      return asked === null ? null : { path: `/innovation-entries/${encodeURIComponent(asked)}/proofs` };
    },
    listInnovationProofs.answer,
    place,
  );
}

/** What is written down to prove an entry. */
export interface ProofLock {
  readonly measure: string;
  readonly field: string;
  readonly service: string | null;
  readonly startedOn: string;
  readonly before: { readonly from: string; readonly to: string };
  readonly peers: boolean;
}

@Injectable({ providedIn: 'root' })
export class ProofApi {
  private readonly http = inject(HttpClient);

  /** Locks a proof, for good. Throws the refusal. */
  async lock(id: string, proof: ProofLock): Promise<EntryProofs> {
    const answer = this.http.post(`${API}/innovation-entries/${id}/proofs`, proof);
    return firstValueFrom(answer.pipe(map((body) => listInnovationProofs.answer.parse(body))));
  }
}
