import type { IRouter } from 'express';
import {
  changeStaffRule,
  listStaffRules,
  tryStaffRule,
  type StaffRule as RuleAnswer,
} from '#contract/staff/rules';
import type { Language } from '#domain/language';
import { isSmall } from '#domain/suppression/small-cells';
import { settingsOf } from '#domain/staff-flags/rule-settings';
import type { StaffRule } from '#domain/staff-flags/staff-rule';
import { findStaffRule, STAFF_RULES } from '#domain/staff-flags/staff-rules';
import { may } from '../../../platform/auth/person.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { dryRunRule } from '../raising/dry-run.ts';
import { deskOf, type StaffFlagsDeps } from '../staff-flags-deps.ts';
import { ruleDescription, settingLabel } from '../words/flag-words.ts';
import { readStoredRules, type StoredRule } from './staff-rules.queries.ts';
import { storeRule } from './staff-rules.repository.ts';

/** The published rules, their settings, and what a rule would have proposed in the past. */
export function staffRuleRoutes(router: IRouter, deps: StaffFlagsDeps): void {
  bindRoute(router, listStaffRules, async ({ person, language }) => {
    const stored = await readInScope(deps.database, tenantScopeOf(person), readStoredRules);
    return {
      items: STAFF_RULES.map((rule) => ruleAnswer(rule, stored.get(rule.id) ?? null, language)),
      mayManage: may(person, 'staff-rules:manage'),
      rewards: STAFF_RULES.filter(({ kind }) => kind === 'reward').length,
      sanctions: STAFF_RULES.filter(({ kind }) => kind === 'sanction').length,
    };
  });

  bindRoute(router, changeStaffRule, async (call) => {
    const { params, body, person, language } = call;
    const rule = ruleOf(params.rule);
    requireWithinBounds(rule, body.settings, language);
    const scope = tenantScopeOf(person);
    const read = () => readInScope(deps.database, scope, readStoredRules);
    const before = (await read()).get(rule.id) ?? null;
    const held = settingsOf(rule, before?.settings ?? {});
    const settings = settingsOf(rule, { ...before?.settings, ...body.settings });
    await storeRule(deskOf(deps, call), {
      ruleId: rule.id,
      enabled: body.enabled,
      settings,
      legalBasis: body.legalBasis === '' ? null : body.legalBasis,
      changes: [
        ...((before?.enabled ?? rule.enabledByDefault) === body.enabled
          ? []
          : [{ field: 'enabled', before: !body.enabled, after: body.enabled }]),
        ...rule.settings
          .filter(({ key }) => held[key] !== settings[key])
          .map(({ key }) => ({ field: settingLabel(key, 'id'), before: held[key], after: settings[key] })),
      ],
    });
    return ruleAnswer(rule, (await read()).get(rule.id) ?? null, language);
  });

  bindRoute(router, tryStaffRule, async ({ params, body, person, language }) => {
    const rule = ruleOf(params.rule);
    requireWithinBounds(rule, body.settings, language);
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    const { from, to } = body;
    if (from > to) throw new ProblemException(400, 'period-reversed', { from, to });
    return readInScope(deps.database, scope, async (transaction) => {
      const stored = (await readStoredRules(transaction)).get(rule.id)?.settings ?? {};
      const settings = settingsOf(rule, { ...stored, ...body.settings });
      const tried = await dryRunRule(transaction, { rule, settings, from, to, today });
      const raised = tried.periods.reduce((sum, period) => sum + period.raised, 0);
      return {
        staff: tried.staff,
        periods: tried.periods.map(({ from: first, to: last, raised: r, clear: c, insufficient: i }) => {
          // The three add up to the staff looked at: where one is small, none of that period is told.
          const hidden = [r, c, i].some(isSmall);
          return {
            from: first,
            to: last,
            raised: hidden ? null : r,
            clear: hidden ? null : c,
            insufficient: hidden ? null : i,
          };
        }),
        sentence: trialSentence(
          // Beside the periods that are told, a sum would tell of the one that is not.
          tried.periods.some((period) => isSmall(period.raised)) ? null : raised,
          tried.staff,
          tried.periods.length,
          language,
        ),
      };
    });
  });
}

/** @throws ProblemException 404 for a rule that is not published */
function ruleOf(id: string): StaffRule {
  const rule = findStaffRule(id);
  if (rule === null) throw new ProblemException(404, 'staff-rule-not-found', { rule: id });
  return rule;
}

/** @throws ProblemException 400 for a setting that the rule does not have, or that lies outside its bounds */
function requireWithinBounds(
  rule: StaffRule,
  settings: Readonly<Record<string, number>>,
  language: Language,
): void {
  for (const [key, value] of Object.entries(settings)) {
    const setting = rule.settings.find((each) => each.key === key);
    if (setting === undefined)
      throw new ProblemException(400, 'staff-rule-setting-unknown', { setting: key });
    const { least, most, unit } = setting;
    const isWhole = unit === 'share' || Number.isInteger(value);
    if (value < least || value > most || !isWhole)
      throw new ProblemException(400, 'staff-rule-setting-bounds', {
        setting: settingLabel(key, language),
        least: unit === 'share' ? `${Math.round(least * 100)} %` : least,
        most: unit === 'share' ? `${Math.round(most * 100)} %` : most,
      });
  }
}

function ruleAnswer(rule: StaffRule, stored: StoredRule | null, language: Language): RuleAnswer {
  const settings = settingsOf(rule, stored?.settings ?? {});
  return {
    id: rule.id,
    kind: rule.kind,
    name: rule.name[language],
    description: ruleDescription(rule.id, settings, language),
    legalBasis: rule.legalBasis,
    enabled: stored?.enabled ?? rule.enabledByDefault,
    settings: rule.settings.map((setting) => ({
      ...setting,
      label: settingLabel(setting.key, language),
      value: settings[setting.key] ?? setting.preset,
    })),
    changed:
      stored === null
        ? null
        : { by: stored.post_title, at: stored.changed_at.toISOString(), legalBasis: stored.legal_basis },
  };
}

/** What the trial found, in one sentence; null: a number that is not told. */
function trialSentence(raised: number | null, staff: number, periods: number, language: Language): string {
  const english = language === 'en';
  if (staff === 0 || periods === 0)
    return english
      ? 'No finished quarter with staff on the register lies within these days.'
      : 'Tidak ada triwulan yang sudah selesai dengan pegawai terdaftar dalam rentang ini.';
  if (raised === null)
    return english
      ? `With these settings the rule would have made proposals about some of ${staff} staff in ${periods} quarters; counts of 1 to 4 are not shown.`
      : `Dengan ambang ini, aturan akan mengajukan usulan untuk sebagian kecil dari ${staff} pegawai selama ${periods} triwulan; jumlah 1 sampai 4 tidak ditampilkan.`;
  return english
    ? `With these settings the rule would have made ${raised} proposals about ${staff} staff in ${periods} quarters.`
    : `Dengan ambang ini, aturan akan mengajukan ${raised} usulan dari ${staff} pegawai selama ${periods} triwulan.`;
}
