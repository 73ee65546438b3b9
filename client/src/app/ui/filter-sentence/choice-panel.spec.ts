import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ChoicePanel } from './choice-panel.ts';

@Component({
  imports: [ChoicePanel],
  template: `
    <button #word type="button" (click)="open.set(!open())">Lainnya</button>
    @if (open()) {
      <pandu-choice-panel [origin]="word" label="Lainnya" [content]="list" (closed)="open.set(false)" />
    }
    <ng-template #list><a href="#pengaturan">Pengaturan</a></ng-template>
  `,
})
class WordWithPanel {
  readonly open = signal(false);
}

describe('the panel below a word', () => {
  it('comes back when its word is pressed in the same instant in which Escape closed it', async () => {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    const fixture = TestBed.createComponent(WordWithPanel);
    await fixture.whenStable();
    const word = (fixture.nativeElement as HTMLElement).querySelector('button');
    const panel = (): Element | null => document.querySelector('[role=dialog][aria-label=Lainnya]');
    word?.click();
    await fixture.whenStable();
    expect(panel()).not.toBeNull();

    const escape = new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true });
    document.body.dispatchEvent(escape);
    word?.click();
    await fixture.whenStable();
    expect(panel()).not.toBeNull();

    document.body.dispatchEvent(escape);
    await fixture.whenStable();
    expect(panel()).toBeNull();
  });
});
