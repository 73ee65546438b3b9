/**
 * The beginning of a text for a sheet with little room: whole sentences where they fit, else so many words and "…".
 *
 * @param most words at most
 */
export function shortText(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (countWords(plain) <= most) return plain;
  let short = '';
  // A point inside a number or an hour ends no sentence.
  for (const sentence of plain.split(/(?<=[.!?]) /)) {
    const longer = `${short} ${sentence}`.trim();
    if (countWords(longer) > most) break;
    short = longer;
  }
  return short === '' ? `${plain.split(' ').slice(0, most).join(' ')} …` : short;
}

function countWords(text: string): number {
  return text === '' ? 0 : text.split(' ').length;
}
