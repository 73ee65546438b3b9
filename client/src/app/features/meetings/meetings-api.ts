import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import {
  type Meeting,
  closeMeeting,
  createMeeting,
  listMeetingOwners,
  saveMeetingDecision,
  saveMeetingHead,
  saveMeetingItem,
} from '#contract/reports/meetings';
import type * as z from 'zod';
import { API } from '../../core/api.ts';
import type { IsoDate } from '../../core/period.ts';
import {
  type PartKind,
  type PartOf,
  type WrittenPart,
  decisionPart,
  headPart,
  itemPart,
} from './room/written-parts.ts';

export type DecisionOwner = z.infer<typeof listMeetingOwners.answer>['items'][number];

/** What became of a saving, as `written-parts` takes it. */
export interface SavedPart<Kind extends PartKind> {
  readonly saved: boolean;
  readonly current: PartOf<Kind>;
  readonly by: string;
}

/** Meetings: planning, running, writing at them, closing. Everything throws the refusal. */
@Injectable({ providedIn: 'root' })
export class MeetingsApi {
  private readonly http = inject(HttpClient);

  async create(title: string, heldOn: IsoDate, start: boolean): Promise<Meeting> {
    return createMeeting.answer.parse(await this.send('post', '', { title, heldOn, start }));
  }

  async start(id: string): Promise<Meeting> {
    return closeMeeting.answer.parse(await this.send('post', `/${id}/start`, {}));
  }

  async cancel(id: string): Promise<void> {
    await this.send('post', `/${id}/cancel`, {});
  }

  async close(id: string, nextOn: IsoDate | null): Promise<Meeting> {
    return closeMeeting.answer.parse(await this.send('post', `/${id}/close`, { nextOn }));
  }

  /** The posts that a decision about a unit can be given to, those that answer for it first. */
  async owners(id: string, unit: string): Promise<readonly DecisionOwner[]> {
    const answer = await firstValueFrom(this.http.get(`${API}/meetings/${id}/owners`, { params: { unit } }));
    return listMeetingOwners.answer.parse(answer).items;
  }

  /** Saves a piece; somebody else's newer text is told and left alone. */
  async save(meeting: string, part: WrittenPart): Promise<SavedPart<PartKind>> {
    const { revision } = part;
    switch (part.kind) {
      case 'head': {
        const { title, place, attendees } = part.values;
        const names = attendees
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '');
        const body = { revision, title: title.trim(), place: place.trim(), attendees: names };
        const answer = saveMeetingHead.answer.parse(await this.send('put', `/${meeting}/head`, body));
        return { saved: answer.saved, current: headPart(answer.current), by: answer.current.by };
      }
      case 'item': {
        const { title, note, outcome } = part.values;
        const body = { revision, title: title.trim(), note, outcome };
        const answer = saveMeetingItem.answer.parse(
          await this.send('put', `/${meeting}/items/${part.id}`, body),
        );
        return { saved: answer.saved, current: itemPart(answer.current), by: answer.current.by };
      }
      case 'decision': {
        const { item, what, to, dueOn } = part.values;
        const body = { revision, item, what, to: to?.post ?? null, dueOn: dueOn === '' ? null : dueOn };
        const answer = saveMeetingDecision.answer.parse(
          await this.send('put', `/${meeting}/decisions/${part.id}`, body),
        );
        return { saved: answer.saved, current: decisionPart(answer.current), by: answer.current.by };
      }
    }
  }

  /** Takes a point or a decision off again. */
  async remove(meeting: string, { kind, id, revision }: PartOf<'item'> | PartOf<'decision'>): Promise<void> {
    const list = kind === 'item' ? 'items' : 'decisions';
    await this.send('post', `/${meeting}/${list}/${id}/remove`, { revision });
  }

  private send(method: 'post' | 'put', path: string, body: unknown): Promise<unknown> {
    const address = `${API}/meetings${path}`;
    return firstValueFrom(method === 'post' ? this.http.post(address, body) : this.http.put(address, body));
  }
}
