import { inject, Injectable, signal } from '@angular/core';
import { NavigationEnd, type NavigationError, Router } from '@angular/router';

/**
 * A screen whose code or words could not be fetched: the network is gone, or the product was renewed since this page was
 * opened. Without a word about it a click would do nothing at all.
 */
@Injectable({ providedIn: 'root' })
export class LostScreen {
  private readonly router = inject(Router);
  /** Address that could not be opened; null when the last one could. */
  readonly url = signal<string | null>(null);

  constructor() {
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.url.set(null);
    });
  }

  /** Keeps what the router reports. */
  report({ url, error }: NavigationError): void {
    console.error(error);
    this.url.set(url);
  }

  /** With a network the whole page is loaded anew, which also brings a renewed product; without one only the screen. */
  async retry(): Promise<void> {
    const url = this.url();
    if (url === null) return;
    if (navigator.onLine) location.assign(url);
    // Failing again is reported again, by the router's own handler.
    else await this.router.navigateByUrl(url).catch(() => false);
  }
}
