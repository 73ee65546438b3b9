import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGES, say } from './messages.ts';

const FOLDER = join(import.meta.dirname, 'messages');

describe('the sentences of the API', () => {
  it('stand once, whatever area they are in', () => {
    const keys = readdirSync(FOLDER).flatMap((file) =>
      [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/^ {2}'?([\w.-]+)'?: \{/gm)].map(
        ([, key]) => key,
      ),
    );
    expect(keys.toSorted()).toEqual(Object.keys(MESSAGES).toSorted());
  });

  it('name the same values in both languages', () => {
    const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();
    const differing = Object.entries(MESSAGES).filter(
      ([, { id, en }]) => placeholders(id).join() !== placeholders(en).join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are said with their values, and leave an unknown one visible', () => {
    expect(say('body-too-large', 'id', { limit: 2 })).toBe('Isi permintaan lebih besar dari 2 MB.');
    expect(say('body-too-large', 'en')).toBe('The body is larger than {limit} MB.');
  });

  it('write days and numbers as people do, never as a machine', () => {
    const span = { from: '2026-03-02', to: '2026-03-01' };
    expect(say('validity-reversed', 'id', span)).toBe(
      'Hari terakhir (1 Mar 2026) mendahului hari pertama (2 Mar 2026).',
    );
    expect(say('validity-reversed', 'en', span)).toBe(
      'The last day (1 Mar 2026) is before the first (2 Mar 2026).',
    );
    expect(say('body-too-large', 'id', { limit: 1234.5 })).toBe(
      'Isi permintaan lebih besar dari 1.234,5 MB.',
    );
  });
});
