import type { FieldValue } from '../../../platform/database/dataset-loader.ts';

const NEEDS_ESCAPE = /[\\\n\r\t]/;

/** One line of PostgreSQL's COPY text format. */
export function copyLine(values: readonly FieldValue[]): string {
  let line = '';
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) line += '\t';
    const value = values[index];
    if (value === null || value === undefined) line += '\\N';
    else if (typeof value === 'string') line += NEEDS_ESCAPE.test(value) ? escaped(value) : value;
    else line += typeof value === 'boolean' ? (value ? 't' : 'f') : String(value);
  }
  return `${line}\n`;
}

function escaped(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
}
