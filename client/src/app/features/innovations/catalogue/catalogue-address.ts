import type { Params } from '@angular/router';
import { FACETS, type Facet, catalogueQuery } from '#contract/innovations/catalogue';

/** What can be asked of the catalogue, each at most once. */
export const QUESTION_PARTS = ['q', ...FACETS, 'show', 'sort'] as const;
export type QuestionPart = (typeof QUESTION_PARTS)[number];
export type CatalogueQuestion = Readonly<Partial<Record<QuestionPart, string>>>;

/** How many entries stand beside one another at most. */
export const MOST_COMPARED = 3;

/** In the address `service` is the service of the figures, which goes along from screen to screen. */
const NAMES: Readonly<Partial<Record<QuestionPart, string>>> = { service: 'layanan' };

/** The query parameter of the address for a part of the question. */
export function parameterOf(part: QuestionPart): string {
  return NAMES[part] ?? part;
}

/** The question that an address stands for: what the API does not know is left out, so that a mistyped link still works. */
export function questionOf(parameters: Params): CatalogueQuestion {
  return Object.fromEntries(
    QUESTION_PARTS.flatMap((part) => {
      const value: unknown = parameters[parameterOf(part)];
      const known = catalogueQuery.shape[part].safeParse(value);
      return known.success && typeof known.data === 'string' && known.data !== '' ? [[part, known.data]] : [];
    }),
  );
}

/** The facets in which something is chosen. */
export function chosenFacets(question: CatalogueQuestion): readonly Facet[] {
  return FACETS.filter((facet) => question[facet] !== undefined);
}

/** The entries that an address puts beside one another, in its order. */
export function comparedOf(ids: unknown): readonly string[] {
  if (typeof ids !== 'string') return [];
  const named = ids
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '' && id.length <= 200);
  return [...new Set(named)].slice(0, MOST_COMPARED);
}

/** The same with one entry put beside the others, or taken away again; null when none is left. */
export function toggleCompared(compared: readonly string[], id: string): string | null {
  const next = compared.includes(id) ? compared.filter((other) => other !== id) : [...compared, id];
  return next.slice(0, MOST_COMPARED).join(',') || null;
}
