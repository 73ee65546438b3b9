import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type WritableSignal, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTransloco } from '@jsverse/transloco';
import { EventStream } from './event-stream.ts';
import { TranslationLoader } from './language.ts';
import { type PagedList, pagedList } from './paged-list.ts';
import { Session } from './session.ts';

interface Names {
  readonly items: readonly string[];
  readonly nextCursor: string | null;
  readonly total: number;
}

describe('pagedList', () => {
  let search: WritableSignal<string>;
  let list: PagedList<string, Names>;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideTransloco({
          config: { availableLangs: ['id', 'en'], defaultLang: 'id' },
          loader: TranslationLoader,
        }),
        { provide: EventStream, useValue: { dataVersion: signal(1) } },
        { provide: Session, useValue: { holder: signal('admin 1') } },
      ],
    });
    search = signal('a');
    http = TestBed.inject(HttpTestingController);
    list = TestBed.runInInjectionContext(() =>
      pagedList<string, Names>(() => ({ path: '/users', query: { search: search() } }), {
        parse: (body) => body as Names,
      }),
    );
    TestBed.tick();
  });

  async function answer(address: string, page: Names): Promise<void> {
    http.expectOne(`/api/v1/users?${address}`).flush(page);
    await Promise.resolve();
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }

  it('puts the next page below the first, until there is none', async () => {
    await answer('search=a', { items: ['Ani', 'Arif'], nextCursor: 'c1', total: 3 });
    expect(list.items()).toEqual(['Ani', 'Arif']);
    expect(list.hasMore()).toBeTrue();
    const more = list.more();
    expect(list.fetching()).toBeTrue();
    await answer('search=a&cursor=c1', { items: ['Asih'], nextCursor: null, total: 3 });
    await more;
    expect(list.items()).toEqual(['Ani', 'Arif', 'Asih']);
    expect([list.hasMore(), list.fetching()]).toEqual([false, false]);
  });

  it('begins anew with another request, without a row of the one before', async () => {
    await answer('search=a', { items: ['Ani'], nextCursor: 'c1', total: 2 });
    const more = list.more();
    search.set('b');
    TestBed.tick();
    await answer('search=b', { items: ['Budi'], nextCursor: null, total: 1 });
    await answer('search=a&cursor=c1', { items: ['Asih'], nextCursor: null, total: 2 });
    await more;
    expect(list.items()).toEqual(['Budi']);
    expect(list.hasMore()).toBeFalse();
  });

  it('keeps what is there and says why more did not come', async () => {
    await answer('search=a', { items: ['Ani'], nextCursor: 'c1', total: 2 });
    const more = list.more();
    http
      .expectOne('/api/v1/users?search=a&cursor=c1')
      .flush('gone', { status: 503, statusText: 'Service Unavailable' });
    await more;
    expect(list.items()).toEqual(['Ani']);
    expect(list.moreProblem()?.status).toBe(503);
    expect(list.hasMore()).toBeTrue();
  });
});
