import type { Request } from 'express';
import { STRANGER, type Person } from './person.ts';

const PERSONS = new WeakMap<Request, Person>();

/** Remembers who sent the request; set once by the session middleware. */
export function setPerson(request: Request, person: Person): void {
  PERSONS.set(request, person);
}

/** Who sent the request: a stranger unless the session said otherwise. */
export function personOf(request: Request): Person {
  return PERSONS.get(request) ?? STRANGER;
}
