import { rule } from '../../rule';
import { observationsOf } from '../private/problem-observations';

export const noManifest = rule({
  code: 'FILE006',
  title: 'A document is no Kubernetes object',
  severity: 'advice',
  reads: ['problems'],
  why: 'A file that is named to be checked, or a document beside manifests, has neither `apiVersion` nor `kind`. In folders, files without any manifest are left out silently.',
  repair: 'Leave the file out, or give the object what it lacks.',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields',
  check: ({ problems }) => observationsOf(problems, 'not-an-object'),
});
