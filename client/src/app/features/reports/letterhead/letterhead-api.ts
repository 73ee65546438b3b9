import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type KeptLetterhead, keptLetterheadSchema, listLetterheads } from '#contract/reports/letterheads';
import type * as z from 'zod';
import { API } from '../../../core/api.ts';
import { type Live, liveResource } from '../../../core/live-resource.ts';

export type { KeptLetterhead };

/** The letterhead of a unit; nothing is asked while no unit is known. */
export function liveLetterhead(unit: () => string | null): Live<KeptLetterhead> {
  return liveResource(() => {
    const code = unit();
    return code === null ? null : { path: `/letterheads/${encodeURIComponent(code)}` };
  }, keptLetterheadSchema);
}

/** The units whose letterhead was set. */
export function liveSetLetterheads(): Live<z.infer<typeof listLetterheads.answer>> {
  return liveResource(() => ({ path: '/letterheads' }), listLetterheads.answer);
}

/** Changes of a letterhead; each answers what is printed from now on. Everything throws the refusal. */
@Injectable({ providedIn: 'root' })
export class LetterheadApi {
  private readonly http = inject(HttpClient);

  saveLines(unit: string, body: { lines: readonly string[]; address: string }): Promise<KeptLetterhead> {
    return this.send('PUT', unit, body);
  }

  saveCrest(unit: string, file: File): Promise<KeptLetterhead> {
    const form = new FormData();
    form.append('file', file, file.name);
    return this.send('PUT', `${unit}/crest`, form);
  }

  removeCrest(unit: string): Promise<KeptLetterhead> {
    return this.send('DELETE', `${unit}/crest`);
  }

  reset(unit: string): Promise<KeptLetterhead> {
    return this.send('DELETE', unit);
  }

  private async send(method: 'PUT' | 'DELETE', path: string, body?: unknown): Promise<KeptLetterhead> {
    const answer = this.http.request(method, `${API}/letterheads/${path}`, { body });
    return keptLetterheadSchema.parse(await firstValueFrom(answer));
  }
}
