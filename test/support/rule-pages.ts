import { existsSync, readFileSync } from 'fs';
import { basename, join } from 'path';
import { FixtureOptions, FIXTURES, fixturesOf, RuleFixture, verifyFixture } from './rule-fixtures';
import { Correction, Rule } from '../../src/verify';

/** The page of a rule: what it says of itself, and the fixtures bad.yaml and ok.yaml. */
export function rulePage(rule: Rule): string {
  const [bad, ok] = (['bad', 'ok'] as const).map(name => fixturesOf(rule.code, name).find(({ path }) => basename(path) === `${name}.yaml`)!);
  return [
    '<!-- Written by scripts/rule-pages.ts from the rule and its fixtures; a test compares. -->',
    `# ${rule.code}: ${rule.title}`,
    `Severity: ${rule.severity}. Source: ${source(rule.source)}.`,
    '## Why', rule.why,
    '## How to repair it', rule.repair, ...migration(rule),
    '## Incorrect', ...example(bad),
    '## Correct', ...example(ok),
    '## Leaving it out',
    `An annotation on the object says why: \`petrosa-nats/ignore.${rule.code}: "the reason"\`. See [lint](../lint.md) for suppressions in the configuration file.`,
  ].join('\n\n') + '\n';
}

/** What `migrate` does about the findings of a rule, as its fixtures show. */
function migration(rule: Rule): string[] {
  const fixtures = fixturesOf(rule.code, 'bad');
  const offers = fixtures.flatMap(fixture => offersFor(rule, fixture));
  const edits = offers.some(offer => offer && 'edits' in offer);
  const decisions = offers.some(offer => offer && 'decide' in offer);
  const where = offers.every(offer => offer && 'edits' in offer) ? '' : ' where it is certain what to write';
  const [shown] = offersFor(rule, fixtures.find(({ path }) => basename(path) === 'bad.yaml')!).flatMap(offer => (offer && 'decide' in offer ? offer.decide : []));
  const sentences = [
    ...edits ? [`\`petrosa-nats migrate\` corrects it${where}.`] : [],
    ...decisions ? [`${edits ? 'Elsewhere it' : '`petrosa-nats migrate`'} says what to decide${shown === undefined ? '' : `, in the example below: ${shown}`}.`] : [],
  ];
  return sentences.length === 0 ? [] : [sentences.join(' ')];
}

function offersFor(rule: Rule, fixture: RuleFixture): (Correction | undefined)[] {
  const { findings, corrections } = verifyFixture(fixture, [rule]);
  return findings.map(finding => corrections.get(finding)?.());
}

function source(text: string): string {
  return text.startsWith('§') ? `rule book ${text}` : text;
}

function example(fixture: RuleFixture): string[] {
  const options = /^# options: (.*)\n/m.exec(fixture.text);
  const text = fixture.text.replace(/^# options: .*\n/m, '').replace(/# expect.*$/gm, `# ${fixture.code}`);
  const yaml = ['```yaml', text.trimEnd(), '```'].join('\n');
  const state = stateOf(fixture);
  return [
    ...(options ? [`With ${flags(options[1])}:`] : []),
    yaml,
    ...(state ? ['The cluster holds, given by `--cluster-state`:', ['```yaml', state.trimEnd(), '```'].join('\n')] : []),
  ];
}

function flags(json: string): string {
  const { closedWorld, defaultDeny = [], namespace, zone } = JSON.parse(json) as FixtureOptions;
  return [
    ...(closedWorld ? ['`--closed-world`'] : []),
    ...defaultDeny.map(name => `\`--default-deny ${name}\``),
    ...(namespace ? [`\`--namespace ${namespace}\``] : []),
    ...(zone ? [`\`--zone ${zone}\``] : []),
  ].join(', ') || 'settings of the configuration file';
}

function stateOf({ code, path }: RuleFixture): string | undefined {
  return [`${basename(path, '.yaml')}.state.yaml`, 'state.yaml'].map(file => join(FIXTURES, code, file)).filter(existsSync).map(file => readFileSync(file, 'utf8'))[0];
}
