import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import { type SessionUser, sessionSchema } from '#contract/session';
import { type Permission, READING, can } from '#domain/permissions';
import { API } from './api.ts';

/** Who is signed in. Everything a person may see follows from it; the server checks every right again. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly current = signal<SessionUser | null>(null);

  readonly user = this.current.asReadonly();
  readonly kabupaten = computed(() => this.current()?.kabupaten ?? null);
  /** True when the figures are demonstration data, which every screen and export says. */
  readonly demo = computed(() => this.current()?.kabupaten?.demo ?? false);
  /** Zone in which days begin and end; UTC for a person without a kabupaten. */
  readonly timeZone = computed(() => this.current()?.kabupaten?.timeZone ?? 'UTC');
  /** True while the post asks for a second factor that is not set up: only the own account is open. */
  readonly locked = computed(() => this.current()?.lacksSecondFactor ?? false);
  /**
   * Whose eyes an answer of the API was for: the person in the active post. What was read for one holder must never be
   * shown to another one. Null while nobody is signed in.
   */
  readonly holder = computed(() => {
    const user = this.current();
    return user === null ? null : `${user.username} ${user.post.id}`;
  });

  /** True when the active post has the permission now. */
  can(permission: Permission): boolean {
    const user = this.current();
    return user !== null && may(user, permission);
  }

  /** Asks the server who is signed in; nobody is a normal answer. Throws when the server cannot be reached. */
  async restore(): Promise<void> {
    try {
      await this.load(this.http.get(`${API}/session`));
    } catch (error) {
      if (error instanceof HttpErrorResponse && error.status === 401) this.current.set(null);
      else throw error;
    }
  }

  /**
   * Signs in; `code` is that of the authenticator, or a recovery code. Throws the `HttpErrorResponse` of the refusal,
   * which is `second-factor-required` when the password was right and a code is still missing.
   */
  async signIn(username: string, password: string, code: string | null = null): Promise<void> {
    const credentials = code === null ? { username, password } : { username, password, code };
    await this.load(this.http.post(`${API}/session`, credentials));
  }

  /**
   * Changes to another post that the person holds. The page has to be loaded anew afterwards: what was read in the
   * former post must not stay, and must not be asked for again in the new one.
   */
  async usePost(post: string): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/session/role`, { post }));
  }

  /** Ends the session. The page has to be loaded anew afterwards, so that nothing read in it stays in the browser. */
  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete(`${API}/session`));
  }

  /** The server no longer knows this session. */
  forget(): void {
    this.current.set(null);
  }

  private async load(answer: ReturnType<HttpClient['get']>): Promise<void> {
    this.current.set(await firstValueFrom(answer.pipe(map((body) => sessionSchema.parse(body).user))));
  }
}

/**
 * True when the post in use has the permission: its role does, an ajudan only reads, and who still lacks a second factor
 * may look after the own account only. The server judges by the same rules.
 */
export function may(
  user: Pick<SessionUser, 'role' | 'lacksSecondFactor'> & {
    readonly post: Pick<SessionUser['post'], 'capacity'>;
  },
  permission: Permission,
): boolean {
  if (!can(user.role, permission)) return false;
  if (user.post.capacity === 'ajudan' && !READING.includes(permission)) return false;
  return !user.lacksSecondFactor || permission === 'session:own' || permission === 'account:own';
}
