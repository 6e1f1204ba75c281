import { ManifestSet, readText } from '../../src/manifest';
import { LintReport } from '../../src/report';
import { rule, Rule, RuleProps, verify, VerifyOptions } from '../../src/verify';

/** A rule that says `bad` of each object, unless told otherwise. */
export function madeUpRule(props: Partial<RuleProps<'objects'>> = {}): Rule {
  return rule({
    code: 'URL901',
    title: 'An object is bad',
    severity: 'error',
    reads: ['objects'],
    why: 'Bad objects are bad.',
    repair: 'Make it good.',
    source: '§1',
    check: ({ objects }) => objects.map(object => ({ at: object.at('metadata', 'name'), message: `${object.name} is bad`, fix: 'make it good' })),
    ...props,
  });
}

/** A ConfigMap. */
export function configMap(name: string, annotations: Record<string, string> = {}): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: apps\n  annotations: ${JSON.stringify(annotations)}\n`;
}

/** What some rules find in a text. */
export function verifyText(text: string, rules: readonly Rule[], options: Partial<VerifyOptions> = {}) {
  const { documents, problems } = readText('apps.yaml', text);
  return verify(new ManifestSet({ files: documents }), problems, options, rules);
}

/** The report of what some rules find in a text. */
export function reportOf(text: string, rules: readonly Rule[] = [madeUpRule()], changes: Partial<LintReport> = {}): LintReport {
  const verification = verifyText(text, rules);
  return {
    ...verification,
    files: 1,
    skipped: [],
    unread: [],
    objects: verification.facts.objects.length,
    rules,
    version: '1.2.3',
    base: '/repo',
    sourceOf: () => text,
    ...changes,
  };
}
