import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Permission } from '#domain/permissions';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';

interface SettingsEntry {
  readonly path: string;
  readonly id: string;
  readonly permission: Permission;
  /** Translation key of its name. */
  readonly title?: string;
}

const PAGES: readonly SettingsEntry[] = [
  { path: '/pengaturan/pengguna', id: 'people', permission: 'users:manage' },
  { path: '/pengaturan/jabatan', id: 'posts', permission: 'users:manage' },
  { path: '/pengaturan/token', id: 'tokens', permission: 'users:manage' },
  ...(
    [
      ['unit', 'units'],
      ['layanan', 'serviceSettings'],
      ['kalender', 'calendars'],
      ['sesi', 'sessions'],
      ['target', 'targets'],
    ] as const
  ).map(([path, id]) => ({
    path: `/pengaturan/${path}`,
    id,
    permission: 'structure:manage' as const,
    title: `structure.title.${id}`,
  })),
  {
    path: '/pengaturan/kop-surat',
    id: 'letterhead',
    permission: 'reports:letterhead',
    title: 'letterhead.title',
  },
  {
    path: '/pengaturan/pegawai',
    id: 'staffSettings',
    permission: 'staff:manage',
    title: 'staffFlags.register.title',
  },
  { path: '/pengaturan/surel', id: 'deliveryLog', permission: 'deliveries:read', title: 'deliveryLog.title' },
  { path: '/pengaturan/riwayat', id: 'history', permission: 'audit:read' },
  { path: '/pengaturan/pembukaan', id: 'reveals', permission: 'reveals:read' },
];

/** What may be set and looked up: one line per page, with what it is for. */
@Component({
  selector: 'pandu-settings-page',
  imports: [RouterLink],
  template: `
    <h1>{{ t('title.settings') }}</h1>
    <p class="muted lead">{{ t('settings.lead') }}</p>
    <ul class="lines">
      @for (page of pages(); track page.id) {
        <li>
          <a [routerLink]="page.path">{{ t(page.title ?? 'title.' + page.id) }}</a>
          <span class="note">{{ t('settings.' + page.id) }}</span>
        </li>
      }
    </ul>
  `,
  styleUrl: './settings.css',
  styles: `
    h1 {
      margin-top: 32px;
    }
    ul {
      max-width: 44em;
      border-top: 1px solid var(--ink);
    }
    a {
      display: block;
      font-weight: 600;
      color: var(--primary);
      text-decoration: none;
      padding: 2px 0;
    }
    .note {
      display: block;
    }
    a:hover {
      text-decoration: underline;
      text-underline-offset: 4px;
    }
  `,
})
export class SettingsPage {
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly pages = computed(() => PAGES.filter((page) => this.session.can(page.permission)));
}
