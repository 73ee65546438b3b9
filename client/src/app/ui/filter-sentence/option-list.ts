import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  type ElementRef,
  viewChild,
} from '@angular/core';
import { Language } from '../../core/language.ts';

export interface Option {
  /** Null stands for "all". */
  readonly value: string | null;
  readonly label: string;
  /** Depth in a tree; 0 at the top. */
  readonly depth: number;
  readonly hint?: string;
}

let lists = 0;

/** Choices with a search field over them: arrow keys move, Enter takes, typing narrows. */
@Component({
  selector: 'pandu-option-list',
  template: `
    @if (searchable()) {
      <input
        #search
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded="true"
        aria-autocomplete="list"
        [attr.aria-controls]="id"
        [attr.aria-activedescendant]="activeId()"
        [attr.aria-label]="t('filter.search')"
        [placeholder]="t('filter.search')"
        [value]="typed()"
        (input)="type($event)"
        (keydown)="key($event)"
      />
    }
    <ul
      [id]="id"
      role="listbox"
      [attr.aria-label]="label()"
      [attr.tabindex]="searchable() ? null : 0"
      [attr.aria-activedescendant]="searchable() ? null : activeId()"
      (keydown)="key($event)"
      (click)="pick($event)"
    >
      @for (option of shown(); track option.value; let index = $index) {
        <li
          role="option"
          [id]="id + '-' + index"
          [attr.aria-selected]="option.value === selected()"
          [class.active]="index === active()"
          [style.padding-left.px]="8 + (typed() === '' ? option.depth * 16 : 0)"
          [attr.data-index]="index"
        >
          <span>{{ option.label }}</span>
          @if (option.hint) {
            <small>{{ option.hint }}</small>
          }
        </li>
      } @empty {
        <li class="none" role="option" aria-disabled="true" aria-selected="false">
          {{ t('filter.nothingFound', { typed: typed() }) }}
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      font: var(--table);
    }
    .input {
      margin-bottom: 8px;
    }
    li {
      display: flex;
      justify-content: space-between;
      align-items: center;
      gap: 12px;
      min-height: var(--row);
      padding: 4px 8px;
      border-bottom: 1px solid var(--hair);
      cursor: pointer;
    }
    li.active,
    li:hover {
      background: var(--wash);
    }
    li[aria-selected='true'] {
      font-weight: 600;
      color: var(--primary);
    }
    li.none {
      color: var(--muted);
      cursor: default;
    }
    small {
      font: var(--note);
      color: var(--muted);
    }
  `,
})
export class OptionList {
  readonly label = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly selected = input<string | null>(null);
  readonly searchable = input(true);
  readonly chosen = output<string | null>();

  protected readonly t = inject(Language).t;
  protected readonly id = `pandu-options-${String(++lists)}`;
  protected readonly typed = signal('');
  protected readonly active = signal(0);
  private readonly search = viewChild<ElementRef<HTMLInputElement>>('search');

  protected readonly shown = computed(() => {
    const words = this.typed()
      .toLocaleLowerCase('id')
      .split(/\s+/)
      .filter((word) => word !== '');
    return this.options().filter((option) =>
      words.every((word) => option.label.toLocaleLowerCase('id').includes(word)),
    );
  });
  protected readonly activeId = computed(() =>
    this.shown().length === 0 ? null : `${this.id}-${String(this.active())}`,
  );

  constructor() {
    effect(() => {
      const selected = this.options().findIndex((option) => option.value === this.selected());
      untracked(() => this.active.set(Math.max(0, selected)));
    });
    effect(() => this.search()?.nativeElement.focus());
  }

  protected type(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.typed.set(event.target.value);
    this.active.set(0);
  }

  protected pick(event: MouseEvent): void {
    const item = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    const option = this.shown()[Number(item?.getAttribute('data-index') ?? -1)];
    if (option !== undefined) this.chosen.emit(option.value);
  }

  protected key(event: KeyboardEvent): void {
    const last = this.shown().length - 1;
    const step: Readonly<Record<string, (now: number) => number>> = {
      ArrowDown: (now) => Math.min(last, now + 1),
      ArrowUp: (now) => Math.max(0, now - 1),
      Home: () => 0,
      End: () => last,
    };
    const move = step[event.key];
    if (move !== undefined) {
      this.active.update(move);
      document.getElementById(`${this.id}-${String(this.active())}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      const option = this.shown()[this.active()];
      if (option !== undefined) this.chosen.emit(option.value);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
