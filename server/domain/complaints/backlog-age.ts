/**
 * Classes of age of an open complaint in working days since receipt; the upper edges are the deadlines of the classes of
 * complaints (5, 14 and 60 working days: PermenPANRB 62/2018), so that each class tells which of them is passed.
 */
export const BACKLOG_AGES = [
  { id: '0-5', fromDays: 0, toDays: 5 },
  { id: '6-14', fromDays: 6, toDays: 14 },
  { id: '15-60', fromDays: 15, toDays: 60 },
  { id: '61', fromDays: 61, toDays: null },
] as const;

export type BacklogAge = (typeof BACKLOG_AGES)[number];
export type BacklogAgeId = BacklogAge['id'];

/** The class with this id. @throws RangeError when there is none */
export function backlogAge(id: BacklogAgeId): BacklogAge {
  const found = BACKLOG_AGES.find((age) => age.id === id);
  if (!found) throw new RangeError(`no such age: ${id}`);
  return found;
}
