import { Component, inject } from '@angular/core';
import { Language } from '../../core/language.ts';
import { type PageTab, PageTabs } from '../../ui/page-tabs.ts';

const PAGES: readonly PageTab[] = [
  { path: '/laporan', label: 'alerts.page.reports', permission: 'reports:read' },
  { path: '/laporan/peringatan', label: 'alerts.page.alerts', permission: 'reports:read' },
  { path: '/laporan/langganan', label: 'alerts.page.subscriptions', permission: 'subscriptions:own' },
];

/** The pages of reports that the post in use may open. */
@Component({
  selector: 'pandu-reports-nav',
  imports: [PageTabs],
  template: `<pandu-page-tabs [pages]="pages" [label]="t('alerts.pages')" />`,
})
export class ReportsNav {
  protected readonly pages = PAGES;
  protected readonly t = inject(Language).t;
}
