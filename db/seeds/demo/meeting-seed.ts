/** Holds the last evaluation meeting of the demo, the one that the told commitments were made in. */
import { addDays, weekStart } from '#domain/period/civil-date';
import { COMMITMENTS } from './commitment-story.ts';
import type { DemoPost } from './demo-hand.ts';
import type { OversightStory } from './finding-seed.ts';
import { STORY_KABUPATEN } from './demo-story.ts';
import { ATTENDED, MATTERS } from './meeting-story.ts';

/** @param unitName the name of a unit by its code */
export async function writeMeeting(
  { desk, today, posts, hand }: OversightStory,
  organiser: DemoPost,
  unitName: (code: string) => string,
): Promise<void> {
  const heldOn = weekStart(addDays(today, -10));
  const headOf = (unit: string): DemoPost | undefined =>
    posts.find(({ role, unitCode }) => (role === 'camat' || role === 'kepala-skpd') && unitCode === unit);
  await desk.meetings.hold(hand(organiser, heldOn), {
    title: 'Rapat evaluasi pelayanan',
    place: 'Ruang rapat Sekretariat Daerah',
    heldOn,
    attendees: ATTENDED,
    unit: STORY_KABUPATEN,
    matters: MATTERS.map(({ decided, ...matter }) => ({
      ...matter,
      unitName: unitName(matter.unit),
      owner: headOf(matter.unit)?.title ?? null,
      decisions: COMMITMENTS.filter(({ instruction }) => decided.includes(instruction)).flatMap((told) => {
        const to = posts.find(({ role, unitCode }) => role === told.role && unitCode === told.unit);
        return to === undefined ? [] : [{ what: told.instruction, to, dueOn: addDays(heldOn, told.due) }];
      }),
    })),
  });
}
