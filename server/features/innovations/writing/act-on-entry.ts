import type { WritingEntry } from '#contract/innovations/writing';
import type { RouteDescriptor } from '#contract/route';
import type { RouteCall } from '../../../platform/http/bind-route.ts';
import { entryDeskOf, type EntryDeps, type EntryDesk } from '../entry-desk.ts';
import { answerEntry, requireEntry, type EntrySide } from './read-entry.ts';

/** Does something to an entry that the person has the right over, and answers with it. */
export async function act(
  deps: EntryDeps,
  call: RouteCall<RouteDescriptor>,
  key: string,
  side: EntrySide,
  doing: (desk: EntryDesk, id: string) => Promise<unknown>,
): Promise<WritingEntry> {
  const { row, told } = await requireEntry(deps, call.person, key, side);
  await doing(entryDeskOf(deps, call, told), row.id);
  return answerEntry(deps, call.person, row.id);
}
