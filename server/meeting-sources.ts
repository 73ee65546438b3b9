import type { Language } from '#contract/messages';
import type { FigureReader } from '#domain/snapshots/figure-reader';
import { monthStart } from '#domain/period/civil-date';
import { insertDisposition } from './features/attention/dispositions/dispositions.repository.ts';
import { RECIPIENT_ROLES, recipientsOf } from './features/attention/dispositions/recipients.ts';
import type { MeetingSources } from './features/meetings/meeting-deps.ts';
import { writePdf } from './features/reports/files/pdf-file.ts';
import { letterheadOf } from './features/reports/letterheads/letterhead-of.ts';
import type { FigureSources } from './features/reports/snapshots/figure-sources.ts';
import type { ClockSource } from './platform/clock.ts';
import { tenantScopeOf } from './platform/http/bind-route.ts';
import { figuresClock } from './platform/kabupaten/leadership-clock.ts';
import { readPostsOfRoles } from './platform/kabupaten/posts-of-roles.queries.ts';

/** Whatever is put on the big screen everybody in the room reads: nothing that not everyone in the scope may see. */
const FOR_ALL: Omit<FigureReader, 'root'> = {
  rights: { services: false, complaints: false, surveys: false },
  withOversight: false,
  comparesPeers: false,
  onLadder: false,
};

/** What meetings need of figures, disposisi and letterheads. */
export function meetingSources(deps: {
  readonly clock: ClockSource;
  readonly figures: FigureSources;
}): MeetingSources {
  return {
    exceptions: async (transaction, person, unit) => {
      const { clock, shownUntil } = await figuresClock(
        transaction,
        person,
        deps.clock(tenantScopeOf(person).timeZone),
      );
      const told = (language: Language) =>
        deps.figures.attention(transaction, {
          reader: { ...FOR_ALL, root: unit },
          language,
          clock,
          shownUntil,
          unit,
          period: { from: monthStart(clock.today), to: clock.today },
        });
      const [id, en] = [await told('id'), await told('en')];
      return {
        items: id.items.flatMap((item) => {
          const same = en.items.find(({ key }) => key === item.key);
          return same === undefined ? [] : [{ id: item, en: same }];
        }),
        dataVersion: id.dataVersion,
        definitionsVersion: id.definitionsVersion,
      };
    },
    owners: async (transaction, { unit, scope, units, today }) => {
      const posts = await readPostsOfRoles(transaction, RECIPIENT_ROLES, today);
      // A meeting may also give a task to the post that holds it.
      return recipientsOf(posts, unit, { postId: '', scope }, units).map(({ id, title, responsible }) => ({
        post: id,
        title,
        responsible,
      }));
    },
    commit: ({ database, audit, actor, kabupatenCode, now }, { meeting, ...given }) =>
      insertDisposition(
        { database, audit, actor, kabupatenCode, now },
        {
          ...given,
          kind: 'commitment',
          meetingOn: meeting.on,
          meeting: { id: meeting.id, unit: meeting.unit },
        },
      ),
    letterhead: letterheadOf,
    writePdf,
  };
}
