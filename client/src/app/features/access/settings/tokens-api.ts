import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type Token, createToken, listTokens } from '#contract/people';
import { API } from '../../../core/api.ts';
import { type Live, liveResource } from '../../../core/live-resource.ts';

export type { Token };
type Tokens = ReturnType<typeof listTokens.answer.parse>;

/** The tokens of the kabupaten, ended ones included. */
export function liveTokens(): Live<Tokens> {
  return liveResource(() => ({ path: '/tokens' }), listTokens.answer);
}

/** Makes and revokes tokens for programs. Every call throws the `HttpErrorResponse` of a refusal. */
@Injectable({ providedIn: 'root' })
export class TokensApi {
  private readonly http = inject(HttpClient);

  /** Gives the secret, which the server shows this once. `days` is 1 to 366. */
  async create(token: {
    readonly name: string;
    readonly post: string;
    readonly permissions: readonly string[];
    readonly days: number;
  }): Promise<{ readonly name: string; readonly secret: string; readonly expiresAt: string }> {
    const answer = await firstValueFrom(this.http.post(`${API}/tokens`, token));
    const { name, token: secret, expiresAt } = createToken.answer.parse(answer);
    return { name, secret, expiresAt };
  }

  async revoke(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${API}/tokens/${encodeURIComponent(id)}`));
  }
}
