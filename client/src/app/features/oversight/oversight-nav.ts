import { Component, inject } from '@angular/core';
import { Language } from '../../core/language.ts';
import { type PageTab, PageTabs } from '../../ui/page-tabs.ts';

const PAGES: readonly PageTab[] = [
  { path: '/pengawasan', label: 'oversight.page.watch', permission: 'watch-list:read' },
  { path: '/pengawasan/temuan', label: 'oversight.page.findings', permission: 'findings:read' },
  { path: '/pengawasan/uji-petik', label: 'oversight.page.samples', permission: 'samples:draw' },
  { path: '/pengawasan/indikasi', label: 'oversight.page.indications', permission: 'indications:read' },
  { path: '/pengawasan/selisih', label: 'oversight.page.differences', permission: 'reconciliations:write' },
];

/** The pages of oversight that the post in use may open. */
@Component({
  selector: 'pandu-oversight-nav',
  imports: [PageTabs],
  template: `<pandu-page-tabs [pages]="pages" [label]="t('oversight.pages')" />`,
})
export class OversightNav {
  protected readonly pages = PAGES;
  protected readonly t = inject(Language).t;
}
