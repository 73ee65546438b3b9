import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Language } from './language.ts';
import { task } from './task.ts';

@Component({
  template: `
    <main>
      <h1>Angka Oktober 2026 masih sementara.</h1>
      @if (!gone()) {
        <button type="button" class="verb" [disabled]="work.busy()">Kirim kode</button>
      }
      <button type="button" class="other">Batal</button>
    </main>
  `,
})
class Screen {
  readonly work = task();
  readonly gone = signal(false);
}

describe('the focus while something is under way', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [{ provide: Language, useValue: { t: (key: string) => key } }],
    });
  });

  async function pressed() {
    const screen = TestBed.createComponent(Screen);
    const host: unknown = screen.nativeElement;
    if (!(host instanceof HTMLElement)) throw new Error('a screen is an element');
    await screen.whenStable();
    const button = (name: string): HTMLButtonElement => {
      const found = host.querySelector<HTMLButtonElement>(`.${name}`);
      if (found === null) throw new Error(`no button ${name}`);
      return found;
    };
    const verb = button('verb');
    verb.focus();
    expect(document.activeElement).toBe(verb);
    let finish: () => void = () => undefined;
    const done = screen.componentInstance.work.run(() => new Promise<void>((resolve) => (finish = resolve)));
    await screen.whenStable();
    expect(verb.disabled).toBeTrue();
    // What a browser does with a button that can no longer be pressed, at the latest with the next picture.
    verb.blur();
    return {
      screen,
      verb,
      other: button('other'),
      end: async (): Promise<void> => {
        finish();
        await done;
        await screen.whenStable();
      },
    };
  }

  it('comes back to the button that was pressed', async () => {
    const { verb, end } = await pressed();
    await end();
    expect(document.activeElement).toBe(verb);
  });

  it('goes to the heading when the button is gone', async () => {
    const { screen, end } = await pressed();
    screen.componentInstance.gone.set(true);
    await end();
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('goes to the heading when the button goes later, with the list that is read anew', async () => {
    const { screen, verb, end } = await pressed();
    await end();
    expect(document.activeElement).toBe(verb);
    screen.componentInstance.gone.set(true);
    await screen.whenStable();
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('stays with who has gone on meanwhile', async () => {
    const { other, end } = await pressed();
    other.focus();
    await end();
    expect(document.activeElement).toBe(other);
  });
});
