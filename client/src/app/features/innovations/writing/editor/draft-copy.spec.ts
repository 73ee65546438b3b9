import { EMPTY_CONTENT } from '#contract/innovations/entry-content';
import type { WritingEntry } from '#contract/innovations/writing';
import { answered, decided, openedCopy, sendable, typed } from './draft-copy.ts';

describe('the copy of a draft on one screen', () => {
  const opened = openedCopy({
    content: { ...EMPTY_CONTENT, name: 'PECUT', goal: 'Lama' },
    revision: 3,
  } as WritingEntry);
  const server = (revision: number, change: Partial<typeof EMPTY_CONTENT>) => ({
    revision,
    content: { ...opened.content, ...change },
    fields: {},
  });

  it('sends what was typed with the revision at which it was read', () => {
    const copy = typed(typed(opened, 'problem', 'Bolak'), 'problem', 'Bolak-balik ');
    expect(sendable(copy)).toEqual({
      values: { problem: 'Bolak-balik' },
      readAt: { problem: 3 },
      unfinished: [],
    });
  });

  it('keeps back what is unfinished, and sends the rest', () => {
    const copy = typed(typed(opened, 'links', [{ title: 'Perbup', url: 'contoh' }]), 'steps', [
      { body: 'Latih operator desa', days: 5 },
      { body: ' ', days: null },
    ]);
    expect(sendable(copy).unfinished).toEqual(['links']);
    expect(sendable(copy).values).toEqual({ steps: [{ body: 'Latih operator desa', days: 5 }] });
  });

  it('goes on with what was typed while it was on its way', () => {
    const sent = { problem: 'Bolak' };
    const meanwhile = typed(typed(opened, 'problem', 'Bolak'), 'problem', 'Bolak-balik');
    const after = answered(meanwhile, sent, server(4, { problem: 'Bolak' }), []);
    expect([after.content.problem, after.dirty, sendable(after).readAt]).toEqual([
      'Bolak-balik',
      ['problem'],
      { problem: 4 },
    ]);
    const done = answered(after, { problem: 'Bolak-balik' }, server(5, { problem: 'Bolak-balik' }), []);
    expect([done.dirty, done.revision]).toEqual([[], 5]);
  });

  it('takes over what others wrote elsewhere, and nothing over what is being typed', () => {
    const copy = typed(opened, 'problem', 'Milik saya');
    const after = answered(copy, {}, server(7, { goal: 'Baru', problem: 'Milik orang' }), []);
    expect([after.content.goal, after.content.problem]).toEqual(['Baru', 'Milik saya']);
    // It was read before the other wrote: the server will tell.
    expect(sendable(after).readAt).toEqual({ problem: 3 });
  });

  it('shows a conflict until it is decided, and sends nothing of it before', () => {
    const conflict = {
      field: 'problem',
      mine: 'Saya',
      theirs: 'Dia',
      by: 'Camat',
      at: '2026-11-20T02:00:00Z',
    } as const;
    const copy = answered(
      typed(opened, 'problem', 'Saya'),
      { problem: 'Saya' },
      server(8, { problem: 'Dia' }),
      [conflict],
    );
    expect([copy.content.problem, copy.conflicts, sendable(copy).values]).toEqual(['Saya', [conflict], {}]);
    // While it waits, what the other goes on writing is shown: nobody decides over a text that was not read.
    expect(answered(copy, {}, server(9, { problem: 'Dia, lagi' }), []).conflicts[0]?.theirs).toBe(
      'Dia, lagi',
    );
    const mine = decided(copy, 'problem', 'mine');
    expect(sendable(mine)).toEqual({ values: { problem: 'Saya' }, readAt: { problem: 8 }, unfinished: [] });
    const theirs = decided(copy, 'problem', 'theirs');
    expect([theirs.content.problem, theirs.dirty, theirs.conflicts]).toEqual(['Dia', [], []]);
  });

  it('keeps an empty row on the screen though it is not sent', () => {
    const rows = [
      { body: 'Satu', days: null },
      { body: '', days: null },
    ];
    const copy = typed(opened, 'steps', rows);
    const after = answered(
      copy,
      sendable(copy).values,
      server(4, { steps: [{ body: 'Satu', days: null }] }),
      [],
    );
    expect([after.content.steps, after.dirty]).toEqual([rows, []]);
  });
});
