import { COMPLAINT_COUNTS, COMPLAINT_STATUSES } from '#contract/complaints';
import { BACKLOG_AGES } from '#domain/complaints/backlog-age';
import { REGISTER_PARAMETERS, type RegisterFilter } from './complaints-api.ts';

/** Classes that the register can be narrowed to; suspected abuse is there for the Inspektorat alone. */
export const CLASSES = [
  'normatif',
  'tidak-berkadar-pengawasan',
  'berkadar-pengawasan',
  'permintaan-informasi',
  'aspirasi',
] as const;
export const ORDERS = ['newest', 'oldest', 'due'] as const;
/** Longest text that the API looks for. */
const LONGEST_SEARCH = 100;

/** The filter that an address stands for: what the API does not know is left out, so that a mistyped link still works. */
export function registerFilterOf(
  given: Readonly<Partial<Record<(typeof REGISTER_PARAMETERS)[number], string | undefined>>>,
): RegisterFilter {
  const known: Readonly<Partial<Record<(typeof REGISTER_PARAMETERS)[number], readonly string[]>>> = {
    count: COMPLAINT_COUNTS,
    status: COMPLAINT_STATUSES,
    class: CLASSES,
    age: BACKLOG_AGES.map(({ id }) => id),
    self: ['true'],
    sort: ORDERS,
  };
  return Object.fromEntries(
    REGISTER_PARAMETERS.flatMap((name) => {
      const value = given[name]?.trim() ?? '';
      const fits =
        known[name] === undefined ? value.length <= LONGEST_SEARCH * 2 : known[name].includes(value);
      return value !== '' && fits ? [[name, name === 'search' ? value.slice(0, LONGEST_SEARCH) : value]] : [];
    }),
  );
}
