import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import type * as z from 'zod';
import {
  type Adoption,
  type AdoptionBaseline,
  type AdoptionLine,
  type AdoptionOffer,
  type Lineage,
  type LineagePlace,
  adoptionSchema,
  type changeAdoption,
  listAdoptions,
  readAdoption,
  readAdoptionOffer,
  readLineage,
  writeAdoptionEntry,
} from '#contract/innovations/adoptions';
import { API } from '../../../core/api.ts';
import { type Live, liveResource } from '../../../core/live-resource.ts';

export type { Adoption, AdoptionBaseline, AdoptionLine, AdoptionOffer, Lineage, LineagePlace };
export type AdoptionChange = z.input<typeof changeAdoption.body>;
export type PlannedStep = NonNullable<AdoptionChange['steps']>[number];

/** Plans in scope, those under way first. */
export function liveAdoptions(): Live<z.infer<typeof listAdoptions.answer>> {
  return liveResource(() => ({ path: '/innovation-adoptions' }), listAdoptions.answer);
}

export function liveAdoption(id: () => string): Live<Adoption> {
  return liveResource(
    () => ({ path: `/innovation-adoptions/${encodeURIComponent(id())}` }),
    readAdoption.answer,
  );
}

/** What a plan for a unit would begin with; without a unit for the own one. */
export function liveOffer(
  wanted: () => { readonly key: string; readonly unit: string | null },
): Live<AdoptionOffer> {
  return liveResource(() => {
    const { key, unit } = wanted();
    return {
      path: `/innovations/${encodeURIComponent(key)}/adoption-offer`,
      query: unit === null ? {} : { unit },
    };
  }, readAdoptionOffer.answer);
}

/** Who took an entry from whom. */
export function liveLineage(key: () => string): Live<Lineage> {
  return liveResource(
    () => ({ path: `/innovations/${encodeURIComponent(key())}/lineage` }),
    readLineage.answer,
    'below',
  );
}

/** Changes of plans. Everything throws the refusal. */
@Injectable({ providedIn: 'root' })
export class AdoptionApi {
  private readonly http = inject(HttpClient);

  adopt(plan: {
    readonly innovation: string;
    readonly unit: string;
    readonly startsOn: string;
    readonly adapted: string;
  }): Promise<Adoption> {
    return this.send('POST', '', plan);
  }

  change(id: string, change: AdoptionChange): Promise<Adoption> {
    return this.send('PATCH', `/${id}`, change);
  }

  /** A step of a plan, by the last part of its path: `start`, `end` or `tell`. */
  act(id: string, step: 'start' | 'end' | 'tell', body: object): Promise<Adoption> {
    return this.send('POST', `/${id}/${step}`, body);
  }

  /** Begins the own entry that grew from a plan. @returns its id */
  async writeEntry(id: string, entry: { readonly name: string; readonly acronym: string }): Promise<string> {
    const answer = this.http.post(`${API}/innovation-adoptions/${id}/entry`, entry);
    return firstValueFrom(answer.pipe(map((body) => writeAdoptionEntry.answer.parse(body).id)));
  }

  private async send(method: 'POST' | 'PATCH', path: string, body: object): Promise<Adoption> {
    const answer = this.http.request(method, `${API}/innovation-adoptions${path}`, { body });
    return firstValueFrom(answer.pipe(map((value) => adoptionSchema.parse(value))));
  }
}
