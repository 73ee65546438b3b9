import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type Reporting, reportingSchema } from '#contract/attention';
import { API } from '../../../core/api.ts';
import { type Live, liveResource } from '../../../core/live-resource.ts';
import type { IsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import type { ReportedDataset } from './reporting-rows.ts';

/** Who has reported the month of `day`, in the selected unit. */
export function liveReporting(day: () => IsoDate): Live<Reporting> {
  const selection = inject(Selection);
  return liveResource(() => {
    const unit = selection.unit();
    return { path: '/reporting', query: { month: day(), ...(unit !== null && { unit }) } };
  }, reportingSchema);
}

@Injectable({ providedIn: 'root' })
export class ReportingApi {
  private readonly http = inject(HttpClient);

  /** Says that a unit had nothing to report in a month. Throws the refusal of the server. */
  async fileNil(unit: string, dataset: ReportedDataset, month: IsoDate): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/reporting/nil`, { unit, dataset, month }));
  }
}
