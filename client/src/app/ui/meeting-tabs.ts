import { Component, inject } from '@angular/core';
import { Language } from '../core/language.ts';
import { type PageTab, PageTabs } from './page-tabs.ts';

const PAGES: readonly PageTab[] = [
  { path: '/rapat', label: 'nav.meetings', permission: 'meetings:read' },
  { path: '/rapat/komitmen', label: 'oversight.page.meetings', permission: 'dispositions:own' },
];

/** Meetings, and what was decided in all of them. */
@Component({
  selector: 'pandu-meeting-tabs',
  imports: [PageTabs],
  template: `<pandu-page-tabs [pages]="pages" [label]="t('nav.meetings')" />`,
})
export class MeetingTabs {
  protected readonly pages = PAGES;
  protected readonly t = inject(Language).t;
}
