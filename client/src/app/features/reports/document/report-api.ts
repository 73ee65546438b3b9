import { HttpClient, HttpErrorResponse, type HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type FileFormat, type ReportList, reportListSchema } from '#contract/reports/documents';
import { type ReportDocument, reportDocumentSchema } from '#contract/reports/report-document';
import { API } from '../../../core/api.ts';
import { type Live, liveResource } from '../../../core/live-resource.ts';
import { saveFile } from '../../../core/save-file.ts';
import { nameIn } from './file-name.ts';

/** Which report of which figures: the address of the screen. */
export interface AskedReport {
  readonly report: string;
  readonly unit: string | null;
  readonly grain: 'month' | 'quarter';
  /** First day of the month or quarter. */
  readonly from: string;
}

/** The report as the server describes it. */
export function liveReport(asked: () => AskedReport): Live<ReportDocument> {
  return liveResource(
    () => ({ path: `/reports/${asked().report}`, query: queryOf(asked()) }),
    reportDocumentSchema,
  );
}

/** What can be had of the unit, and in which forms. */
export function liveReportList(unit: () => string | null): Live<ReportList> {
  return liveResource(() => ({ path: '/reports', query: unitQuery(unit()) }), reportListSchema);
}

/** Reports as files; each is made by the server, for the person who asks. */
@Injectable({ providedIn: 'root' })
export class ReportFiles {
  private readonly http = inject(HttpClient);

  /** Saves it under the name that the server gives it. Throws the `HttpErrorResponse` of a refusal. */
  async save(asked: AskedReport, format: FileFormat): Promise<void> {
    const response = await this.fetch(asked, format);
    const name = nameIn(response.headers.get('Content-Disposition')) ?? `${asked.report}.${format}`;
    saveFile(response.body ?? new Blob(), name);
  }

  /** The brief of the same figures. Throws the `HttpErrorResponse` of a refusal. */
  async brief(asked: AskedReport): Promise<string> {
    const { body } = await this.fetch({ ...asked, report: BRIEF }, 'text');
    return (await body?.text()) ?? '';
  }

  private async fetch(asked: AskedReport, format: FileFormat): Promise<HttpResponse<Blob>> {
    const path = `${API}/reports/${asked.report}/file`;
    const params = { ...queryOf(asked), format };
    try {
      return await firstValueFrom(this.http.get(path, { params, responseType: 'blob', observe: 'response' }));
    } catch (error) {
      throw await withReadBody(error);
    }
  }
}

/** The report that goes into one message. */
export const BRIEF = 'ringkasan-wa';

/** The query of a report, for the API and for the address of its screen. */
export function queryOf({ unit, grain, from }: AskedReport): Record<string, string> {
  return { ...unitQuery(unit), grain, from };
}

function unitQuery(unit: string | null): Record<string, string> {
  return unit === null ? {} : { unit };
}

/** A refusal of a file comes as bytes too: its sentence is read out of them. */
async function withReadBody(error: unknown): Promise<unknown> {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob)) return error;
  const text = await error.error.text();
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // What is no JSON is told by its status.
  }
  return new HttpErrorResponse({
    error: body,
    headers: error.headers,
    status: error.status,
    ...(error.url === null ? {} : { url: error.url }),
  });
}
