import { Component, computed, inject, input } from '@angular/core';
import { Language } from '../core/language.ts';
import { PagePath, type PathStep } from './page-path.ts';

/** The way back up from a page of the settings. */
@Component({
  selector: 'pandu-settings-path',
  imports: [PagePath],
  template: `<pandu-page-path [steps]="steps()" />`,
})
export class SettingsPath {
  /** Name of the page that is open. */
  readonly here = input.required<string>();
  /** A page of the settings between their index and this one. */
  readonly above = input<{ readonly path: string; readonly label: string } | null>(null);

  private readonly t = inject(Language).t;
  protected readonly steps = computed<readonly PathStep[]>(() => {
    const above = this.above();
    return [
      { label: this.t('title.settings'), link: { path: '/pengaturan' } },
      ...(above === null ? [] : [{ label: above.label, link: { path: above.path } }]),
      { label: this.here(), link: null },
    ];
  });
}
