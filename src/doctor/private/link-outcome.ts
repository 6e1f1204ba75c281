import { Link } from '../../reachability';
import { Outcome } from '../check';
import { issue } from '../issue';

/** What a link of the static engine says to the user. */
export function linkOutcome({ verdict, text, fix }: Link, namespaces: readonly string[]): Outcome {
  switch (verdict) {
    case 'allowed': return { status: 'ok', detail: text };
    case 'unknown': return { status: 'unchecked', detail: text, hint: fix };
    case 'blocked': return {
      status: 'failed',
      detail: text,
      issue: issue(3, `check the NetworkPolicies: ${fix ?? describePolicies(namespaces)}`),
    };
  }
}

/** The commands that show the policies of some namespaces. */
export function describePolicies(namespaces: readonly string[]): string {
  return [...new Set(namespaces)].map(namespace => `kubectl describe networkpolicy -n ${namespace}`).join('; ');
}
