import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Directory } from '../../../core/directory.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Session } from '../../../core/session.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { SettingsPath } from '../../../ui/settings-path.ts';
import { type Fairness, type StaffMember, listedStaff, liveFairness } from '../staff-flags-api.ts';
import { FairnessForm, type FairnessTask } from './fairness-form.ts';
import { StaffMemberForm } from './staff-member-form.ts';

/** The staff register, and what is taken into account in favour of staff. Unit and words looked for are in the address. */
@Component({
  selector: 'pandu-staff-settings-page',
  imports: [FairnessForm, MoreButton, ProblemNote, SettingsPath, Skeleton, StaffMemberForm],
  templateUrl: './staff-settings-page.html',
  styleUrl: '../staff-flags.css',
})
export class StaffSettingsPage {
  /** From the address. */
  readonly unit = input<string>();
  readonly cari = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly directory = inject(Directory);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly staff = listedStaff(() => {
    const [unit, words] = [this.unit() ?? '', this.cari() ?? ''];
    return { ...(unit === '' ? {} : { unit }), ...(words === '' ? {} : { q: words }) };
  });
  protected readonly fair = liveFairness();
  /** Whose form is open: `null` for a new one. */
  protected readonly editing = signal<{ member: StaffMember | null; code: string; unit: string } | null>(
    null,
  );
  protected readonly setting = signal<FairnessTask | null>(null);
  protected readonly done = signal('');
  protected readonly unknown = computed(() => this.staff.first.value()?.unknownCodes ?? []);

  constructor() {
    effect(() => this.directory.need('units'));
  }

  protected line(member: StaffMember): string {
    return [
      this.t(`staffFlags.employment.${member.employment}`),
      member.unit.name,
      ...(member.servicePoint === null ? [] : [member.servicePoint]),
      ...(member.nip === null ? [] : [this.t('staffFlags.nipEnd', { end: member.nip })]),
      ...(member.validTo === null
        ? []
        : [this.t('staffFlags.register.until', { until: this.formats.now.date(member.validTo) })]),
    ].join(' · ');
  }

  protected outage({ from, to, unit, service }: Fairness['outages'][number]): string {
    const zone = this.session.timeZone();
    const where = [unit?.name ?? this.t('staffFlags.fair.everywhere'), ...(service ? [service.name] : [])];
    return `${where.join(', ')} · ${this.formats.now.instant(from, zone)} – ${this.formats.now.instant(to, zone)}`;
  }

  protected add(code = '', unit = ''): void {
    this.editing.set({ member: null, code, unit });
  }

  protected edit(member: StaffMember): void {
    this.editing.set({ member, code: '', unit: '' });
  }

  protected async look(change: Readonly<Record<string, string | null>>): Promise<void> {
    await this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected savedStaff(name: string): void {
    this.editing.set(null);
    this.done.set(this.t('staffFlags.register.saved', { name }));
    this.staff.first.reload();
  }

  protected savedFairness(): void {
    this.setting.set(null);
    this.done.set(this.t('staffFlags.fair.saved'));
    this.fair.reload();
  }
}
