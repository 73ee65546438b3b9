const STARTS_A_FORMULA = /^'*[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)*$/;

/**
 * Text of one cell that a spreadsheet program opens as text and not as a formula: what begins with
 * `= + - @`, a tab or a carriage return gets a leading apostrophe, except plain numbers (`-5`, `+62811`).
 * Reading takes one apostrophe off again, so that nothing changes on the way there and back; a text that
 * has one already gets another for the same reason.
 *
 * Reference: OWASP, "CSV Injection".
 */
export function safeCsvText(text: string): string {
  return STARTS_A_FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** Undoes {@link safeCsvText}. */
export function plainCsvText(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** One line of a CSV file with its line end; quoted where needed, every text safe from formulas. */
export function csvLine(values: readonly string[], delimiter: string): string {
  let line = '';
  for (let index = 0; index < values.length; index++) {
    if (index > 0) line += delimiter;
    const text = safeCsvText(values[index] ?? '');
    line += needsQuotes(text, delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  }
  return `${line}\r\n`;
}

function needsQuotes(text: string, delimiter: string): boolean {
  return (
    text.includes('"') ||
    text.includes(delimiter) ||
    text.includes('\n') ||
    text.includes('\r') ||
    text.startsWith(' ') ||
    text.endsWith(' ')
  );
}
