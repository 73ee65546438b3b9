import type { Request } from 'express';
import type { Language } from '#contract/messages';

/** Indonesian, unless the caller prefers English by `Accept-Language`. */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id';
}
