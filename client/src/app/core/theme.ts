import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';

export type ThemeChoice = 'system' | 'light' | 'dark';

const STORED = 'pandu.theme';

/** Light or dark: as the device says, unless the person chose. `theme.js` applies the choice before the first paint. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly systemDark = signal(false);
  private readonly stored = signal<ThemeChoice>(readStored());

  readonly choice = this.stored.asReadonly();
  /** The theme on the screen now; charts drawn on a canvas read their colours again when it changes. */
  readonly shown = computed<'light' | 'dark'>(() => {
    const choice = this.stored();
    if (choice !== 'system') return choice;
    return this.systemDark() ? 'dark' : 'light';
  });

  constructor() {
    const query = matchMedia('(prefers-color-scheme: dark)');
    this.systemDark.set(query.matches);
    query.addEventListener('change', (event) => this.systemDark.set(event.matches));
  }

  /** Keeps the choice on this device. */
  choose(choice: ThemeChoice): void {
    this.stored.set(choice);
    if (choice === 'system') delete this.root.dataset['theme'];
    else this.root.dataset['theme'] = choice;
    try {
      localStorage.setItem(STORED, choice);
    } catch {
      // Without storage the choice lasts until the page is closed.
    }
  }
}

function readStored(): ThemeChoice {
  try {
    const stored = localStorage.getItem(STORED);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}
