import type { DemoMeetingDesk } from '../../db/seeds/demo/meeting-story.ts';
import type { DemoHand } from '../../db/seeds/demo/demo-hand.ts';
import { DEFINITIONS_VERSION } from '#domain/measures';
import { endMeeting } from '../features/meetings/close-meeting.repository.ts';
import type { MeetingDesk } from '../features/meetings/meeting-deps.ts';
import { saveDecision, saveHead, saveItem } from '../features/meetings/meeting-writes.repository.ts';
import { beginMeeting, planMeeting } from '../features/meetings/meetings.repository.ts';
import { newRecordId } from '../platform/database/record-id.ts';

/** An hour and three quarters. */
const LASTED_MS = 105 * 60_000;

/** How the posts of the demo held their meeting, by the code of the screens. */
export function meetingDemoDesk(deskOf: (hand: DemoHand) => MeetingDesk): DemoMeetingDesk {
  return {
    hold: async (hand, meeting) => {
      const desk = deskOf(hand);
      const { transaction, kabupatenCode } = hand;
      const id = await planMeeting(transaction, desk, {
        unitCode: meeting.unit,
        title: meeting.title,
        heldOn: meeting.heldOn,
      });
      const version = await transaction<{ version: number }>('data_versions')
        .whereRaw('kabupaten_code = ?', [kabupatenCode])
        .first('version');
      const exceptions = meeting.matters.filter(({ kind }) => kind === 'exception');
      await beginMeeting(desk, id, {
        items: exceptions.map(({ unit, unitName, told, owner, link }) => ({
          kind: 'exception',
          unit_code: unit,
          title: '',
          told: { unitName, sentence: told, mark: 'worse', owner, link },
          disposition_id: null,
        })),
        dataVersion: version?.version ?? 0,
        definitionsVersion: DEFINITIONS_VERSION,
      });
      const head = { title: meeting.title, place: meeting.place, attendees: [...meeting.attendees] };
      await saveHead(desk, id, 1, head);
      const { rows: begun } = await transaction.raw<{ rows: { id: string }[] }>(
        'select id from meeting_items where kabupaten_code = ? and meeting_id = ? order by position',
        [kabupatenCode, id],
      );
      for (const [index, matter] of meeting.matters.entries()) {
        const known = begun[index]?.id;
        const item = known ?? newRecordId();
        await saveItem(
          desk,
          { meeting: id, item },
          known === undefined ? 0 : 1,
          {
            title: matter.kind === 'point' ? matter.told.id : '',
            note: matter.note,
            outcome: matter.decisions.length === 0 ? 'undecided' : null,
          },
          () => matter.unitName,
        );
        for (const { what, to, dueOn } of matter.decisions)
          await saveDecision(desk, { meeting: id, item, decision: newRecordId() }, 0, {
            what,
            to_post: to.id,
            to_title: to.title,
            due_on: dueOn,
          });
      }
      const ended = new Date(Date.parse(hand.at) + LASTED_MS).toISOString();
      await endMeeting(
        { ...desk, now: ended },
        id,
        { nextOn: null, promises: new Map() },
        async (_desk, given) => {
          // The commitments were told before the meeting had minutes: they are what it decided.
          const { rows: kept } = await transaction.raw<{ rows: { id: string }[] }>(
            `update dispositions set meeting_id = ?
              where kabupaten_code = ? and kind = 'commitment' and meeting_on = ? and instruction = ?
              returning id`,
            [id, kabupatenCode, given.meeting.on, given.instruction],
          );
          const [commitment] = kept;
          if (commitment === undefined) throw new Error(`The demo has no commitment "${given.instruction}".`);
          return commitment.id;
        },
      );
    },
  };
}
