import { rule } from '../../rule';
import { observationsOf } from '../private/problem-observations';

export const unrenderedTemplate = rule({
  code: 'FILE003',
  title: 'A file is a template and was not checked',
  severity: 'warning',
  reads: ['problems'],
  why: 'A template of Helm, Jinja or another tool is no YAML before it is rendered, so nothing in it can be checked.',
  repair: 'Check what the tool renders: `helm template . | petrosa-nats lint -`.',
  source: 'https://helm.sh/docs/helm/helm_template/',
  check: ({ problems }) => observationsOf(problems, 'template'),
});
