/** A milestone is signed off by a second person: never by whoever reported it as done, in whatever post. */

/** Whoever reported a milestone as 100 % done, once or again. */
export interface DoneReporter {
  readonly post: string | null;
  /** Everyone who held that post when it reported, and who reported in it. */
  readonly people: readonly string[];
}

/**
 * True when this person in this post stands behind none of the reports. The post counts whoever holds it, and the person
 * whatever post is held now: a post handed over, or two posts in one hand, make no second person.
 */
export function isSecondPerson(
  signer: { readonly post: string; readonly person: string },
  reporters: readonly DoneReporter[],
): boolean {
  return reporters.every(({ post, people }) => post !== signer.post && !people.includes(signer.person));
}
