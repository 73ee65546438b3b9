import type { Knex } from 'knex';

/**
 * One episode for one figure, with every rule that holds about it. Before, target and signal of a figure were two episodes:
 * what was open twice becomes one, with the words of both; what ended stays as it was.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table alert_episodes add column reasons jsonb, add column settled jsonb not null default '{}';
    alter table alert_events add column reasons jsonb;
    alter table alert_episodes drop constraint alert_episodes_ended, drop constraint alert_episodes_ending_known;
    alter table alert_events drop constraint alert_events_kind_known;
    drop index alert_episodes_open;
    drop index alert_episodes_of;

    update alert_episodes set
      reasons = jsonb_build_array(jsonb_build_object('rule', rule, 'since', since, 'holds', ended_at is null)),
      settled = case when settled_until is null then '{}' else jsonb_build_object(rule, settled_until) end,
      -- A target that ended has a last month; nothing was known of a unit that was no longer watched.
      ending = case when ending = 'withdrawn' and (rule <> 'target-missed' or facts ->> 'month' is null)
                    then 'unwatched' else ending end,
      facts = facts || '{"far": null}';
    update alert_events v set
      reasons = jsonb_build_array(jsonb_build_object('rule', e.rule, 'since', e.since,
                                                     'holds', v.kind in ('opened', 'reminded'))),
      facts = v.facts || '{"far": null}'
      from alert_episodes e where e.kabupaten_code = v.kabupaten_code and e.id = v.episode_id;

    create temporary table merged on commit drop as
      select kabupaten_code, gone_id, kept_id, reasons, told_on, since, reminders, facts from (
        select e.kabupaten_code, e.id as gone_id, first_value(e.id) over figure as kept_id,
               jsonb_build_array(first_value(e.reasons -> 0) over figure, e.reasons -> 0) as reasons,
               max(e.told_on) over (figure rows between unbounded preceding and unbounded following) as told_on,
               min(e.since) over (figure rows between unbounded preceding and unbounded following) as since,
               max(e.reminders) over (figure rows between unbounded preceding and unbounded following) as reminders,
               last_value(e.facts) over (partition by e.kabupaten_code, e.unit_code, e.field order by e.told_on, e.id
                                          rows between unbounded preceding and unbounded following) as facts
          from alert_episodes e where e.ended_at is null
        window figure as (partition by e.kabupaten_code, e.unit_code, e.field order by e.opened_at, e.id)) pairs
       where gone_id <> kept_id;
    -- What was said of both on one day is one word.
    update alert_events v set reasons = m.reasons
      from merged m, alert_events other
     where v.kabupaten_code = m.kabupaten_code and v.episode_id = m.kept_id
       and other.kabupaten_code = m.kabupaten_code and other.episode_id = m.gone_id
       and other.kind = v.kind and other.on_day = v.on_day;
    delete from alert_events v using merged m, alert_events other
     where v.kabupaten_code = m.kabupaten_code and v.episode_id = m.gone_id
       and other.kabupaten_code = m.kabupaten_code and other.episode_id = m.kept_id
       and other.kind = v.kind and other.on_day = v.on_day;
    update alert_events v set
      episode_id = m.kept_id,
      reasons = case when v.kind = 'opened' then m.reasons else v.reasons end,
      kind = case when v.kind = 'opened' then 'escalated' else v.kind end
      from merged m where v.kabupaten_code = m.kabupaten_code and v.episode_id = m.gone_id;
    update alert_episodes e set
      reasons = m.reasons, told_on = m.told_on, since = m.since, reminders = m.reminders, facts = m.facts
      from merged m where e.kabupaten_code = m.kabupaten_code and e.id = m.kept_id;
    update notices n set about_id = m.kept_id::text
      from merged m where n.kabupaten_code = m.kabupaten_code and n.about_kind = 'alert' and n.about_id = m.gone_id::text;
    delete from alert_episodes e using merged m where e.kabupaten_code = m.kabupaten_code and e.id = m.gone_id;
    drop table merged;

    alter table alert_episodes drop column rule, drop column settled_until,
      alter column reasons set not null,
      add constraint alert_episodes_reasons check (jsonb_typeof(reasons) = 'array' and reasons <> '[]'),
      add constraint alert_episodes_ending_known check (ending in ('recovered', 'withdrawn', 'unwatched')),
      add constraint alert_episodes_ended check (
        (ended_at is null) = (ending is null) and (ended_at is null) = (ended_on is null));
    alter table alert_events alter column reasons set not null,
      add constraint alert_events_kind_known
        check (kind in ('opened', 'escalated', 'eased', 'reminded', 'recovered', 'withdrawn'));
    create unique index alert_episodes_open on alert_episodes (kabupaten_code, unit_code, field) where ended_at is null;
    create index alert_episodes_of on alert_episodes (kabupaten_code, unit_code, field);

    comment on column alert_episodes.field is 'measure.field; empty for silence. With the unit it names the figure: one open episode each.';
    comment on column alert_episodes.reasons is
      'Rules that hold about it, each with since when and whether its newest judged period still does; of an ended one those it ended by. AlertReason of domain/alerts.';
    comment on column alert_episodes.settled is 'By rule: up to this day its months (weeks) are settled and bring it in no more.';
    comment on column alert_events.reasons is 'The rules of which the word told.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table alert_episodes add column rule text, add column settled_until date,
      drop constraint alert_episodes_ended, drop constraint alert_episodes_ending_known,
      drop constraint alert_episodes_reasons;
    alter table alert_events drop constraint alert_events_kind_known;
    drop index alert_episodes_open;
    drop index alert_episodes_of;

    -- Every further rule, and every rule that left before the end, becomes an episode of its own again.
    insert into alert_episodes (kabupaten_code, id, unit_code, rule, field, since, opened_at, opened_on, told_on, reminders,
                                facts, ended_at, ended_on, ending, settled_until, reasons)
      select e.kabupaten_code, gen_random_uuid(), e.unit_code, r.value ->> 'rule', e.field, (r.value ->> 'since')::date,
             e.opened_at, e.opened_on, e.told_on, e.reminders, e.facts, e.ended_at, e.ended_on, e.ending,
             case when e.ended_at is not null then coalesce((e.settled ->> (r.value ->> 'rule'))::date, e.ended_on) end, '[0]'::jsonb
        from alert_episodes e, jsonb_array_elements(e.reasons) with ordinality r
       where r.ordinality > 1
      union all
      select e.kabupaten_code, gen_random_uuid(), e.unit_code, s.key, e.field, e.since, e.opened_at, e.opened_on, e.told_on,
             e.reminders, e.facts, coalesce(e.ended_at, now()), coalesce(e.ended_on, e.told_on), 'recovered', s.value::date, '[0]'::jsonb
        from alert_episodes e, jsonb_each_text(e.settled) s
       where not exists (select 1 from jsonb_array_elements(e.reasons) r
                          where r.value ->> 'rule' = s.key and e.ended_at is not null);
    update alert_episodes set
      rule = reasons -> 0 ->> 'rule', since = (reasons -> 0 ->> 'since')::date,
      settled_until = case when ended_at is not null
                           then coalesce((settled ->> (reasons -> 0 ->> 'rule'))::date, ended_on) end
     where rule is null;
    insert into alert_events (kabupaten_code, id, episode_id, kind, at, on_day, facts, reasons)
      select kabupaten_code, gen_random_uuid(), id, 'opened', opened_at, opened_on, facts, '[0]'::jsonb
        from alert_episodes where reasons = '[0]';
    update alert_episodes set ending = 'withdrawn' where ending = 'unwatched';
    update alert_episodes set facts = facts - 'far';
    delete from alert_events where kind = 'eased';
    update alert_events set kind = 'reminded' where kind = 'escalated';
    update alert_events set facts = facts - 'far';

    alter table alert_events drop column reasons,
      add constraint alert_events_kind_known check (kind in ('opened', 'reminded', 'recovered', 'withdrawn'));
    alter table alert_episodes drop column reasons, drop column settled,
      alter column rule set not null,
      add constraint alert_episodes_rule_known check (rule in ('target-missed', 'worsening', 'not-reporting')),
      add constraint alert_episodes_ending_known check (ending in ('recovered', 'withdrawn')),
      add constraint alert_episodes_ended check (
        (ended_at is null) = (ending is null) and (ended_at is null) = (ended_on is null)
        and (ended_at is null) = (settled_until is null));
    create unique index alert_episodes_open on alert_episodes (kabupaten_code, unit_code, rule, field)
      where ended_at is null;
    create index alert_episodes_of on alert_episodes (kabupaten_code, unit_code, rule, field);
    comment on column alert_episodes.field is null;
  `);
}
