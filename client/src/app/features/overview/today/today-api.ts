import { listDispositions } from '#contract/dispositions';
import { type Today, todaySchema } from '#contract/attention';
import { inject } from '@angular/core';
import type * as z from 'zod';
import { type Live, liveResource } from '../../../core/live-resource.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';

export type { Today };
export type ReceivedDispositions = z.infer<typeof listDispositions.answer>;

/** What falls due and what waits for an answer in the selected unit today. */
export function liveToday(): Live<Today> {
  const selection = inject(Selection);
  return liveResource(() => {
    const unit = selection.unit();
    return { path: '/today', query: unit === null ? {} : { unit } };
  }, todaySchema);
}

/** Disposisi and reminders that the post in use received, the newest first. */
export function liveReceived(): Live<ReceivedDispositions> {
  const session = inject(Session);
  return liveResource(
    () =>
      session.can('dispositions:own')
        ? { path: '/dispositions', query: { box: 'received', limit: '20' } }
        : null,
    listDispositions.answer,
  );
}
