import type { IRouter, Request, Response } from 'express';
import type * as z from 'zod';
import { say, type Language } from '#contract/messages';
import type { ProblemError } from '#contract/problem';
import type { RouteDescriptor } from '#contract/route';
import { isTenantScope, type TenantScope } from '#domain/scope';
import { may, type Person } from '../auth/person.ts';
import { personOf } from '../auth/request-person.ts';
import { languageOf } from './language.ts';
import { ProblemException } from './problem-error.ts';
import { sendAnswerTable, tableFormatIn } from './send-answer-table.ts';

/** What a handler is given: validated input, and who asks. */
export interface RouteCall<D extends RouteDescriptor> {
  readonly params: z.output<D['params']>;
  readonly query: z.output<D['query']>;
  readonly body: z.output<D['body']>;
  readonly person: Person;
  readonly language: Language;
  readonly request: Request;
  readonly response: Response;
}

/** A handler returns the answer, or `undefined` when it has written to the response itself. */
export type RouteHandler<D extends RouteDescriptor> = (
  call: RouteCall<D>,
) => Promise<z.input<D['answer']> | undefined>;

/** Answers are checked against the contract where tests run; in production that would be paid on every request. */
const CHECK_ANSWERS = process.env['PANDU_CHECK_ANSWERS'] === '1';

/**
 * Binds a handler to a described route: permission first (401, 403), then input (400 with every error), then the
 * handler. A route cannot be bound without the permission its descriptor names.
 */
export function bindRoute<D extends RouteDescriptor>(
  router: IRouter,
  descriptor: D,
  handler: RouteHandler<D>,
): void {
  router[descriptor.method](descriptor.path, async (request: Request, response: Response) => {
    const person = personOf(request);
    if (descriptor.access === 'anonymous') {
      // What strangers may do is signing in: nothing for a program, which has no session.
      if (person.tokenPermissions !== null) throw new ProblemException(403, 'forbidden');
    } else {
      if (person.role === 'publik') throw new ProblemException(401, 'not-signed-in');
      if (!may(person, descriptor.access))
        throw new ProblemException(403, person.lacksSecondFactor ? 'second-factor-needed' : 'forbidden');
    }
    const language = languageOf(request);
    const call: RouteCall<D> = {
      params: check(descriptor.params, request.params, 'params', language) as z.output<D['params']>,
      query: check(descriptor.query, request.query, 'query', language) as z.output<D['query']>,
      body: (descriptor.consumes === 'application/json'
        ? check(descriptor.body, request.body, 'body', language)
        : undefined) as z.output<D['body']>,
      person,
      language,
      request,
      response,
    };
    const answer = await handler(call);
    if (response.headersSent || response.writableEnded) return;
    if (answer === undefined) {
      response.status(descriptor.status).end();
      return;
    }
    if (CHECK_ANSWERS) descriptor.answer.parse(answer);
    const format = tableFormatIn(call.query);
    if (format !== null) {
      await sendAnswerTable(call, format, answer as object);
      return;
    }
    response.status(descriptor.status).json(answer);
  });
}

/** The kabupaten scope of the caller; a person without one (FORCASI, platform) gets 403. */
export function tenantScopeOf(person: Person): TenantScope {
  if (!isTenantScope(person.scope)) throw new ProblemException(403, 'forbidden');
  return person.scope;
}

function check(
  schema: z.ZodType,
  value: unknown,
  where: 'params' | 'query' | 'body',
  language: Language,
): unknown {
  const outcome = schema.safeParse(value);
  if (outcome.success) {
    // PostgreSQL has no place for it; a file under way could no longer be refused when the query fails.
    if (holdsNul(outcome.data))
      throw new ProblemException(
        where === 'params' ? 404 : 400,
        where === 'params' ? 'not-found' : 'invalid-request',
      );
    return outcome.data;
  }
  const errors = outcome.error.issues.flatMap((issue) => errorsOf(issue, language));
  throw new ProblemException(
    where === 'params' ? 404 : 400,
    where === 'params' ? 'not-found' : 'invalid-request',
    {},
    errors,
  );
}

/** True when a text anywhere in the value has a NUL character. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000');
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsNul);
}

function errorsOf(issue: z.core.$ZodIssue, language: Language): ProblemError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join('.'),
      code: 'unknown-parameter',
      message: say('unknown-parameter', language, { name: key }),
    }));
  }
  return [{ path: issue.path.join('.'), code: issue.code, message: sentenceOf(issue, language) }];
}

function sentenceOf(issue: z.core.$ZodIssue, language: Language): string {
  const name = issue.path.join('.') || (language === 'en' ? 'body' : 'isi');
  switch (issue.code) {
    case 'invalid_type':
      return say('field-type', language, { name, type: typeName(issue.expected, language) });
    case 'invalid_value':
      return say('field-choice', language, { name, choices: issue.values.join(', ') });
    case 'invalid_format':
      return say(issue.format === 'date' ? 'field-date' : 'field-invalid', language, { name });
    case 'too_small':
      return say('field-too-small', language, { name });
    case 'too_big':
      return say('field-too-big', language, { name });
    case 'custom': {
      const isDayRange = issue.params?.['sentence'] === 'field-day-range';
      return say(isDayRange ? 'field-day-range' : 'field-invalid', language, { name });
    }
    default:
      return say('field-invalid', language, { name });
  }
}

function typeName(expected: string, language: Language): string {
  const names: Record<string, string> = {
    string: 'teks',
    number: 'angka',
    boolean: 'ya atau tidak',
    object: 'objek JSON',
  };
  return language === 'en' ? expected : (names[expected] ?? expected);
}
