import type { MeasureField } from '#domain/measures';
import type { Tallies } from '../overview-figures.ts';

const NONE = {};

/**
 * The tallies without the durations that the fields do not tell of: finding a median costs more than all counts of a
 * month together, and a matrix looks at a thousand months.
 */
export function leanTallies(tallies: Tallies, fields: readonly MeasureField[]): Tallies {
  const times = fields.filter(({ unit }) => unit === 'minutes');
  const official = times.some(({ id }) => id.includes('Working'));
  const citizen = times.some(({ id }) => !id.includes('Working'));
  if (official && citizen) return tallies;
  return {
    ...tallies,
    services: (key, period) => {
      const tally = tallies.services(key, period);
      return {
        ...tally,
        ...(citizen ? {} : { citizen: NONE, onSite: NONE }),
        ...(official ? {} : { official: NONE }),
      };
    },
    complaints: (key, period) => {
      const tally = tallies.complaints(key, period);
      return {
        ...tally,
        ...(citizen ? {} : { durations: NONE }),
        ...(official ? {} : { official: NONE, response: NONE }),
      };
    },
  };
}
