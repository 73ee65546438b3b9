import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';
import { type SessionUser, sessionSchema } from '#contract/session';
import { type Permission, type Role, can } from '#domain/permissions';
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

  /** True when the active role has the permission. */
  can(permission: Permission): boolean {
    const user = this.current();
    return user !== null && can(user.role, permission);
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

  /** Signs in; throws the `HttpErrorResponse` of the refusal. */
  async signIn(username: string, password: string): Promise<void> {
    await this.load(this.http.post(`${API}/session`, { username, password }));
  }

  /** Changes the active role of a person who holds several. */
  async switchRole(role: Role): Promise<void> {
    await this.load(this.http.post(`${API}/session/role`, { role }));
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete(`${API}/session`));
    this.current.set(null);
  }

  /** The server no longer knows this session. */
  forget(): void {
    this.current.set(null);
  }

  private async load(answer: ReturnType<HttpClient['get']>): Promise<void> {
    this.current.set(await firstValueFrom(answer.pipe(map((body) => sessionSchema.parse(body).user))));
  }
}
