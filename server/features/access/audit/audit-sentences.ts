import { actionLabel, ACTIONS } from './audit-actions.ts';
import { fieldLabel, showValue, subjectName, type ValueStyle } from './audit-values.ts';

/** What of an entry is told in words. */
export interface ToldEntry {
  readonly action: string;
  readonly subject: string;
  /** Values that may be shown to the reader. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface ToldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The entry as one sentence. An unknown action is told by its code and what it was done to. */
export function auditSentence({ action, subject, details }: ToldEntry, style: ValueStyle): string {
  const template = ACTIONS.get(action)?.sentence[style.language];
  const name = subjectName(subject, style);
  if (template === undefined) return `${actionLabel(action, style.language)}: ${name}.`;
  const valueOf = (key: string) => (key === 'subject' ? name : showValue(key, details[key], style));
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => valueOf(key) ?? '–');
  return filled(
    template.replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, key = '']) => isTold(details[key])) ? part : '',
    ),
  );
}

/** Old → new, by field, as the entry keeps it in `details.changes`. */
export function auditChanges(details: Readonly<Record<string, unknown>>, style: ValueStyle): ToldChange[] {
  const { changes } = details;
  if (!Array.isArray(changes)) return [];
  return (changes as unknown[]).filter(isChange).map(({ field, before, after }) => ({
    field: fieldLabel(field, style),
    before: showValue(field, before, style),
    after: showValue(field, after, style),
  }));
}

/** Zero, no and nothing are not worth a word where a word may be left out. */
function isTold(value: unknown): boolean {
  return value !== undefined && value !== null && value !== 0 && value !== false && value !== '';
}

function isChange(value: unknown): value is { field: string; before: unknown; after: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'field' in value &&
    typeof value.field === 'string' &&
    'before' in value &&
    'after' in value
  );
}
