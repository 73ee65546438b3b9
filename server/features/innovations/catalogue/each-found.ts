import type { EntryCard } from '#contract/innovations/catalogue';
import type { Language } from '#contract/messages';
import type { TableCell } from '../../../platform/files/table-sheet.ts';
import type { CatalogueReader } from './catalogue-reader.ts';
import { listCatalogue, type CatalogueAnswer, type CatalogueQuestion } from './list-catalogue.ts';

const EXPORT_PAGE = 500;

/** The rows of everything that was found, page after page: memory does not grow with the catalogue. */
export async function* eachFound(
  read: (work: (reader: CatalogueReader) => Promise<CatalogueAnswer>) => Promise<CatalogueAnswer>,
  question: CatalogueQuestion,
  language: Language,
  cells: (card: EntryCard) => readonly TableCell[],
): AsyncGenerator<readonly TableCell[]> {
  let cursor: string | undefined;
  for (;;) {
    const asked: CatalogueQuestion = { ...question, limit: EXPORT_PAGE, cursor };
    const { items, nextCursor } = await read((reader) => listCatalogue(reader, asked, language));
    for (const card of items) yield cells(card);
    if (nextCursor === null) return;
    cursor = nextCursor;
  }
}
