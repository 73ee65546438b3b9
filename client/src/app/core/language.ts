import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import { TranslocoService, type Translation, type TranslocoLoader } from '@jsverse/transloco';
import type { CanActivateFn } from '@angular/router';
import { type Observable, firstValueFrom, from, map, of } from 'rxjs';
import indonesian from '../../i18n/id.json';

export type LanguageCode = 'id' | 'en';

const STORED = 'pandu.language';

/** Indonesian travels with the application, so that no screen ever waits for its words; English is fetched when chosen. */
@Injectable({ providedIn: 'root' })
export class TranslationLoader implements TranslocoLoader {
  getTranslation(language: string): Observable<Translation> {
    return language === 'en'
      ? from(import('../../i18n/en.json')).pipe(map((file) => file.default))
      : of(indonesian);
  }
}

/** Words of the screens that are fetched when they are opened: they would weigh down the first view. */
const SCREEN_WORDS: Readonly<Record<LanguageCode, () => Promise<{ default: Translation }>>> = {
  id: () => import('../../i18n/id-screens.json'),
  en: () => import('../../i18n/en-screens.json'),
};

/** The language of the screen: Indonesian first, English switchable, remembered on this device. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<LanguageCode>('id');
  /** Languages whose words of the other screens are here; null while no such screen was opened. */
  private screens: Set<LanguageCode> | null = null;

  readonly active = this.chosen.asReadonly();
  /** BCP 47 locale of numbers and dates. */
  readonly locale = computed(() => (this.chosen() === 'en' ? 'en-GB' : 'id-ID'));

  /** The words for `key` in the language of the screen; reading it inside a computed signal follows a switch. */
  readonly t = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
    this.transloco.translate(key, values, this.chosen());

  /** Loads the remembered language before the first screen. */
  async restore(): Promise<void> {
    await firstValueFrom(this.transloco.load('id'));
    if (readStored() === 'en') await this.use('en');
  }

  /** Fetches the words of the screens beside home, once; a screen that is opened without them would show their keys. */
  async needScreenWords(): Promise<void> {
    this.screens ??= new Set();
    await this.loadScreenWords(this.chosen());
  }

  private async loadScreenWords(language: LanguageCode): Promise<void> {
    if (this.screens?.has(language) === true) return;
    const words = await SCREEN_WORDS[language]();
    this.transloco.setTranslation(words.default, language, { merge: true });
    this.screens?.add(language);
  }

  /** Switches the language of the whole screen. */
  async use(language: LanguageCode): Promise<void> {
    await firstValueFrom(this.transloco.load(language));
    if (this.screens !== null) await this.loadScreenWords(language);
    this.transloco.setActiveLang(language);
    this.document.documentElement.lang = language;
    try {
      localStorage.setItem(STORED, language);
    } catch {
      // Without storage the choice lasts until the page is closed.
    }
    this.chosen.set(language);
  }
}

/** Has the words of a screen fetched before it opens. */
export const screenWords: CanActivateFn = async () => {
  await inject(Language).needScreenWords();
  return true;
};

function readStored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
