import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { MeasureId } from '#domain/measures';
import { API } from '../../core/api.ts';

/** A note to be set: what happened on a day in a unit, for all services or one. */
export interface NewNote {
  readonly unit: string;
  readonly service?: string;
  readonly day: string;
  readonly text: string;
}

/** A new baseline: from which month, and why. */
export interface NewBaseline {
  readonly unit: string;
  readonly service?: string;
  readonly channel?: string;
  readonly measure: MeasureId;
  readonly field: string;
  readonly startsOn: string;
  readonly reason: string;
}

/** Writes notes and baselines. Every call throws the `HttpErrorResponse` of a refusal. */
@Injectable({ providedIn: 'root' })
export class AnnotationsApi {
  private readonly http = inject(HttpClient);

  async addNote(note: NewNote): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/annotations`, note));
  }

  async removeNote(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${API}/annotations/${encodeURIComponent(id)}`));
  }

  async addBaseline(baseline: NewBaseline): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/baselines`, baseline));
  }

  async removeBaseline(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${API}/baselines/${encodeURIComponent(id)}`));
  }
}
