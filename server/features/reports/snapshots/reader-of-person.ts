import type { Language } from '#contract/messages';
import type { FigureReader } from '#domain/snapshots/figure-reader';
import { countsOversight, detailRightsOf } from '../../../platform/auth/figure-rights.ts';
import { may, type Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { figuresClock } from '../../../platform/kabupaten/leadership-clock.ts';
import type { FigureView } from './figure-sources.ts';

/** Who asks for figures, and in which language they are told. */
export interface Asker {
  readonly person: Person;
  readonly language: Language;
}

/** All of a person that figures depend on. */
export function readerOf(person: Person): FigureReader {
  return {
    root: tenantScopeOf(person).rootUnit,
    rights: detailRightsOf(person),
    withOversight: countsOversight(person),
    comparesPeers: may(person, 'peers:read'),
    onLadder: person.role === 'diskominfo',
  };
}

/** How the person looks at figures now; during the trial period leadership sees them some days later. */
export async function viewOf(
  transaction: ReadTransaction,
  clock: ClockSource,
  { person, language }: Asker,
): Promise<FigureView> {
  const { timeZone } = tenantScopeOf(person);
  const seen = await figuresClock(transaction, person, clock(timeZone));
  return { reader: readerOf(person), language, ...seen };
}
