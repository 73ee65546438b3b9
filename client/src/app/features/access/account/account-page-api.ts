import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type * as z from 'zod';
import type { readerSchema } from '#contract/account';
import {
  type Account,
  type Device,
  accountSchema,
  confirmSecondFactor,
  listDevices,
  listReaders,
  readLink,
  revokeOtherDevices,
  startSecondFactor,
} from '#contract/account';
import { API } from '../../../core/api.ts';
import { type Live, liveResource } from '../../../core/live-resource.ts';

export type { Account, Device };
export type Reader = z.infer<typeof readerSchema>;
/** What the authenticator needs to know: as picture, as address, and to type. */
export type SecondFactorOffer = z.infer<typeof startSecondFactor.answer>;
/** Whom an invitation or reset link is for. */
export type LinkInvitation = z.infer<typeof readLink.answer>;

/** The own account. */
export function liveAccount(): Live<Account> {
  return liveResource(() => ({ path: '/account' }), accountSchema);
}

/** Where the own account is signed in. */
export function liveDevices(): Live<{ items: Device[] }> {
  return liveResource(() => ({ path: '/account/devices' }), listDevices.answer);
}

/** Who reads for the own posts. */
export function liveReaders(): Live<{ items: Reader[] }> {
  return liveResource(() => ({ path: '/account/readers' }), listReaders.answer);
}

/** Changes to the own account. Every call throws the `HttpErrorResponse` of a refusal. */
@Injectable({ providedIn: 'root' })
export class AccountApi {
  private readonly http = inject(HttpClient);

  /** Changes the password; all other devices are signed out. */
  async changePassword(current: string, next: string): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/account/password`, { current, next }));
  }

  /** Makes a secret for the authenticator; it counts once {@link confirmSecondFactor} had its first code. */
  async startSecondFactor(password: string): Promise<SecondFactorOffer> {
    const answer = await firstValueFrom(this.http.post(`${API}/account/second-factor`, { password }));
    return startSecondFactor.answer.parse(answer);
  }

  /** Turns the second factor on; gives the recovery codes, this one time. */
  async confirmSecondFactor(code: string): Promise<readonly string[]> {
    const answer = await firstValueFrom(this.http.post(`${API}/account/second-factor/confirm`, { code }));
    return confirmSecondFactor.answer.parse(answer).recoveryCodes;
  }

  async removeSecondFactor(password: string, code: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${API}/account/second-factor`, { body: { password, code } }));
  }

  async revokeDevice(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${API}/account/devices/${encodeURIComponent(id)}`));
  }

  /** Signs out everywhere but here; gives how many there were. */
  async revokeOtherDevices(): Promise<number> {
    const answer = await firstValueFrom(this.http.delete(`${API}/account/devices`));
    return revokeOtherDevices.answer.parse(answer).revoked;
  }

  /** Lets somebody read for the post in use; `to` is the first day without it, null for no end. */
  async addReader(username: string, to: string | null): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/account/readers`, { username, to }));
  }

  async endReader(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${API}/account/readers/${encodeURIComponent(id)}`));
  }

  async readLink(token: string): Promise<LinkInvitation> {
    const answer = await firstValueFrom(this.http.get(`${API}/links/${encodeURIComponent(token)}`));
    return readLink.answer.parse(answer);
  }

  /** Sets the password by a link, which is used up then. */
  async useLink(token: string, password: string): Promise<void> {
    await firstValueFrom(this.http.post(`${API}/links/${encodeURIComponent(token)}`, { password }));
  }
}
