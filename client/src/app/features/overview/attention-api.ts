import { HttpClient } from '@angular/common/http';
import { Injectable, effect, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type Attention, type AttentionItem, attentionSchema } from '#contract/attention';
import { API } from '../../core/api.ts';
import { type Live, liveResource } from '../../core/live-resource.ts';
import { Reporting } from '../../core/reporting.ts';
import { Selection } from '../../core/selection.ts';

export type { Attention, AttentionItem };

/** What needs a decision in the selected unit; the bar above the page learns from it who has reported. */
export function liveAttention(): Live<Attention> {
  const [selection, reporting] = [inject(Selection), inject(Reporting)];
  const attention = liveResource(() => {
    const unit = selection.unit();
    return { path: '/attention', query: unit === null ? {} : { unit } };
  }, attentionSchema);
  effect(() => {
    const answer = attention.value();
    if (answer !== undefined) reporting.note(answer.reporting.expected, answer.reporting.reported);
  });
  return attention;
}

/** What a leader answers to an exception. */
@Injectable({ providedIn: 'root' })
export class AttentionApi {
  private readonly http = inject(HttpClient);

  /** Takes an exception off the own list; above, the reason stands beside it. Throws the refusal of the server. */
  async dismiss(item: AttentionItem, reason: string): Promise<void> {
    const body = { key: item.key, unit: item.unit.code, reason };
    await firstValueFrom(this.http.post(`${API}/attention/dismissals`, body));
  }
}
