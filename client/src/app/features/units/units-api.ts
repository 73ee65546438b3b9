import { inject } from '@angular/core';
import { type Attention, type Today, attentionSchema, todaySchema } from '#contract/attention';
import { listDispositions, recipientsSchema } from '#contract/dispositions';
import type { MeasureId } from '#domain/measures';
import type * as z from 'zod';
import { type Live, liveResource } from '../../core/live-resource.ts';
import { Session } from '../../core/session.ts';
import { type RecordLink, caseLink, complaintLink } from '../../ui/record-link.ts';

export type { Attention, Today };
export type AttentionItem = Attention['items'][number];
export type UnitDispositions = z.infer<typeof listDispositions.answer>;
export type Recipients = z.infer<typeof recipientsSchema>;

/** What needs a decision in a unit and in the units below it. */
export function liveUnitAttention(unit: () => string): Live<Attention> {
  return liveResource(() => ({ path: '/attention', query: { unit: unit() } }), attentionSchema);
}

/** What is past its deadline and what waits for an answer now; nothing is asked for those who may not see records. */
export function liveUnitToday(unit: () => string): Live<Today> {
  const session = inject(Session);
  return liveResource(
    () => (session.can('cases:read') ? { path: '/today', query: { unit: unit() } } : null),
    todaySchema,
  );
}

/** Disposisi about the unit that the post in use gave or received. */
export function liveUnitDispositions(unit: () => string): Live<UnitDispositions> {
  const session = inject(Session);
  return liveResource(
    () =>
      session.can('dispositions:own')
        ? { path: '/dispositions', query: { unit: unit(), limit: '20' } }
        : null,
    listDispositions.answer,
  );
}

/** The posts that answer for a unit, for those who may give them an instruction. */
export function liveUnitPosts(unit: () => string): Live<Recipients> {
  const session = inject(Session);
  return liveResource(
    () =>
      session.can('dispositions:give') ? { path: '/dispositions/recipients', query: { unit: unit() } } : null,
    recipientsSchema,
  );
}

/** The screen of a measure, with the number that it is to show. */
export function measureScreen(measure: MeasureId, field: string): RecordLink {
  switch (measure) {
    case 'complaints':
      return { screen: ['/aduan'], query: { field } };
    case 'ikm':
      return { screen: ['/kepuasan'], query: { field } };
    default:
      return { screen: ['/layanan'], query: { field: `${measure}.${field}` } };
  }
}

/** The records behind a count of cases or complaints; null for a number that is no count of records. */
export function recordsOf(
  measure: MeasureId,
  field: string,
  carried: Readonly<Record<string, unknown>>,
): RecordLink | null {
  return measure === 'complaints' ? complaintLink(field, carried) : caseLink(measure, field, carried);
}
