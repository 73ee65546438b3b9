import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type PersonLine, changePerson, invitePerson, issueLink, listPeople } from '#contract/people';
import { API } from '../../../core/api.ts';
import { pagedList } from '../../../core/paged-list.ts';

export type { PersonLine };
export type People = ReturnType<typeof listPeople.answer.parse>;
/** A link that is shown once, with the name of whom it is for. */
export interface IssuedLink {
  readonly name: string;
  readonly link: string;
  readonly expiresAt: string;
}

/** Everybody whose name, username or post has these words; all for an empty search. */
export function livePeople(search: () => string): ReturnType<typeof pagedList<PersonLine, People>> {
  return pagedList<PersonLine, People>(
    () => ({ path: '/users', query: { limit: '50', ...(search() === '' ? {} : { search: search() }) } }),
    listPeople.answer,
  );
}

/** What an administrator does with persons. Every call throws the `HttpErrorResponse` of a refusal. */
@Injectable({ providedIn: 'root' })
export class PeopleApi {
  private readonly http = inject(HttpClient);

  async invite(person: {
    readonly username: string;
    readonly name: string;
    readonly email: string | null;
    readonly post: string | null;
  }): Promise<IssuedLink> {
    const { post, ...rest } = person;
    const body = { ...rest, ...(post === null ? {} : { post }) };
    const answer = await firstValueFrom(this.http.post(`${API}/users`, body));
    return { name: person.name, ...invitePerson.answer.parse(answer) };
  }

  async change(
    username: string,
    change: { readonly name?: string; readonly email?: string | null; readonly active?: boolean },
  ): Promise<PersonLine> {
    return changePerson.answer.parse(await firstValueFrom(this.http.patch(address(username), change)));
  }

  /** A link with which the person sets a new password. */
  async issueLink(person: PersonLine): Promise<IssuedLink> {
    const answer = await firstValueFrom(this.http.post(`${address(person.username)}/link`, null));
    return { name: person.name, ...issueLink.answer.parse(answer) };
  }

  async resetSecondFactor(username: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${address(username)}/second-factor`));
  }

  /** Erases the personal data for good. */
  async erase(username: string, reason: string): Promise<void> {
    await firstValueFrom(this.http.post(`${address(username)}/erasure`, { reason }));
  }
}

function address(username: string): string {
  return `${API}/users/${encodeURIComponent(username)}`;
}
