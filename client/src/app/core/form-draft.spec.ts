import { provideHttpClient } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { formDraft } from './form-draft.ts';
import { Session } from './session.ts';

describe('what was typed into a form', () => {
  const holder = signal<string | null>('organisasi 1');
  const asText = (kept: unknown): string | null => (typeof kept === 'string' ? kept : null);
  const draft = () => TestBed.runInInjectionContext(() => formDraft('alasan', asText));

  beforeEach(() => {
    sessionStorage.clear();
    holder.set('organisasi 1');
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), { provide: Session, useValue: { holder } }],
    });
  });
  afterAll(() => sessionStorage.clear());

  it('is there again after the session ended, for the same person and the same place', () => {
    draft().keep('2026-10', 'Data Sebulu dikoreksi');
    holder.set(null);
    expect(draft().kept('2026-10')).toBeNull();
    holder.set('organisasi 1');
    expect(draft().kept('2026-10')).toBe('Data Sebulu dikoreksi');
    expect(draft().kept('2026-09')).toBeNull();
  });

  it('is nobody else’s, nor that of another post of the same person', () => {
    draft().keep('2026-10', 'rahasia');
    for (const other of ['bupati 2', 'organisasi 9']) {
      holder.set(other);
      expect(draft().kept('2026-10')).withContext(other).toBeNull();
    }
  });

  it('is gone once it was sent, and when it cannot be read', () => {
    draft().keep('2026-10', 'Data Sebulu dikoreksi');
    draft().drop('2026-10');
    expect(draft().kept('2026-10')).toBeNull();
    sessionStorage.setItem('pandu.draft.alasan.organisasi 1.2026-10', '{bukan');
    expect(draft().kept('2026-10')).toBeNull();
    sessionStorage.setItem('pandu.draft.alasan.organisasi 1.2026-10', '7');
    expect(draft().kept('2026-10')).toBeNull();
  });
});
