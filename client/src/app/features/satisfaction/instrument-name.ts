import { IKM_INSTRUMENTS } from '#domain/ikm/instruments';

/** Name of the survey's instrument as its regulation is cited; the id itself when it is not one of ours; null for none. */
export function instrumentName(id: string | null): string | null {
  if (id === null) return null;
  return IKM_INSTRUMENTS.find((instrument) => instrument.id === id)?.name ?? id;
}
