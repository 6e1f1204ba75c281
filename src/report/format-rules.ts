import { Rule } from '../verify';
import { escapeMarkdown } from './private/escape-markdown';

const GROUPS: Readonly<Record<string, string>> = {
  FILE: 'Files', URL: 'Addresses', CFG: 'Configuration', NET: 'Network policies', SUB: 'Subjects', OBJ: 'Objects', LINT: 'Suppressions',
};

/** The table of all rules, as the page docs/rules/README.md. */
export function formatRules(rules: readonly Rule[]): string {
  const groups = [...new Set(rules.map(({ code }) => group(code)))];
  return [
    '<!-- Printed by `petrosa-nats rules`; a test compares. -->',
    '# Rules',
    'An error breaks something, a warning will or may, advice says what could be better.',
    ...groups.flatMap(name => [`## ${GROUPS[name]}`, table(rules.filter(({ code }) => group(code) === name))]),
  ].join('\n\n') + '\n';
}

function table(rules: readonly Rule[]): string {
  return [
    '| code | severity | what is wrong |', '|---|---|---|',
    ...rules.map(({ code, severity, title }) => `| [${code}](${code}.md) | ${severity} | ${escapeMarkdown(title)} |`),
  ].join('\n');
}

function group(code: string): string {
  return code.replace(/\d+$/, '');
}
