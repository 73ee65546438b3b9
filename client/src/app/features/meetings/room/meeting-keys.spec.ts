import { MEETING_KEYS, deedOf } from './meeting-keys.ts';

describe('the keys of a meeting', () => {
  const press = (key: string, more: KeyboardEventInit = {}, on: Element = document.body): string | null => {
    const deeds: (string | null)[] = [];
    const listen = (event: Event): void => {
      deeds.push(deedOf(event as KeyboardEvent));
    };
    document.addEventListener('keydown', listen, { once: true });
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
    return deeds[0] ?? null;
  };

  it('turn the agenda, take down what was decided, and lead to the figures', () => {
    expect(
      ['ArrowRight', 'ArrowLeft', 'k', 'K', 't', 'c', 'g', 'b', 's', 'f'].map((key) => press(key)),
    ).toEqual([
      'next',
      'previous',
      'decide',
      'decide',
      'undecided',
      'note',
      'figures',
      'point',
      'end',
      'wide',
    ]);
    // A presenter's remote.
    expect([press('PageDown'), press('PageUp')]).toEqual(['next', 'previous']);
    expect(press('x')).toBeNull();
  });

  it('are letters while somebody types, and belong to the browser with Ctrl', () => {
    const field = document.createElement('textarea');
    document.body.append(field);
    expect(press('k', {}, field)).toBeNull();
    field.remove();
    expect(press('k', { ctrlKey: true })).toBeNull();
  });

  it('are each used once', () => {
    expect(new Set(MEETING_KEYS.map(({ key }) => key)).size).toBe(MEETING_KEYS.length);
  });
});
