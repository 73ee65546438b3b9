/** Why a text is no number. */
export type NumberFault = 'unreadable' | 'ambiguous';

/**
 * Reads a number as it is written in Indonesian tables: decimal comma, thousands points, `Rp` before it,
 * `,-` behind it; a decimal point too where it cannot be a thousands point.
 *
 * - `10000`, `10.000`, `Rp 10.000,00`, `Rp10.000,-` are ten thousand; `12,5` and `12.5` are twelve and a half;
 * - `1,234,567.89` (several commas, or a point behind) is read the English way;
 * - `10,000` is refused as ambiguous: ten, or ten thousand.
 *
 * @param isPlain the text comes from a number cell: a point is then a decimal point, whatever follows
 */
export function readNumberText(text: string, isPlain = false): number | NumberFault {
  // Nearly all numbers of large files are plain digits.
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  if (isPlain) return Number.isFinite(Number(text)) ? Number(text) : 'unreadable';
  const bare = text
    .replace(/^(-?)\s*(?:rp|idr)\.?\s*/i, '$1')
    .replace(/,-+$/, '')
    .replace(/(?<=\d)[\s\u00a0](?=\d{3}(?:\D|$))/g, '');
  if (/^-?\d+$/.test(bare)) return Number(bare);
  if (/^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(bare))
    return Number(bare.replaceAll('.', '').replace(',', '.'));
  if (/^-?[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?$/.test(bare) || /^-?[1-9]\d{0,2},\d{3}\.\d+$/.test(bare)) {
    return Number(bare.replaceAll(',', ''));
  }
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(bare)) return 'ambiguous';
  if (/^-?\d+[.,]\d+$/.test(bare)) return Number(bare.replace(',', '.'));
  return 'unreadable';
}
