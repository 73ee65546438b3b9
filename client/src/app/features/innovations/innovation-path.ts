import { Component, computed, inject, input } from '@angular/core';
import { Language } from '../../core/language.ts';
import { PagePath, type PathStep } from '../../ui/page-path.ts';

/** The way back to the catalogue, and to the list between it and the page that is open. */
@Component({
  selector: 'pandu-innovation-path',
  imports: [PagePath],
  template: `<pandu-page-path [steps]="steps()" />`,
})
export class InnovationPath {
  /** What stands between the catalogue and this page. */
  readonly above = input<{ readonly label: string; readonly path: string | readonly string[] } | null>(null);
  /** The page that is open; empty on the list itself, or while its name is on its way. */
  readonly name = input('');

  private readonly t = inject(Language).t;
  protected readonly steps = computed<readonly PathStep[]>(() => {
    const [above, name] = [this.above(), this.name()];
    const steps = [
      { label: this.t('innovation.title'), link: { path: '/inovasi' } },
      ...(above === null ? [] : [{ label: above.label, link: { path: above.path } }]),
    ];
    return name === ''
      ? steps.map((step, index) => (index < steps.length - 1 ? step : { ...step, link: null }))
      : [...steps, { label: name, link: null }];
  });
}
