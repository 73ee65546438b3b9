/** Which innovations speak to an exception of the list on home: by the problem it is, and the service it is about. */
import { inBoth, serviceText, type Told } from '../attention/attention-words.ts';
import type { Finding } from '../attention/finding.ts';
import type { Proof, Topic } from './entry-facets.ts';

/** An exception, as far as a solution is looked for. */
export type Matter = Pick<Finding, 'kind' | 'field'>;

/**
 * Problems by the series that got worse. A fall of the IKM has no entry: what people were discontent with stands in its
 * unsur, and a guess would lead astray.
 */
const OF_FIELD: Readonly<Record<string, readonly Topic[]>> = {
  'turnaround.dueMetShare': ['waktu-proses', 'bolak-balik', 'antrean'],
  'turnaround.medianWorkingMinutes': ['waktu-proses', 'bolak-balik', 'antrean'],
  'turnaround.sameVisitShare': ['bolak-balik', 'informasi'],
  'complaints.withinDeadlineShare': ['aduan'],
  'complaints.resolvedShare': ['aduan'],
};

/** Problems by the other kinds. Too few responses and silence say nothing about how people are served. */
const OF_KIND: Readonly<Record<Exclude<Finding['kind'], 'signal'>, readonly Topic[]>> = {
  'unanswered-complaints': ['aduan'],
  'overdue-cases': ['waktu-proses', 'bolak-balik', 'antrean'],
  'small-sample': [],
  'not-reporting': [],
};

/** The problems that an exception is about, the nearest first; none where no innovation can be named for it. */
export function topicsOfMatter({ kind, field }: Matter): readonly Topic[] {
  return kind === 'signal' ? (OF_FIELD[field ?? ''] ?? []) : OF_KIND[kind];
}

/** What stands in brackets at the end of a name. */
const IN_BRACKETS = /\s*\([^()]*\)\s*$/;

/**
 * Words by which a service may be named in an entry, in lower case: whole, without its abbreviation, and the abbreviation
 * alone. `Kartu Keluarga (KK)` is also `kartu keluarga` and `kk`.
 */
export function serviceWords(name: string): readonly string[] {
  const forms = [name, name.replace(IN_BRACKETS, ''), serviceText(name)];
  return [...new Set(forms.map((form) => form.trim().toLowerCase()).filter((form) => form !== ''))];
}

/** What is told of an innovation beside an exception. */
export interface AddressingFacts {
  /** Where it was made: the unit, with its kabupaten where that is another one. */
  readonly unit: string;
  readonly kabupaten: string | null;
  readonly proof: Proof;
  /** The measure that proves it got better since; an innovation that is linked to a measure need not have helped. */
  readonly improved: boolean;
  readonly adoptions: number;
  /** False for what a public source reports and its owner has not confirmed. */
  readonly ownerConfirmed: boolean;
}

/**
 * The sentence before the name of the innovation, and the note after it: "Sebulu punya masalah serupa dan menyelesaikannya
 * dengan" PECUT "(terukur, diadopsi 4 unit)". Only a figure that got better says that the problem was solved.
 */
export function addressingWords(facts: AddressingFacts): { readonly sentence: Told; readonly note: Told } {
  const { unit, kabupaten, improved } = facts;
  const where = kabupaten === null || unit.includes(kabupaten) ? unit : `${unit}, ${kabupaten},`;
  return {
    sentence: {
      id: `${where} punya masalah serupa dan ${improved ? 'menyelesaikannya' : 'menanganinya'} dengan`,
      en: `${where} had the same problem and ${improved ? 'solved' : 'took'} it ${improved ? 'with' : 'on with'}`,
    },
    note: inBoth((language) =>
      [PROOF_WORDS[proofOf(facts)][language], ...adopted(facts, language)].join(', '),
    ),
  };
}

type ToldProof = Proof | 'sumber-publik';

const PROOF_WORDS: Readonly<Record<ToldProof, Told>> = {
  terukur: { id: 'terukur', en: 'measured' },
  'dilaporkan-sendiri': { id: 'dilaporkan sendiri', en: 'self-reported' },
  'belum-ada-data': { id: 'belum ada data hasilnya', en: 'no data on its results yet' },
  'sumber-publik': {
    id: 'dilaporkan sumber publik, belum dikonfirmasi pemilik',
    en: 'reported by a public source, not confirmed by its owner',
  },
};

function proofOf({ proof, ownerConfirmed }: AddressingFacts): ToldProof {
  return ownerConfirmed ? proof : 'sumber-publik';
}

function adopted({ adoptions }: AddressingFacts, language: 'id' | 'en'): string[] {
  if (adoptions === 0) return [];
  return [
    language === 'id'
      ? `diadopsi ${adoptions} unit`
      : `adopted by ${adoptions} ${adoptions === 1 ? 'unit' : 'units'}`,
  ];
}
