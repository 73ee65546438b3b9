import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import {
  type FreezeRun,
  type Snapshot,
  type SnapshotComparison,
  type SnapshotLine,
  type SnapshotList,
  type SnapshotReproduction,
  freezeRunSchema,
  snapshotComparisonSchema,
  snapshotListSchema,
  snapshotReproductionSchema,
  snapshotSchema,
} from '#contract/reports/snapshots';
import { API } from '../../../core/api.ts';
import { type Live, type LoadPlace, liveResource } from '../../../core/live-resource.ts';

export type { FreezeRun, Snapshot, SnapshotComparison, SnapshotLine, SnapshotList, SnapshotReproduction };
export type ReportPeriod = SnapshotList['periods'][number];
export type FigureDifference = SnapshotComparison['differences'][number];

/** Which figures are frozen: a month or a quarter, by its first day. */
export type FrozenPeriod = Pick<ReportPeriod, 'grain' | 'from' | 'periodName'>;

/** What was frozen of a unit, and what can be. */
export function liveSnapshots(unit: () => string | null): Live<SnapshotList> {
  return liveResource(() => {
    const code = unit();
    return { path: '/snapshots', query: code === null ? {} : { unit: code } };
  }, snapshotListSchema);
}

export function liveSnapshot(code: () => string): Live<Snapshot> {
  return liveResource(() => ({ path: pathOf(code()) }), snapshotSchema);
}

/** What differs now from what was frozen; null asks nothing. */
export function liveComparison(code: () => string | null, place: LoadPlace): Live<SnapshotComparison> {
  return liveResource(
    () => {
      const asked = code();
      return asked === null ? null : { path: `${pathOf(asked)}/comparison` };
    },
    snapshotComparisonSchema,
    place,
  );
}

function pathOf(code: string): string {
  return `/snapshots/${encodeURIComponent(code)}`;
}

/** What is done with snapshots. Everything throws the refusal of the server. */
@Injectable({ providedIn: 'root' })
export class SnapshotsApi {
  private readonly http = inject(HttpClient);

  /** Begins to freeze; with a reason, to freeze again after corrections. */
  async freeze({ grain, from }: FrozenPeriod, reason: string | null): Promise<FreezeRun> {
    const body = { grain, from, ...(reason === null ? {} : { reason }) };
    const answer = this.http.post(`${API}/snapshots`, body);
    return firstValueFrom(answer.pipe(map((value) => freezeRunSchema.parse(value))));
  }

  async run(id: string): Promise<FreezeRun> {
    const answer = this.http.get(`${API}/snapshots/runs/${encodeURIComponent(id)}`);
    return firstValueFrom(answer.pipe(map((value) => freezeRunSchema.parse(value))));
  }

  async reproduce(code: string): Promise<SnapshotReproduction> {
    const answer = this.http.get(`${API}${pathOf(code)}/reproduction`);
    return firstValueFrom(answer.pipe(map((value) => snapshotReproductionSchema.parse(value))));
  }
}
