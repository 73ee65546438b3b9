import {
  HttpClient,
  HttpErrorResponse,
  HttpHeaders,
  HttpParams,
  HttpXsrfTokenExtractor,
} from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type Evidence, type EvidenceOf, evidenceSchema, listEvidence } from '#contract/evidence';
import { API } from '../../core/api.ts';
import { Language } from '../../core/language.ts';
import { type Live, liveResource } from '../../core/live-resource.ts';
import type * as z from 'zod';

export type { Evidence, EvidenceOf };
export type EvidenceList = z.infer<typeof listEvidence.answer>;

/** What a file is evidence of. */
export interface EvidenceThing {
  readonly about: EvidenceOf;
  readonly id: string;
}

/** The files that stand as evidence of a thing. */
export function liveEvidence(thing: () => EvidenceThing): Live<EvidenceList> {
  return liveResource(() => {
    const { about, id } = thing();
    return { path: '/evidence', query: { about, id } };
  }, listEvidence.answer);
}

/** Address of the file itself; the browser saves it. */
export function evidenceAddress(id: string): string {
  return `${API}/evidence/${encodeURIComponent(id)}/file`;
}

/** Giving, reading and removing evidence files. Everything throws the `HttpErrorResponse` of the refusal. */
@Injectable({ providedIn: 'root' })
export class EvidenceApi {
  private readonly http = inject(HttpClient);
  private readonly xsrf = inject(HttpXsrfTokenExtractor);
  private readonly language = inject(Language);

  /**
   * Sends a file. `sent` is told how much of it has left, 0 to 1: what `HttpClient` cannot say, because `fetch` does not
   * know it.
   */
  add(thing: EvidenceThing, file: File, note: string, sent: (share: number) => void): Promise<Evidence> {
    const body = new FormData();
    // The note goes first, so that the server knows it when the file arrives.
    if (note !== '') body.set('note', note);
    body.set('file', file);
    const query = new HttpParams({ fromObject: { about: thing.about, id: thing.id } });
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', `${API}/evidence?${query.toString()}`);
      request.responseType = 'text';
      request.setRequestHeader('Accept-Language', this.language.active());
      request.setRequestHeader('X-XSRF-TOKEN', this.xsrf.getToken() ?? '');
      request.upload.onprogress = ({ loaded, total }) => sent(total === 0 ? 1 : loaded / total);
      request.onerror = () => reject(refusalOf(request));
      request.onload = () => {
        if (request.status !== 201) return reject(refusalOf(request));
        const parsed = evidenceSchema.safeParse(readJson(request.responseText));
        if (parsed.success) resolve(parsed.data);
        else reject(parsed.error);
      };
      request.send(body);
    });
  }

  /** The picture itself, to be looked at. */
  async picture(id: string): Promise<Blob> {
    return firstValueFrom(this.http.get(evidenceAddress(id), { responseType: 'blob' }));
  }

  async remove(id: string, reason: string): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/evidence/${encodeURIComponent(id)}/remove`, { reason }));
  }
}

/** A refusal in the shape that all other calls throw. */
function refusalOf(request: XMLHttpRequest): Error {
  return new HttpErrorResponse({
    error: readJson(request.responseText),
    headers: new HttpHeaders(request.getAllResponseHeaders()),
    status: request.status,
    url: request.responseURL,
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
