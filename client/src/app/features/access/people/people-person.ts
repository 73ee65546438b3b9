import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { postName } from '../../../core/session-scope.ts';
import { Session } from '../../../core/session.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type IssuedLink, PeopleApi, type PersonLine, livePeople } from './people-api.ts';
import { PeopleLink } from './people-link.ts';
import { SettingsPath } from '../../../ui/settings-path.ts';

/** What may be done with a person; each is asked once more, with its consequence. */
type Verb = 'change' | 'link' | 'resetSecondFactor' | 'deactivate' | 'activate' | 'erase';

/** Shortest reason for an erasure, in characters, as the API asks for it. */
const REASON_LENGTH = 5;

/** One person: account, posts, and what an administrator may do. */
@Component({
  selector: 'pandu-people-person',
  imports: [FormDialog, PeopleLink, ProblemNote, RouterLink, SettingsPath, Skeleton],
  templateUrl: './people-person.html',
  styleUrl: '../settings/settings.css',
  styles: `
    .trouble {
      color: var(--memburuk);
    }
    .lines {
      border-top: 1px solid var(--hair);
    }
    .lines .note {
      display: block;
    }
  `,
})
export class PeoplePerson {
  /** From the address. */
  readonly username = input.required<string>();

  private readonly api = inject(PeopleApi);
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly people = livePeople(() => this.username());
  protected readonly person = computed(
    () => this.people.items()?.find((person) => person.username === this.username()) ?? null,
  );
  protected readonly task = task();
  protected readonly asked = signal<Verb | null>(null);
  protected readonly issued = signal<IssuedLink | null>(null);
  protected readonly done = signal('');
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly reason = signal('');

  protected readonly lastSignedIn = computed(() => {
    const at = this.person()?.lastSignedInAt ?? null;
    return at === null ? this.t('people.never') : this.formats.now.instant(at, this.session.timeZone());
  });
  /** Nobody shuts the own account: the kabupaten would be left without whoever does it. */
  protected readonly verbs = computed<readonly Verb[]>(() => {
    const person = this.person();
    if (person === null || !person.managed) return [];
    const own = person.username === this.session.user()?.username;
    return [
      'change',
      ...(person.active ? (['link'] as const) : []),
      ...(person.secondFactor ? (['resetSecondFactor'] as const) : []),
      ...(own ? [] : ([person.active ? 'deactivate' : 'activate', 'erase'] as const)),
    ];
  });

  protected held(post: PersonLine['posts'][number]): string {
    return postName(post, this.t);
  }

  protected ask(verb: Verb): void {
    this.name.set(this.person()?.name ?? '');
    this.email.set(this.person()?.email ?? '');
    this.reason.set('');
    this.done.set('');
    this.task.clear();
    this.asked.set(verb);
  }

  protected async go(verb: Verb, person: PersonLine): Promise<void> {
    if (verb === 'change' && this.name().trim() === '') return this.task.refuse(this.t('people.nameMissing'));
    if (verb === 'erase' && this.reason().trim().length < REASON_LENGTH)
      return this.task.refuse(this.t('people.reasonMissing'));
    const gone = await this.task.run(() => this.carryOut(verb, person));
    if (gone === undefined) return;
    this.asked.set(null);
    if (verb === 'erase') {
      await this.router.navigateByUrl('/pengaturan/pengguna');
      return;
    }
    if (verb !== 'link') this.done.set(this.t(`people.done.${verb}`));
    this.people.first.reload();
  }

  private async carryOut(verb: Verb, { username, ...person }: PersonLine): Promise<void> {
    switch (verb) {
      case 'change':
        await this.api.change(username, { name: this.name().trim(), email: this.email().trim() || null });
        break;
      case 'link':
        this.issued.set(await this.api.issueLink({ username, ...person }));
        break;
      case 'resetSecondFactor':
        await this.api.resetSecondFactor(username);
        break;
      case 'deactivate':
      case 'activate':
        await this.api.change(username, { active: verb === 'activate' });
        break;
      case 'erase':
        await this.api.erase(username, this.reason().trim());
        break;
    }
  }
}
