import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import {
  type Disposition,
  dispositionSchema,
  type giveDisposition,
  recipientsSchema,
} from '#contract/dispositions';
import { calendarSchema } from '#contract/reference';
import type * as z from 'zod';
import { API } from './api.ts';
import { type IsoDate, type Period } from './period.ts';

export type { Disposition };
export type Recipient = z.infer<typeof recipientsSchema>['items'][number];
export type NewDisposition = z.infer<NonNullable<(typeof giveDisposition)['body']>>;

/** Disposisi and reminders: giving one, reporting it done, accepting or sending back. Everything throws the refusal. */
@Injectable({ providedIn: 'root' })
export class DispositionsApi {
  private readonly http = inject(HttpClient);

  /** The posts that a disposisi about a unit can go to, those that answer for it first. */
  async recipients(unit: string): Promise<readonly Recipient[]> {
    const answer = this.http.get(`${API}/dispositions/recipients`, { params: { unit } });
    return (await firstValueFrom(answer.pipe(map((body) => recipientsSchema.parse(body))))).items;
  }

  /** The working days of a period by the calendar of a unit. */
  async workingDays(unit: string, { from, to }: Period): Promise<readonly IsoDate[]> {
    const answer = this.http.get(`${API}/calendar`, { params: { unit, from, to } });
    const { items } = await firstValueFrom(answer.pipe(map((body) => calendarSchema.parse(body))));
    return items.filter((day) => day.working).map((day) => day.date);
  }

  async give(disposition: NewDisposition): Promise<Disposition> {
    return this.post('/dispositions', disposition);
  }

  async report(id: string, report: string): Promise<Disposition> {
    return this.post(`/dispositions/${id}/report`, { report });
  }

  /** Accepts a report, or withdraws what was given. */
  async close(id: string): Promise<Disposition> {
    return this.post(`/dispositions/${id}/close`, {});
  }

  async sendBack(id: string, reason: string, dueOn: IsoDate | null): Promise<Disposition> {
    return this.post(`/dispositions/${id}/send-back`, { reason, dueOn });
  }

  private async post(path: string, body: unknown): Promise<Disposition> {
    const answer = this.http.post(`${API}${path}`, body);
    return firstValueFrom(answer.pipe(map((value) => dispositionSchema.parse(value))));
  }
}
