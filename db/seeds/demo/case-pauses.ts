/** Pauses: which requests waited for something, since when, and how long. */
import type { LocalTime } from '#domain/calendar/calendar-definition';
import type { WorkingCalendar } from '#domain/calendar/working-calendar';
import { STORY_UNITS } from './demo-story.ts';
import { afterWorkingSeconds } from './demo-time.ts';
import type { DemoUnit } from './demo-units.ts';
import { randomStream } from './random-stream.ts';
import type { DemoPlace } from './demo-place.ts';

/** Services of the counter whose pauses are recorded. */
const RECORDED: readonly string[] = ['kk', 'rekam-ktp', 'cetak-ktp-hilang', 'surat-pindah'];
const HOUR = 3600;

/** A pause as it really went, known or not. */
export interface DemoPause {
  readonly reason: string;
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly workingSeconds: number;
}

interface PausedCase {
  readonly unit: DemoUnit;
  readonly service: string;
  readonly received: LocalTime;
  readonly number: string;
  readonly calendar: WorkingCalendar;
  /** Working seconds it takes without the pause. */
  readonly unpaused: number;
  /** Working seconds the standard leaves. */
  readonly available: number;
  readonly visits: number;
}

/**
 * The pause of a request, null for most. It begins before the deadline and moves completion and deadline alike, so that
 * it excuses nobody: what is late without it is late with it.
 */
export function pauseOf(request: PausedCase, place: DemoPlace): DemoPause | null {
  const { unit, service, received, calendar } = request;
  if (unit.kind !== 'kecamatan' || !RECORDED.includes(service) || received.day < place.dates.partsFrom)
    return null;
  const random = randomStream(place.seed, 'pause', unit.code, request.number);
  const reason = reasonOf(request, random.next(), place);
  if (reason === null) return null;
  const workingSeconds =
    reason === 'blangko-kosong'
      ? Math.round((6 + 18 * random.next()) * HOUR)
      : Math.round((2 - 6 * Math.log(1 - random.next())) * HOUR);
  const start = afterWorkingSeconds(calendar, received, 0.3 * Math.min(request.unpaused, request.available));
  return { reason, start, end: afterWorkingSeconds(calendar, start, workingSeconds), workingSeconds };
}

/** Whoever came once had everything with them; the forms of Muara Kaman have been short since its KK slowed down. */
function reasonOf(
  { unit, service, received, visits }: PausedCase,
  chance: number,
  place: DemoPlace,
): string | null {
  const short =
    unit.code === STORY_UNITS.muaraKaman && service === 'kk' && received.day >= place.dates.kkWorsensFrom;
  if (short && chance < 0.22) return 'blangko-kosong';
  if (visits > 1 && chance < 0.4) return 'berkas-kurang';
  const isDown = received.day === place.dates.outageOn;
  if (chance > (isDown ? 0.35 : 0.993)) return 'gangguan-sistem';
  return null;
}
