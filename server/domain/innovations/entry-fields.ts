/**
 * The fields of an entry, one question a section, in the order in which they are asked and read. The editor, the entry's
 * page, its sheet, its versions and the choice of what leaves the kabupaten all walk over this one list.
 *
 * `words` is the most that KIPP or IGA takes in the section of the same meaning; null where neither counts. Fields with
 * `always` go with every shared entry: without them it could not be listed.
 */
export const ENTRY_FIELDS = [
  { id: 'name', section: 'identity', always: true, words: null },
  { id: 'acronym', section: 'identity', always: true, words: null },
  { id: 'initiator', section: 'identity', always: false, words: null },
  { id: 'form', section: 'identity', always: true, words: null },
  { id: 'digital', section: 'identity', always: true, words: null },
  { id: 'stage', section: 'identity', always: true, words: null },
  { id: 'initiatedOn', section: 'identity', always: false, words: null },
  { id: 'trialOn', section: 'identity', always: false, words: null },
  { id: 'appliedOn', section: 'identity', always: false, words: null },
  { id: 'summary', section: 'identity', always: true, words: 60 },
  { id: 'topics', section: 'problem', always: true, words: null },
  { id: 'problem', section: 'problem', always: false, words: 300 },
  { id: 'goal', section: 'problem', always: false, words: 150 },
  { id: 'howItWorks', section: 'work', always: false, words: 400 },
  { id: 'novelty', section: 'work', always: false, words: 200 },
  { id: 'services', section: 'work', always: false, words: null },
  { id: 'hours', section: 'work', always: false, words: null },
  { id: 'places', section: 'work', always: false, words: null },
  { id: 'partners', section: 'means', always: false, words: null },
  { id: 'people', section: 'means', always: false, words: null },
  { id: 'peopleNote', section: 'means', always: false, words: 100 },
  { id: 'budget', section: 'means', always: false, words: null },
  { id: 'budgetNote', section: 'means', always: false, words: 100 },
  { id: 'weeksToStart', section: 'means', always: false, words: null },
  { id: 'connectivity', section: 'means', always: false, words: null },
  { id: 'regionTypes', section: 'means', always: false, words: null },
  { id: 'legalBasis', section: 'means', always: false, words: null },
  { id: 'steps', section: 'replication', always: false, words: null },
  { id: 'challenges', section: 'replication', always: false, words: 200 },
  { id: 'lessons', section: 'replication', always: false, words: 200 },
  { id: 'results', section: 'results', always: false, words: null },
  { id: 'beneficiaries', section: 'results', always: false, words: 100 },
  { id: 'links', section: 'results', always: false, words: null },
  { id: 'contact', section: 'contact', always: false, words: null },
] as const;

export type EntryFieldId = (typeof ENTRY_FIELDS)[number]['id'];
export type EntrySection = (typeof ENTRY_FIELDS)[number]['section'];

export const ENTRY_SECTIONS: readonly EntrySection[] = [
  'identity',
  'problem',
  'work',
  'means',
  'replication',
  'results',
  'contact',
];

/** Fields that the owner may tick; the others go with every shared entry. */
export const TICKABLE_FIELDS: readonly EntryFieldId[] = ENTRY_FIELDS.filter(({ always }) => !always).map(
  ({ id }) => id,
);

/** What remains of an entry outside its kabupaten: the fields that always go and those that the owner ticked. */
export function sharedContent<T extends Readonly<Partial<Record<EntryFieldId, unknown>>>>(
  content: T,
  ticked: readonly string[],
): Partial<T> {
  const goes = new Set<string>(
    ENTRY_FIELDS.filter(({ id, always }) => always || ticked.includes(id)).map(({ id }) => id),
  );
  return Object.fromEntries(Object.entries(content).filter(([field]) => goes.has(field))) as Partial<T>;
}
