import type { DispositionKind } from '#domain/attention/disposition-life';

/** A disposisi, a reminder or a commitment as it is given. */
export interface NewDisposition {
  readonly kind: DispositionKind;
  /** Day of the meeting of a commitment. */
  readonly meetingOn: string | null;
  /** The meeting it was decided in, and the unit whose meeting that was (null: the kabupaten's); left out when noted by hand. */
  readonly meeting?: { readonly id: string; readonly unit: string | null };
  readonly unitCode: string;
  readonly about: { readonly key: string | null; readonly sentence: string; readonly link: string | null };
  readonly from: { readonly post: string; readonly title: string };
  readonly to: { readonly post: string; readonly title: string };
  readonly instruction: string;
  readonly dueOn: string | null;
}

/** A disposisi under way, as far as the trail and its two posts are told of it. */
export interface RunningDisposition {
  readonly id: string;
  readonly kind: DispositionKind;
  readonly unitCode: string;
  readonly fromPost: string;
  readonly fromTitle: string;
  readonly toPost: string;
  readonly toTitle: string;
  readonly about: string;
  readonly dueOn: string | null;
}
