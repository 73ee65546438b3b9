import * as z from 'zod';
import {
  cleanText,
  ENDORSEMENT_LENGTH,
  POST_LENGTH,
  REASON_LENGTH,
} from '#domain/innovations/forum/forum-rules';
import { TOPICS } from '#domain/innovations/entry-facets';
import { defineRoute } from '../route.ts';

const tag = 'innovations';
const whole = z.number().int();
const byId = z.strictObject({ id: z.uuid() });

/** A text of a person, as it is kept (`cleanText`); its length is that of what is kept. */
function written({ least, most }: { readonly least: number; readonly most: number }) {
  return z
    .string()
    .max(4 * most)
    .overwrite(cleanText)
    .min(least)
    .max(most);
}

/** Who wrote, as it was then: never nobody. The name is null once the person's data were erased. */
const authorSchema = z.object({
  name: z.string().nullable(),
  title: z.string(),
  kabupaten: z.string().nullable(),
});

/** A question or an answer. What a moderator hid is told whole to its author and to moderators alone. */
export const postSchema = z.object({
  id: z.string(),
  at: z.string(),
  author: authorSchema.nullable(),
  body: z.string().nullable(),
  /** Written by the person who asks. */
  own: z.boolean(),
  /** Written for the kabupaten whose innovation it is. */
  fromHome: z.boolean(),
  hidden: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
  /** The person who asks reported it, and nobody has decided yet. */
  reported: z.boolean(),
  may: z.array(z.enum(['report', 'moderate'])),
});
export type ForumPost = z.infer<typeof postSchema>;

/** A question with its answers, the oldest first. */
export const questionSchema = postSchema.extend({ answers: z.array(postSchema) });
export type ForumQuestion = z.infer<typeof questionSchema>;

export const endorsementSchema = z.object({
  author: authorSchema,
  reason: z.string(),
  at: z.string(),
  own: z.boolean(),
});
export type Endorsement = z.infer<typeof endorsementSchema>;

export const readForum = defineRoute({
  id: 'readForum',
  method: 'get',
  path: '/innovations/:id/forum',
  access: 'innovations:read',
  tag,
  summary: 'Tanya jawab dan dukungan pada satu inovasi, pertanyaan terbaru dahulu',
  params: byId,
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(50).optional(),
    cursor: z.string().max(200).optional(),
  }),
  answer: z.object({
    /** False for an entry that is not shared, or archived: what was said stays readable to those who see the entry. */
    open: z.boolean(),
    items: z.array(questionSchema),
    nextCursor: z.string().nullable(),
    /** Questions. */
    total: whole,
    /** The newest 50. */
    endorsements: z.array(endorsementSchema),
    endorsementsTotal: whole,
    followed: z.boolean(),
    may: z.array(z.enum(['speak', 'endorse', 'follow'])),
  }),
});

export const writePost = defineRoute({
  id: 'writePost',
  method: 'post',
  path: '/innovations/:id/forum/posts',
  access: 'innovations:discuss',
  tag,
  summary: 'Bertanya, atau menjawab pertanyaan, dengan nama dan jabatan sendiri',
  params: byId,
  body: z.strictObject({
    body: written(POST_LENGTH),
    /** The question that it answers; left out for a question. */
    answers: z.uuid().optional(),
  }),
  answer: z.object({ id: z.string() }),
  status: 201,
});

export const endorseInnovation = defineRoute({
  id: 'endorseInnovation',
  method: 'put',
  path: '/innovations/:id/endorsement',
  access: 'innovations:discuss',
  tag,
  summary: 'Mendukung inovasi unit lain dengan alasan; satu dukungan seorang, dapat diubah',
  params: byId,
  body: z.strictObject({ reason: written(ENDORSEMENT_LENGTH) }),
  answer: z.undefined(),
  status: 204,
});

export const withdrawEndorsement = defineRoute({
  id: 'withdrawEndorsement',
  method: 'delete',
  path: '/innovations/:id/endorsement',
  access: 'innovations:discuss',
  tag,
  summary: 'Mencabut dukungan sendiri',
  params: byId,
  answer: z.undefined(),
  status: 204,
});

