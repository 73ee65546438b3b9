import { shortDay } from '../../oversight/span-text.ts';
import type { EntryFieldId } from '../entry-fields.ts';
import type { AwardEntry, AwardFigures, FilledPart } from './award-entry.ts';
import type { IndexTable, IndicatorRow } from './award-table.ts';

/**
 * How far an indicator is: `computed` from the product's own records, `told` by the entry, `document` where the entry helps
 * but the level hangs on a document outside, `missing` where nothing is told.
 */
export const INDICATOR_STATES = ['computed', 'told', 'document', 'missing'] as const;
export type IndicatorState = (typeof INDICATOR_STATES)[number];

export interface DraftedIndicator extends IndicatorRow, FilledPart {
  readonly state: IndicatorState;
  /** 1–3 as far as it can be told; null: to be chosen by who hands in. */
  readonly level: 1 | 2 | 3 | null;
}

interface Found {
  readonly state: IndicatorState;
  readonly level: 1 | 2 | 3 | null;
  readonly text: string;
  readonly fields?: readonly EntryFieldId[];
}

const MINUTES_A_DAY = 1_440;

/** The indicators of an innovation, in the order of the table, as far as its entry and the records tell. */
export function igaDraft(table: IndexTable, entry: AwardEntry, figures: AwardFigures): DraftedIndicator[] {
  return table.sid.map((row) => {
    const found = FINDERS[row.number]?.(entry, figures) ?? nothing();
    return { ...row, state: found.state, level: found.level, text: found.text, fields: found.fields ?? [] };
  });
}

/** Points of the levels that are known, out of the most there are. */
export function knownPoints(drafted: readonly DraftedIndicator[]): number {
  return drafted.reduce((sum, { weight, level }) => sum + weight * (level ?? 0), 0);
}

const number = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 });

/** "80,5 %", never rounded up: what is not whole does not read as 100 %. */
function percent(share: number): string {
  return `${number.format(Math.floor(share * 1_000 + 1e-9) / 10)} %`;
}

function nothing(...fields: EntryFieldId[]): Found {
  return { state: 'missing', level: null, text: '', fields };
}

/** A level by thresholds: 2 from `second` on, 3 from `third` on. */
function levelFrom(value: number, second: number, third: number): 1 | 2 | 3 {
  if (value >= third) return 3;
  return value >= second ? 2 : 1;
}

/** What the entry says, which alone decides no level. */
function helped(text: string, ...fields: EntryFieldId[]): Found {
  return text === '' ? nothing(...fields) : { state: 'document', level: null, text, fields };
}

/** By number of the indicator; those that are not here need a document that no entry tells of. */
const FINDERS: Readonly<Record<number, (entry: AwardEntry, figures: AwardFigures) => Found>> = {
  16: ({ legalBasis }) => regulation(legalBasis),
  17: ({ people, peopleNote }) =>
    people === null || people === 0
      ? nothing('people')
      : {
          state: 'told',
          level: levelFrom(people, 11, 31),
          text: sentences(`${number.format(people)} orang`, peopleNote),
          fields: ['people', 'peopleNote'],
        },
  18: ({ budget, budgetNote }) =>
    helped(
      sentences(budget === null ? '' : `Rp${number.format(budget)} setahun`, budgetNote),
      'budget',
      'budgetNote',
    ),
  19: ({ digital, connectivity }) => tools(digital, connectivity),
  22: ({ partners }) => helped(partners.join('; '), 'partners'),
  23: ({ initiator }) => helped(initiator, 'initiator'),
  24: ({ partners }) => helped(partners.join('; '), 'partners'),
  25: ({ links }) => helped(links.map(({ title, url }) => `${title} (${url})`).join('; '), 'links'),
  26: ({ steps }) => helped(steps.map(({ body }, at) => `${at + 1}. ${body}`).join('; '), 'steps'),
  27: ({ contact }) => helped([contact?.phone, contact?.email].filter(Boolean).join(', '), 'contact'),
  28: (_entry, figures) => unlessVeiled('turnaround', figures, serviceTime),
  29: (_entry, figures) => unlessVeiled('complaints', figures, complaints),
  31: (_entry, figures) => replications(figures),
  32: ({ initiatedOn, appliedOn }) => creation(initiatedOn, appliedOn),
  33: ({ results, beneficiaries }) =>
    helped(sentences(...results.map(resultText), beneficiaries), 'results', 'beneficiaries'),
  34: (_entry, figures) => unlessVeiled('ikm', figures, survey),
  35: ({ links }) =>
    helped(
      links
        .filter(({ title, url }) => /video|youtu/i.test(`${title} ${url}`))
        .map(({ url }) => url)
        .join('; '),
      'links',
    ),
};

/** What is withheld is neither missing nor zero, and is told as such. */
function unlessVeiled(
  measure: AwardFigures['veiled'][number],
  figures: AwardFigures,
  find: (figures: AwardFigures) => Found,
): Found {
  if (!figures.veiled.includes(measure)) return find(figures);
  return {
    state: 'missing',
    level: null,
    text: 'Angkanya disamarkan karena jumlahnya kecil; unit pemilik dapat melihatnya',
  };
}

