import type { IsoDate } from '../period/civil-date.ts';
import { SMALLEST_SHOWN } from '../suppression/small-cells.ts';
import { inBoth, numberText, workingDaysText, type Told } from './attention-words.ts';
import { scoreOf, type Finding } from './finding.ts';

/**
 * Valid complaints of a unit without a first response, past the first rung of the ladder: the unit itself answers first,
 * then Diskominfo, then the Bupati (domain: complaints).
 */
export interface UnansweredComplaints {
  readonly unit: string;
  /** How many have passed the unit's own rung. */
  readonly count: number;
  /** How many of these have passed Diskominfo too. */
  readonly pastTop: number;
  /** Receipt of the oldest. */
  readonly oldestOn: IsoDate;
  readonly oldestWorkingDays: number;
  /** The most frequent category and how many have it; null when none is recorded, or when it may not be told. */
  readonly category: { readonly name: string; readonly count: number } | null;
}

const PASSED: Readonly<Record<1 | 2, Told>> = {
  1: { id: 'batas waktu unit', en: 'the unit’s own time limit' },
  2: { id: 'unit dan Diskominfo', en: 'the unit and Diskominfo' },
};

/** From this share on, most share one category, and it is named. */
const MOST = 0.5;

/**
 * Raised when complaints were left unanswered past the ladder. Above the unit only what the ladder failed to solve is
 * seen: at least one has passed every rung.
 *
 * @param numbersTold false for who has no right to details: fewer than five are not spoken of, more without a number
 * @param rungs how far the ladder must have been climbed to be of interest: 1 within the unit, 2 above it
 */
export function unansweredComplaints(
  complaints: UnansweredComplaints,
  rungs: 1 | 2,
  numbersTold = true,
): Finding | null {
  const { unit, count, pastTop, oldestOn, oldestWorkingDays, category } = complaints;
  if (count === 0 || (rungs === 2 && pastTop === 0)) return null;
  if (!numbersTold && count < SMALLEST_SHOWN) return null;
  const passed = pastTop > 0 ? 2 : 1;
  const shared = category !== null && category.count > count * MOST ? category : null;
  const all = shared !== null && shared.count === count;
  return {
    kind: 'unanswered-complaints',
    mark: 'worse',
    unit,
    service: null,
    field: null,
    since: oldestOn,
    score: scoreOf(2 * passed + Math.log2(count), passed),
    sentence: numbersTold
      ? {
          id: `${subjectId(count, all ? shared.name : null)} belum ditanggapi, paling lama ${workingDaysText(oldestWorkingDays, 'id')}; sudah melewati ${PASSED[passed].id}.`,
          en: `${subjectEn(count, all ? shared.name : null)} unanswered, the oldest for ${workingDaysText(oldestWorkingDays, 'en')}; past ${PASSED[passed].en}.`,
        }
      : {
          id: `aduan belum ditanggapi; sudah melewati ${PASSED[passed].id}.`,
          en: `unanswered complaints; past ${PASSED[passed].en}.`,
        },
    facts:
      numbersTold && shared !== null && !all
        ? [
            inBoth((language) =>
              language === 'id'
                ? `${numberText(shared.count, language)} di antaranya ${lowerFirst(shared.name)}`
                : `${numberText(shared.count, language)} of them ${lowerFirst(shared.name)}`,
            ),
          ]
        : [],
    proof: numbersTold
      ? {
          label: {
            id: `${numberText(count, 'id')} aduan belum ditanggapi`,
            en: `${numberText(count, 'en')} unanswered ${count === 1 ? 'complaint' : 'complaints'}`,
          },
          screen: '/aduan',
          query: { unit, count: 'complaints.unanswered' },
          count,
        }
      : {
          label: { id: 'angka aduan', en: 'figures of complaints' },
          screen: '/aduan',
          query: { unit },
          count: null,
        },
  };
}

function subjectId(count: number, category: string | null): string {
  return `${numberText(count, 'id')} aduan${category === null ? '' : ` ${lowerFirst(category)}`}`;
}

function subjectEn(count: number, category: string | null): string {
  const noun = count === 1 ? 'complaint' : 'complaints';
  return `${numberText(count, 'en')} ${noun}${category === null ? '' : ` (${lowerFirst(category)})`}`;
}

/** "Air bersih" within a sentence; "KTP" stays as it is. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
