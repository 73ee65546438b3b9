/**
 * Kompetisi Inovasi Pelayanan Publik (PermenPANRB 7/2021): the sections of a proposal with their weight and the most words
 * that the form takes. Found second-hand, and the guide is renewed every year: to be checked before anything is handed in.
 */
import { countWords } from '../draft-changes.ts';
import type { EntryFieldId } from '../entry-fields.ts';
import type { AwardEntry, AwardFigures, FilledPart } from './award-entry.ts';
import type { AwardSource } from './award-table.ts';
import { resultText, sentences } from './iga-draft.ts';

export const KIPP_SOURCE: AwardSource = {
  name: 'PermenPANRB Nomor 7 Tahun 2021 tentang Kompetisi Inovasi Pelayanan Publik, formulir proposal',
  on: null,
  confirmed: false,
};

export interface DraftedSection extends FilledPart {
  readonly id: string;
  readonly name: string;
  /** Percent of the judgement. */
  readonly weight: number;
  readonly mostWords: number;
  readonly words: number;
  /** Fields of the section that the entry does not tell yet. */
  readonly missing: readonly EntryFieldId[];
}

interface Section {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly mostWords: number;
  readonly fields: readonly EntryFieldId[];
  readonly fill: (entry: AwardEntry, figures: AwardFigures) => string;
}

const rupiah = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });

const SECTIONS: readonly Section[] = [
  {
    id: 'ringkasan',
    name: 'Ringkasan',
    weight: 0,
    mostWords: 200,
    fields: ['summary'],
    fill: ({ summary }) => summary,
  },
  {
    id: 'latar-belakang',
    name: 'Latar belakang dan tujuan',
    weight: 10,
    mostWords: 300,
    fields: ['problem', 'goal'],
    fill: ({ problem, goal }) => sentences(problem, goal),
  },
  {
    id: 'kebaruan',
    name: 'Kebaruan atau nilai tambah',
    weight: 15,
    mostWords: 200,
    fields: ['novelty'],
    fill: ({ novelty }) => novelty,
  },
  {
    id: 'implementasi',
    name: 'Implementasi inovasi',
    weight: 5,
    mostWords: 200,
    fields: ['howItWorks', 'services'],
    fill: ({ howItWorks, services }) =>
      sentences(howItWorks, services.length === 0 ? '' : `Layanan: ${services.join(', ')}`),
  },
  {
    id: 'signifikansi',
    name: 'Signifikansi',
    weight: 30,
    mostWords: 600,
    fields: ['results', 'beneficiaries'],
    fill: ({ results, beneficiaries }) => sentences(...results.map(resultText), beneficiaries),
  },
  {
    id: 'adaptabilitas',
    name: 'Adaptabilitas',
    weight: 20,
    mostWords: 100,
    fields: ['steps'],
    fill: ({ steps }, { otherKabupaten, ownUnits }) =>
      sentences(
        otherKabupaten === 0 ? '' : `Diadopsi ${otherKabupaten} kabupaten lain`,
        ownUnits === 0 ? '' : `Diadopsi ${ownUnits} unit di kabupaten sendiri`,
        steps.length === 0 ? '' : `Langkah replikasi: ${steps.map(({ body }) => body).join('; ')}`,
      ),
  },
  {
    id: 'sumber-daya',
    name: 'Sumber daya',
    weight: 5,
    mostWords: 200,
    fields: ['people', 'budget', 'partners'],
    fill: ({ people, peopleNote, budget, budgetNote, partners }) =>
      sentences(
        people === null ? '' : `Dijalankan ${people} orang`,
        peopleNote,
        budget === null ? '' : `Anggaran Rp${rupiah.format(budget)} setahun`,
        budgetNote,
        partners.length === 0 ? '' : `Mitra: ${partners.join(', ')}`,
      ),
  },
  {
    id: 'keberlanjutan',
    name: 'Strategi keberlanjutan',
    weight: 15,
    mostWords: 500,
    fields: ['legalBasis', 'challenges', 'lessons'],
    fill: ({ legalBasis, challenges, lessons }) =>
      sentences(
        legalBasis.length === 0
          ? ''
          : `Dasar hukum: ${legalBasis
              .map(({ kind, number }) => (number === '' ? kind : `${kind} Nomor ${number}`))
              .join('; ')}`,
        challenges,
        lessons,
      ),
  },
];

/** The sections of a proposal, in order, as far as the entry fills them. */
export function kippDraft(entry: AwardEntry, figures: AwardFigures): DraftedSection[] {
  return SECTIONS.map(({ fill, ...section }) => {
    const text = fill(entry, figures);
    return {
      ...section,
      text,
      words: countWords(text),
      missing: section.fields.filter((field) => isEmpty(entry[field as keyof AwardEntry])),
    };
  });
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
