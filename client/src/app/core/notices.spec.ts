import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EventStream } from './event-stream.ts';
import { Notices } from './notices.ts';
import { Session } from './session.ts';

describe('Notices', () => {
  const noticesChanged = signal(0);
  const capacity = signal('tetap');
  const kabupaten = signal<object | null>({});

  function start(): { notices: Notices; http: HttpTestingController } {
    noticesChanged.set(0);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: EventStream, useValue: { noticesChanged } },
        {
          provide: Session,
          useValue: {
            can: () => true,
            kabupaten,
            holder: () => 'camat 1',
            user: () => ({ post: { capacity: capacity() } }),
          },
        },
      ],
    });
    return { notices: TestBed.inject(Notices), http: TestBed.inject(HttpTestingController) };
  }
  const counted = (unread: number, waiting: number) => ({
    items: [],
    nextCursor: null,
    total: 0,
    unread,
    waiting,
  });
  /** The first count waits for a quiet moment. */
  const quiet = (): Promise<void> => new Promise((done) => requestIdleCallback(() => done()));

  afterEach(() => {
    capacity.set('tetap');
    kabupaten.set({});
  });

  it('are counted when the screen stands, and again with every news', async () => {
    const { notices, http } = start();
    TestBed.tick();
    http.expectNone(() => true);
    await quiet();
    http.expectOne(({ url }) => url === '/api/v1/notices').flush(counted(2, 1));
    await quiet();
    expect(notices.counts()).toEqual(jasmine.objectContaining({ unread: 2, waiting: 1 }));
    noticesChanged.set(1);
    TestBed.tick();
    http.expectOne(({ url }) => url === '/api/v1/notices').flush(counted(3, 1));
    await quiet();
    expect(notices.counts()?.unread).toBe(3);
  });

  it('are not asked for without a kabupaten, and not marked by who reads for another', async () => {
    kabupaten.set(null);
    capacity.set('ajudan');
    const { notices, http } = start();
    TestBed.tick();
    await quiet();
    await notices.markRead();
    http.expectNone(() => true);
    expect([notices.open(), notices.mayMark(), notices.counts()]).toEqual([false, false, null]);
  });

  it('once marked are counted as the server says', async () => {
    const { notices, http } = start();
    const marking = notices.markRead(['a']);
    const call = http.expectOne('/api/v1/notices/read');
    expect(call.request.body).toEqual({ ids: ['a'] });
    call.flush({ unread: 4 });
    await marking;
    expect(notices.counts()?.unread).toBe(4);
  });
});
