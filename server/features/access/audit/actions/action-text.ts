import type { Language } from '#contract/messages';

/**
 * How an action of the audit trail is told. `{name}` stands for a value of the entry's details, `{subject}` for what it
 * was done to. What stands between [ ] is left out when one of its values is missing, null, or 0.
 */
export interface ActionText {
  readonly label: Readonly<Record<Language, string>>;
  readonly sentence: Readonly<Record<Language, string>>;
}

/** Label and sentence in both languages, Indonesian first. */
export function text(labelId: string, labelEn: string, id: string, en: string): ActionText {
  return { label: { id: labelId, en: labelEn }, sentence: { id, en } };
}
