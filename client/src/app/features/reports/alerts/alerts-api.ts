import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import type * as z from 'zod';
import {
  type AlertSettings,
  type AlertSettingsAnswer,
  type Digest,
  listAlerts,
  readAlertSettings,
  readDigest,
} from '#contract/reports/alerts';
import { API } from '../../../core/api.ts';
import { type Live, liveResource } from '../../../core/live-resource.ts';

export type { AlertEpisode, AlertSettings, AlertSettingsAnswer, Digest } from '#contract/reports/alerts';
export type Alerts = z.infer<typeof listAlerts.answer>;
export type DigestSpan = 'day' | 'week';

/** The alerts of a unit and what is below it. */
export function liveAlerts(unit: () => string | null): Live<Alerts> {
  return liveResource(() => ({ path: '/alerts', query: unitQuery(unit()) }), listAlerts.answer);
}

/** What happened lately, in one text. */
export function liveDigest(unit: () => string | null, span: () => DigestSpan): Live<Digest> {
  return liveResource(
    () => ({ path: '/alerts/digest', query: { ...unitQuery(unit()), span: span() } }),
    readDigest.answer,
    'below',
  );
}

/** What the person wants to hear in the post in use; null asks nothing. */
export function liveAlertSettings(may: () => boolean): Live<AlertSettingsAnswer> {
  return liveResource(() => (may() ? { path: '/alerts/settings' } : null), readAlertSettings.answer, 'below');
}

function unitQuery(unit: string | null): Readonly<Record<string, string>> {
  return unit === null ? {} : { unit };
}

/** Saves what is wanted; throws the refusal of the server. */
@Injectable({ providedIn: 'root' })
export class AlertSettingsApi {
  private readonly http = inject(HttpClient);

  async save(settings: AlertSettings): Promise<AlertSettingsAnswer> {
    const answer = this.http.put(`${API}/alerts/settings`, settings);
    return firstValueFrom(answer.pipe(map((value) => readAlertSettings.answer.parse(value))));
  }
}
