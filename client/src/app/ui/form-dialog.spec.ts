import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Language } from '../core/language.ts';
import { FormDialog } from './form-dialog.ts';

@Component({
  imports: [FormDialog],
  template: `
    <main>
      <h1>Angka Oktober 2026 masih sementara.</h1>
      @if (!gone()) {
        <button type="button" class="opener" (click)="asked.set(true)">Tetapkan angka</button>
      }
    </main>
    @if (asked()) {
      <pandu-form-dialog
        heading="Tetapkan angka?"
        verb="Tetapkan"
        [back]="back()"
        (closed)="asked.set(false)"
      />
    }
  `,
})
class Screen {
  readonly asked = signal(false);
  readonly gone = signal(false);
  readonly back = signal('');
}

describe('a dialog that asks', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [{ provide: Language, useValue: { t: (key: string) => key } }],
    });
  });

  async function opened() {
    const screen = TestBed.createComponent(Screen);
    await screen.whenStable();
    const host: unknown = screen.nativeElement;
    if (!(host instanceof HTMLElement)) throw new Error('a screen is an element');
    const opener = host.querySelector<HTMLButtonElement>('.opener');
    opener?.focus();
    opener?.click();
    await screen.whenStable();
    const wayBack = host.querySelector<HTMLButtonElement>('dialog button.quiet');
    const goBack = async (): Promise<void> => {
      const closed = new Promise((resolve) => {
        host.querySelector('dialog')?.addEventListener('close', resolve, { once: true });
      });
      wayBack?.click();
      await closed;
      await screen.whenStable();
    };
    return { screen, opener, wayBack, goBack };
  }

  it('gives the focus back to what asked', async () => {
    const { opener, wayBack, goBack } = await opened();
    expect(wayBack?.textContent.trim()).toBe('dialog.cancel');
    await goBack();
    expect(document.activeElement).toBe(opener);
  });

  it('gives it to the heading where what asked is gone', async () => {
    const { screen, goBack } = await opened();
    screen.componentInstance.gone.set(true);
    await screen.whenStable();
    await goBack();
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('calls its way back what the screen calls it', async () => {
    const { screen, wayBack } = await opened();
    screen.componentInstance.back.set('Tidak jadi');
    await screen.whenStable();
    expect(wayBack?.textContent.trim()).toBe('Tidak jadi');
  });
});
