import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import type * as z from 'zod';
import { type addFinding, type Finding, findingSchema, listFindings } from '#contract/oversight/findings';
import { listIndicationRecords, listIndications } from '#contract/oversight/indications';
import {
  createReconciliation,
  listReconciliations,
  readReconciliation,
  type ReconciliationLine,
  type ReportPreview,
  reportPreviewSchema,
} from '#contract/oversight/reconciliations';
import {
  type checkSampled,
  listSamples,
  redrawSample,
  type Sample,
  sampleSchema,
} from '#contract/oversight/samples';
import { readWatchList } from '#contract/oversight/watch-list';
import { API } from '../../core/api.ts';
import { type Live, liveResource } from '../../core/live-resource.ts';
import { type Mapping, mappedForm, previewPart } from '../../core/mapped-file.ts';
import { pagedList } from '../../core/paged-list.ts';

export type WatchList = z.infer<typeof readWatchList.answer>;
export type FindingList = z.infer<typeof listFindings.answer>;
export type NewFinding = z.infer<NonNullable<(typeof addFinding)['body']>>;
export type Indications = z.infer<typeof listIndications.answer>;
export type IndicationRecords = z.infer<typeof listIndicationRecords.answer>;
export type Samples = z.infer<typeof listSamples.answer>;
export type Redrawn = z.infer<typeof redrawSample.answer>;
export type Check = z.infer<NonNullable<(typeof checkSampled)['body']>>;
export type Reconciliations = z.infer<typeof listReconciliations.answer>;
export type ReconciliationPart = z.infer<typeof readReconciliation.answer>;
type Query = Readonly<Record<string, string>>;

/** Units under watch in the selected unit and below it. */
export function liveWatchList(unit: () => string | null): Live<WatchList> {
  return liveResource(() => {
    const code = unit();
    return { path: '/watch-list', query: code === null ? {} : { unit: code } };
  }, readWatchList.answer);
}

/** The findings of the filter, page by page. */
export function liveFindings(
  query: () => Query,
): ReturnType<typeof pagedList<FindingList['items'][number], FindingList>> {
  return pagedList<FindingList['items'][number], FindingList>(
    () => ({ path: '/findings', query: { ...query(), limit: '50' } }),
    listFindings.answer,
  );
}

export function liveFinding(id: () => string): Live<Finding> {
  return liveResource(() => ({ path: `/findings/${encodeURIComponent(id())}` }), findingSchema);
}

export function liveIndications(query: () => Query): Live<Indications> {
  return liveResource(() => ({ path: '/indications', query: query() }), listIndications.answer);
}

/** The records behind one indication. */
export function liveIndicationRecords(
  key: () => string,
): ReturnType<typeof pagedList<IndicationRecords['items'][number], IndicationRecords>> {
  return pagedList<IndicationRecords['items'][number], IndicationRecords>(
    () => ({ path: '/indications/records', query: { key: key(), limit: '50' } }),
    listIndicationRecords.answer,
  );
}

export function liveSamples(): ReturnType<typeof pagedList<Samples['items'][number], Samples>> {
  return pagedList<Samples['items'][number], Samples>(
    () => ({ path: '/samples', query: { limit: '50' } }),
    listSamples.answer,
  );
}

export function liveSample(id: () => string): Live<Sample> {
  return liveResource(() => ({ path: `/samples/${encodeURIComponent(id())}` }), sampleSchema);
}

export function liveReconciliations(): ReturnType<typeof pagedList<ReconciliationLine, Reconciliations>> {
  return pagedList<ReconciliationLine, Reconciliations>(
    () => ({ path: '/reconciliations', query: { limit: '50' } }),
    listReconciliations.answer,
  );
}

/** One part of a comparison; `cursor` null for the first. */
export function liveReconciliation(
  wanted: () => { readonly id: string; readonly kind: string | null; readonly cursor: string | null },
): Live<ReconciliationPart> {
  return liveResource(() => {
    const { id, kind, cursor } = wanted();
    return {
      path: `/reconciliations/${encodeURIComponent(id)}`,
      query: {
        limit: '100',
        ...(kind === null ? {} : { kind }),
        ...(cursor === null ? {} : { cursor }),
      },
    };
  }, readReconciliation.answer);
}

/** Address of the differences of a comparison as XLSX. */
export function differencesAddress(id: string): string {
  return `${API}/reconciliations/${encodeURIComponent(id)}/differences`;
}

/** What is done in oversight. Everything throws the refusal of the server. */
@Injectable({ providedIn: 'root' })
export class OversightApi {
  private readonly http = inject(HttpClient);

  async addFinding(finding: NewFinding): Promise<Finding> {
    return this.finding('/findings', finding);
  }

  /** One step of a recommendation: `what` is the last part of its path. */
  async step(
    id: string,
    what: 'actions' | 'proposal' | 'verification' | 'decision' | 'block',
    body: object,
  ): Promise<Finding> {
    return this.finding(`/recommendations/${encodeURIComponent(id)}/${what}`, body);
  }

  async redraw(id: string): Promise<Redrawn> {
    const answer = this.http.post(`${API}/samples/${encodeURIComponent(id)}/redraw`, {});
    return firstValueFrom(answer.pipe(map((value) => redrawSample.answer.parse(value))));
  }

  async check(id: string, record: string, check: Check): Promise<Sample> {
    const path = `${API}/samples/${encodeURIComponent(id)}/checks/${encodeURIComponent(record)}`;
    return firstValueFrom(this.http.put(path, check).pipe(map((value) => sampleSchema.parse(value))));
  }

  /** Columns of their file, and what they can be compared as; nothing is stored. */
  async previewReport(file: File, dataset: string): Promise<ReportPreview> {
    const body = mappedForm(await previewPart(file), null);
    const answer = this.http.post(`${API}/reconciliations/preview`, body, { params: { dataset } });
    return firstValueFrom(answer.pipe(map((value) => reportPreviewSchema.parse(value))));
  }

  async compare(file: File, mapping: Mapping | null, query: Query): Promise<ReconciliationLine> {
    const body = mappedForm(file, mapping);
    const answer = this.http.post(`${API}/reconciliations`, body, { params: query });
    return firstValueFrom(answer.pipe(map((value) => createReconciliation.answer.parse(value))));
  }

  private async finding(path: string, body: object): Promise<Finding> {
    const answer = this.http.post(`${API}${path}`, body);
    return firstValueFrom(answer.pipe(map((value) => findingSchema.parse(value))));
  }
}