export const reportPost = defineRoute({
  id: 'reportPost',
  method: 'post',
  path: '/innovation-posts/:id/reports',
  access: 'innovations:discuss',
  tag,
  summary: 'Melaporkan tulisan yang tidak pantas kepada moderator',
  params: byId,
  body: z.strictObject({ reason: written(REASON_LENGTH) }),
  answer: z.undefined(),
  status: 204,
});

/** A post that a moderator looks at, with what was reported of it. Who reported it is not told. */
export const moderatedPostSchema = postSchema.extend({
  entry: z.object({ id: z.string(), name: z.string(), kabupaten: z.string() }),
  /** A question, or an answer. */
  kind: z.enum(['question', 'answer']),
  reports: z.array(z.object({ reason: z.string(), at: z.string() })),
});
export type ModeratedPost = z.infer<typeof moderatedPostSchema>;

export const listModeration = defineRoute({
  id: 'listModeration',
  method: 'get',
  path: '/innovation-moderation',
  access: 'innovations:moderate',
  tag,
  summary: 'Tulisan yang dilaporkan dan menunggu keputusan, atau yang disembunyikan',
  query: z.strictObject({
    show: z.enum(['waiting', 'hidden']).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
    cursor: z.string().max(200).optional(),
  }),
  answer: z.object({
    items: z.array(moderatedPostSchema),
    nextCursor: z.string().nullable(),
    total: whole,
    /** Of all that the person may decide about. */
    waiting: whole,
    hidden: whole,
  }),
});

export const moderatePost = defineRoute({
  id: 'moderatePost',
  method: 'put',
  path: '/innovation-posts/:id/moderation',
  access: 'innovations:moderate',
  tag,
  summary: 'Menyembunyikan tulisan dengan alasan yang terbaca semua orang, atau membiarkannya',
  params: byId,
  body: z.strictObject({ decision: z.enum(['hidden', 'kept']), reason: written(REASON_LENGTH) }),
  answer: z.undefined(),
  status: 204,
});

export const FOLLOW_KINDS = ['entry', 'topic'] as const;
export type FollowKind = (typeof FOLLOW_KINDS)[number];

export const setFollow = defineRoute({
  id: 'setFollow',
  method: 'put',
  path: '/innovation-follows',
  access: 'innovations:discuss',
  tag,
  summary: 'Mengikuti inovasi atau masalah, atau berhenti mengikutinya',
  body: z.strictObject({
    kind: z.enum(FOLLOW_KINDS),
    /** The id of an entry, or a topic. */
    key: z.union([z.uuid(), z.enum(TOPICS)]),
    follow: z.boolean(),
  }),
  answer: z.object({ followed: z.boolean() }),
});

const followedEntrySchema = z.object({
  id: z.string(),
  /** Null where it is shared no longer. */
  name: z.string().nullable(),
  slug: z.string().nullable(),
  kabupaten: z.string().nullable(),
  since: z.string(),
  stoppedOn: z.iso.date().nullable(),
});

/** What happened to what one follows. */
export const followNewsSchema = z.object({
  kind: z.enum(['new-entry', 'question', 'answer']),
  entry: z.object({ id: z.string(), slug: z.string(), name: z.string(), kabupaten: z.string() }),
  at: z.string(),
  /** Who wrote it; null for an entry. */
  by: authorSchema.nullable(),
  /** The beginning of what was written, or the summary of the entry. */
  excerpt: z.string(),
});
export type FollowNews = z.infer<typeof followNewsSchema>;

export const listFollows = defineRoute({
  id: 'listFollows',
  method: 'get',
  path: '/innovation-follows',
  access: 'innovations:discuss',
  tag,
  summary: 'Inovasi dan masalah yang diikuti, dan yang baru di dalamnya selama 60 hari',
  answer: z.object({
    topics: z.array(z.object({ topic: z.enum(TOPICS), since: z.string() })),
    entries: z.array(followedEntrySchema),
    /** The newest 50, newest first. */
    news: z.array(followNewsSchema),
  }),
});
export type Follows = z.infer<typeof listFollows.answer>;
