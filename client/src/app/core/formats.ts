import { Injectable, computed, inject } from '@angular/core';
import { type FormatsIn, formatsIn } from '#domain/formats/formats';
import { Language } from './language.ts';

/** The formats in the language of the screen. */
@Injectable({ providedIn: 'root' })
export class Formats {
  private readonly language = inject(Language);
  private readonly current = computed(() => formatsIn(this.language.active()));

  /** Reading it inside a template or computed signal follows a switch of the language. */
  get now(): FormatsIn {
    return this.current();
  }
}
