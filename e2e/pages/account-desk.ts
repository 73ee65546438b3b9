import type { Page } from 'playwright-core';
import { addPost, invitePerson } from '#contract/people';

/** What an administrator does for the people of a journey, through the API. */
export class AccountDesk {
  readonly #page: Page;

  /** @param page of a browser in which an administrator is signed in */
  constructor(page: Page) {
    this.#page = page;
  }

  /** Adds a post; gives its id. */
  async addPost(post: { title: string; role: string; unit?: string }): Promise<string> {
    return addPost.answer.parse(await this.#send('/posts', post)).id;
  }

  /** Invites somebody, into a post or without one; gives the path of the link. */
  async invite(person: { username: string; name: string; post?: string }): Promise<string> {
    const { link } = invitePerson.answer.parse(await this.#send('/users', person));
    return link.slice(link.indexOf('/tautan/'));
  }

  async #send(path: string, data: object): Promise<unknown> {
    const context = this.#page.context();
    const xsrf = (await context.cookies()).find((cookie) => cookie.name.endsWith('XSRF-TOKEN'))?.value;
    const answer = await context.request.post(`/api/v1${path}`, {
      data,
      headers: { 'X-XSRF-TOKEN': xsrf ?? '' },
    });
    if (!answer.ok()) throw new Error(`${path} was refused: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  }
}
