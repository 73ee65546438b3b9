import { ENTRY_FIELDS, type EntryFieldId, type EntrySection } from '#domain/innovations/entry-fields';

/** The parts of the editor, by their word in the address; the last shows what readers will see. */
export const EDITOR_STEPS = [
  { word: 'pengenal', section: 'identity' },
  { word: 'masalah', section: 'problem' },
  { word: 'cara', section: 'work' },
  { word: 'kebutuhan', section: 'means' },
  { word: 'meniru', section: 'replication' },
  { word: 'hasil', section: 'results' },
  { word: 'kontak', section: 'contact' },
  { word: 'pratinjau', section: null },
] as const satisfies readonly { readonly word: string; readonly section: EntrySection | null }[];

export type EditorStep = (typeof EDITOR_STEPS)[number];

/** The part that an address asks for; the first without one. */
export function stepOf(word: string | null): EditorStep {
  return EDITOR_STEPS.find((step) => step.word === word) ?? EDITOR_STEPS[0];
}

export function fieldsOf(section: EntrySection): readonly EntryFieldId[] {
  return ENTRY_FIELDS.filter((field) => field.section === section).map(({ id }) => id);
}

/** The part in which a field is asked for. */
export function wordOf(field: EntryFieldId): string {
  const section = ENTRY_FIELDS.find(({ id }) => id === field)?.section;
  return EDITOR_STEPS.find((step) => step.section === section)?.word ?? EDITOR_STEPS[0].word;
}
