import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import type * as z from 'zod';
import type { orderReport } from '#contract/reports/made-reports';
import { listMadeReports, type MadeReport, madeReportSchema } from '#contract/reports/made-reports';
import { API } from '../../../core/api.ts';
import { type Live, liveResource } from '../../../core/live-resource.ts';
import { saveFile } from '../../../core/save-file.ts';

export type { MadeReport } from '#contract/reports/made-reports';
export type MadeReportList = z.infer<typeof listMadeReports.answer>;
export type ReportOrder = z.infer<typeof orderReport.body>;

/** The files that the person ordered in the post in use. */
export function liveMadeReports(): Live<MadeReportList> {
  return liveResource(() => ({ path: '/made-reports' }), listMadeReports.answer, 'below');
}

/** What is done with report files. Everything throws the refusal of the server. */
@Injectable({ providedIn: 'root' })
export class MadeReportsApi {
  private readonly http = inject(HttpClient);

  async order(order: ReportOrder): Promise<MadeReport> {
    const answer = this.http.post(`${API}/made-reports`, order);
    return firstValueFrom(answer.pipe(map((value) => madeReportSchema.parse(value))));
  }

  /** Saves the file under its own name. */
  async save({ id, fileName, format }: MadeReport): Promise<void> {
    const file = this.http.get(`${API}/made-reports/${id}/file`, { responseType: 'blob' });
    saveFile(await firstValueFrom(file), fileName ?? `laporan.${format}`);
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${API}/made-reports/${id}`));
  }
}
