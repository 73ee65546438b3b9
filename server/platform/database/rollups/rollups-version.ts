/**
 * Goes up when what a roll-up counts is counted differently, or a family is added: at the next start the roll-ups of
 * every kabupaten with a lower number are made anew (`renewRollups`).
 *
 * 2: late entries, time on site, where cases were prepared, completions after the deadline; stages and pauses.
 */
export const ROLLUPS_VERSION = 2;
