import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EventStream } from './event-stream.ts';
import { Freshness } from './freshness.ts';
import { Language } from './language.ts';
import { liveResource } from './live-resource.ts';
import { Session } from './session.ts';

const anything = { parse: (body: unknown) => body };

describe('what a screen asks for', () => {
  const dataVersion = signal(0);
  const unit = signal('a');

  beforeEach(() => {
    unit.set('a');
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: EventStream, useValue: { dataVersion } },
        { provide: Freshness, useValue: { note: () => undefined } },
        { provide: Language, useValue: { active: () => 'id' } },
        { provide: Session, useValue: { holder: () => 'bupati' } },
      ],
    });
  });

  /** A number at the top, a table further down. */
  function screen() {
    const http = TestBed.inject(HttpTestingController);
    const live = TestBed.runInInjectionContext(() => ({
      top: liveResource(() => ({ path: `/top/${unit()}` }), anything),
      below: liveResource(() => ({ path: `/below/${unit()}` }), anything, 'below'),
    }));
    const settle = async (): Promise<void> => {
      TestBed.tick();
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    };
    const asked = (): readonly string[] => http.match(() => true).map(({ request }) => request.url);
    const answer = async (path: string): Promise<void> => {
      http.expectOne((request) => request.url.endsWith(path)).flush({ path });
      await settle();
    };
    return { ...live, http, settle, asked, answer };
  }

  it('begins with its top, and asks for the rest when the top is there', async () => {
    const { top, below, settle, answer, asked } = screen();
    await settle();
    expect(below.loading()).withContext('a shape stands where it will come').toBeTrue();
    await answer('/top/a');
    expect(top.value()).toEqual({ path: '/top/a' });
    await answer('/below/a');
    expect(below.value()).toEqual({ path: '/below/a' });
    expect(asked()).toEqual([]);
  });

  it('asks for another unit in the same order, and shows nothing of the former', async () => {
    const { below, settle, answer, http } = screen();
    await settle();
    await answer('/top/a');
    await answer('/below/a');
    unit.set('b');
    await settle();
    expect(below.value()).toBeUndefined();
    http.expectNone((request) => request.url.endsWith('/below/b'));
    await answer('/top/b');
    await answer('/below/b');
    expect(below.value()).toEqual({ path: '/below/b' });
  });
});