function regulation(legalBasis: AwardEntry['legalBasis']): Found {
  if (legalBasis.length === 0) return nothing('legalBasis');
  const text = legalBasis
    .map(({ kind, number: no, title }) =>
      [kind, no === '' ? '' : `Nomor ${no}`, title].filter(Boolean).join(' '),
    )
    .join('; ');
  const levels = legalBasis.map(({ kind }) => levelOfRegulation(kind));
  const best = Math.max(...levels);
  if (best === 0) return { state: 'document', level: null, text, fields: ['legalBasis'] };
  return { state: 'told', level: best as 1 | 2 | 3, text, fields: ['legalBasis'] };
}

/** 0 for a kind that the table does not count, such as a circular, or a camat's decree that is not the regent's. */
function levelOfRegulation(kind: string): 0 | 1 | 2 | 3 {
  const words = kind.toLowerCase();
  if (/\bperda\b|peraturan daerah/.test(words)) return 3;
  if (/\bperbup\b|\bperwali\b|perkada|peraturan (bupati|wali ?kota|kepala daerah)/.test(words)) return 2;
  return /(\bsk|keputusan) (bupati|wali ?kota|kepala daerah)/.test(words) ? 1 : 0;
}

function tools(digital: boolean | null, connectivity: AwardEntry['connectivity']): Found {
  if (digital === null) return nothing('digital');
  const online = digital && connectivity !== null && connectivity !== 'tanpa-internet';
  const level = online ? 3 : digital ? 2 : 1;
  const text = online
    ? 'Didukung sistem daring'
    : digital
      ? 'Didukung perangkat elektronik'
      : 'Dikerjakan tanpa perangkat elektronik';
  return { state: 'told', level, text, fields: ['digital', 'connectivity'] };
}

/** Nine of ten requests, so that the level holds for nearly everybody; in calendar days, begun ones counted whole. */
function serviceTime({ p90Minutes, completed }: AwardFigures): Found {
  if (p90Minutes === null || completed === null || completed === 0) return nothing();
  const days = Math.max(1, Math.ceil(p90Minutes / MINUTES_A_DAY));
  return {
    state: 'computed',
    level: levelFrom(-days, -5, -1),
    text: `Sembilan dari sepuluh permohonan selesai dalam ${days} hari (n = ${number.format(completed)})`,
  };
}

function complaints({ complaintsResolvedShare: resolved, complaintsValid: valid }: AwardFigures): Found {
  if (valid === null) return nothing();
  if (valid === 0) return { state: 'computed', level: 1, text: 'Tidak ada aduan tercatat dalam periode ini' };
  if (resolved === null) return nothing();
  return {
    state: 'computed',
    level: resolved >= 0.91 ? 3 : resolved > 0.5 ? 2 : 1,
    text: `${percent(resolved)} aduan selesai (n = ${number.format(valid)})`,
  };
}

function replications({ otherKabupaten, ownUnits }: AwardFigures): Found {
  const inside = ownUnits === 0 ? '' : `; ${ownUnits} unit di kabupaten sendiri, tidak dihitung`;
  if (otherKabupaten === 0)
    return { state: 'missing', level: null, text: `Belum ada kabupaten lain yang mengadopsi${inside}` };
  return {
    state: 'computed',
    level: levelFrom(otherKabupaten, 2, 3),
    text: `Diadopsi ${otherKabupaten} kabupaten lain${inside}`,
  };
}

/** Whole months from the idea to its application; begun months are counted. */
function creation(initiatedOn: string | null, appliedOn: string | null): Found {
  if (initiatedOn === null || appliedOn === null || appliedOn < initiatedOn)
    return nothing('initiatedOn', 'appliedOn');
  const months = monthsBetween(initiatedOn, appliedOn);
  return {
    state: 'told',
    level: levelFrom(-months, -8, -4),
    text: `${months} bulan, dari ${shortDay(initiatedOn, 'id')} sampai ${shortDay(appliedOn, 'id')}`,
    fields: ['initiatedOn', 'appliedOn'],
  };
}

function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  const whole = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return Math.max(1, toDay > fromDay ? whole + 1 : whole);
}

function survey({ ikmScore, ikmRespondents, ikmSufficient }: AwardFigures): Found {
  if (ikmScore === null || ikmRespondents === null || ikmRespondents === 0) return nothing();
  const sample = ikmSufficient === false ? ', sampel kurang' : '';
  return {
    state: 'computed',
    level: 2,
    text: `Survei kepuasan masyarakat: IKM ${number.format(ikmScore)} (n = ${number.format(ikmRespondents)}${sample})`,
  };
}

/** "Selesai sekali datang: 71 % menjadi 94 % (n = 1.208, 2025)". */
export function resultText({ what, before, after, unit, n, period }: AwardEntry['results'][number]): string {
  const change = before === '' ? after : `${before} menjadi ${after}`;
  const facts = [n === null ? '' : `n = ${number.format(n)}`, period].filter(Boolean).join(', ');
  return `${what}: ${[change, unit].filter(Boolean).join(' ')}${facts === '' ? '' : ` (${facts})`}`;
}

/** Parts as sentences of one text; each ends with a full stop. */
export function sentences(...parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
