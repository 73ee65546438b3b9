import type { Request, Response } from 'express';
import type { Language } from '#contract/messages';
import { TABLE_FORMATS, type TableFormat } from '#contract/table-format';
import type { Person } from '../auth/person.ts';
import type { TableCell } from '../files/table-sheet.ts';
import { answerTable } from './answer-table.ts';
import { sendTable } from './table-download.ts';

/** Who asks for a file, in which language. */
export interface TableCall {
  readonly person: Person;
  readonly language: Language;
  readonly request: Request;
  readonly response: Response;
}

/** The format of a file that a checked query asks for; null when it asks for the answer itself. */
export function tableFormatIn(query: object): TableFormat | null {
  const asked = 'format' in query ? query.format : undefined;
  return TABLE_FORMATS.find((format) => format === asked) ?? null;
}

/** Sends an answer as a file: the same numbers for the same person, named after what was asked. */
export async function sendAnswerTable(
  { person, language, request, response }: TableCall,
  format: TableFormat,
  answer: object,
): Promise<void> {
  const { header, rows } = answerTable(answer, language);
  const name = ['pandu', ...request.path.split('/').filter((part) => part !== '' && part !== 'measures')];
  await sendTable(
    response,
    { person, language },
    {
      name: name.join('-'),
      format,
      sheet: 'PANDU',
      header,
      rows: eachOf(rows, format === 'csv' && language === 'id'),
    },
  );
}

/** A spreadsheet reads the decimals of a CSV by its own language: `89,5` in Indonesian, where `2.10` would be a day. */
async function* eachOf(
  rows: readonly (readonly TableCell[])[],
  comma: boolean,
): AsyncGenerator<readonly TableCell[]> {
  for (const row of rows)
    yield comma ? row.map((cell) => (typeof cell === 'number' ? String(cell).replace('.', ',') : cell)) : row;
}
