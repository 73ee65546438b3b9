import { type Disposition, dispositionSchema, listDispositions } from '#contract/dispositions';
import { type PagedList, pagedList } from '../../core/paged-list.ts';
import type * as z from 'zod';

type Page = z.infer<typeof listDispositions.answer>;

export const STATES = dispositionSchema.shape.state.options;
export type State = (typeof STATES)[number];

/** The disposisi that the post in use received or gave, newest first. */
export function listedDispositions(
  wanted: () => { readonly box: 'received' | 'given'; readonly state: State | null },
): PagedList<Disposition, Page> {
  return pagedList(() => {
    const { box, state } = wanted();
    return {
      path: '/dispositions',
      query: { box, limit: '50', ...(state === null ? {} : { state }) },
    };
  }, listDispositions.answer);
}
