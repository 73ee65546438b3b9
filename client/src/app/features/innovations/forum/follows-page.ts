import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TOPICS, type Topic } from '#domain/innovations/entry-facets';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { FollowButton } from './follow-button.ts';
import { type FollowNews, liveFollows } from './forum-api.ts';
import { InnovationPath } from '../innovation-path.ts';

/** What one follows, what is new in it, and the problems one could follow. */
@Component({
  selector: 'pandu-follows-page',
  imports: [FollowButton, InnovationPath, ProblemNote, RouterLink, Skeleton],
  templateUrl: './follows-page.html',
  styleUrl: './follows-page.css',
})
export class FollowsPage {
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly moments = inject(MomentWords);
  protected readonly follows = liveFollows();
  protected readonly topics = computed(() => {
    const followed = this.follows.value()?.topics.map(({ topic }) => topic) ?? [];
    return TOPICS.map((topic) => ({ topic, followed: followed.includes(topic) }));
  });

  protected topicName(topic: Topic): string {
    return this.t(`innovation.topic.${topic}`);
  }

  /** "Camat Cikarang Utara, Bekasi, bertanya" */
  protected told(news: FollowNews): string {
    const by =
      news.by === null ? '' : [news.by.title, news.by.kabupaten].filter((part) => part !== null).join(', ');
    return this.t(`innovationForum.news.${news.kind}`, { by, kabupaten: news.entry.kabupaten });
  }
}
