import { zoneClock } from '../civil-time/zone-clock.ts';
import { localPauses, localTimeOf, mergePauses, type Pause } from './pauses.ts';

const at = (local: string): number => Date.parse(`2026-11-${local}+08:00`);

function pause(from: string, to: string | null, name = 'Blangko habis'): Pause {
  return { startedAt: at(from), endedAt: to === null ? null : at(to), name };
}

describe('merged pauses', () => {
  const from = at('12T10:20:00');

  it('are one where they overlap or touch, in order, with each reason once', () => {
    const merged = mergePauses(
      [
        pause('17T08:00:00', '17T09:00:00'),
        pause('13T09:00:00', '13T11:00:00', 'Gangguan sistem'),
        pause('13T08:00:00', '13T10:00:00'),
        pause('13T11:00:00', '13T12:00:00'),
        pause('13T08:30:00', '13T08:45:00'),
      ],
      from,
      at('20T00:00:00'),
    );
    expect(merged).toEqual([
      pause('13T08:00:00', '13T12:00:00', 'Blangko habis, Gangguan sistem'),
      pause('17T08:00:00', '17T09:00:00'),
    ]);
  });

  it('begin at receipt and end at completion; what has no length is gone', () => {
    const merged = mergePauses(
      [
        pause('11T08:00:00', '12T11:00:00'),
        pause('11T08:00:00', '12T10:20:00'),
        pause('13T08:00:00', '13T08:00:00'),
        pause('16T08:00:00', null),
        pause('19T08:00:00', null),
      ],
      from,
      at('18T16:00:00'),
    );
    expect(merged).toEqual([pause('12T10:20:00', '12T11:00:00'), pause('16T08:00:00', '18T16:00:00')]);
  });

  it('swallow what lies in one that still runs', () => {
    const merged = mergePauses([pause('13T08:00:00', null), pause('16T08:00:00', '16T09:00:00')], from, null);
    expect(merged).toEqual([pause('13T08:00:00', null)]);
  });

  it('are told in the time of the kabupaten', () => {
    // 23.30 UTC is 07.30 of the next day in Makassar; fractions of a second are cut off.
    const makassar = zoneClock('Asia/Makassar');
    expect(localTimeOf(Date.parse('2026-11-12T23:30:00.900Z'), makassar)).toEqual({
      day: '2026-11-13',
      second: 27_000,
    });
    expect(localPauses([pause('13T08:10:00', null)], makassar)).toEqual([
      { from: { day: '2026-11-13', second: 29_400 }, to: null, name: 'Blangko habis' },
    ]);
  });
});
