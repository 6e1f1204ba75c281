import { NatsUrlClass } from '../../../address/nats-url-class';
import { Container, textOf } from '../../../manifest';
import { Correction } from '../../correction';
import { UrlUse } from '../../facts/facts';
import { rule } from '../../rule';
import { addressPhrase } from '../private/address-phrases';
import { placeholderIn } from '../private/placeholders';

export const unexpandedShellVariable = rule({
  code: 'URL109',
  title: 'A NATS URL holds a variable that Kubernetes does not expand',
  severity: 'warning',
  reads: ['urls'],
  why: 'Kubernetes expands `$(NAME)`, and only in `env`, `command` and `args`. `${NAME}` and `$NAME` reach the program as they are written, and so does `$(NAME)` in a ConfigMap: '
    + 'the client looks for a host of that name. Files in volumes, and containers that start a shell, are left out, because they may expand it themselves.',
  repair: 'Write the URL out, or take it together in `env` by `$(NAME)` from variables that stand before it.',
  source: 'https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/',
  check: ({ urls }) => urls.flatMap((use) => {
    const form = use.nats?.urlClass;
    const unexpanded = form === NatsUrlClass.SHELL_VARIABLE || (form === NatsUrlClass.KUBERNETES_VARIABLE && use.holder === 'configMap');
    if (!unexpanded || !reachesProgram(use) || placeholderIn(use.text) !== undefined) return [];
    return [{
      at: use.place,
      message: `${addressPhrase(use)}, and Kubernetes does not expand the variable in it`,
      fix: use.holder === 'env' ? 'write $(NAME), with the variable set before this one' : 'write the URL out',
      ...form === NatsUrlClass.SHELL_VARIABLE && use.holder === 'env' && { correct: () => expandedByKubernetes(use) },
    }];
  }),
});

/** Whether the text is a variable as a whole, of a container that starts no shell. */
function reachesProgram({ holder, place, variables, workloads }: UrlUse): boolean {
  if (place.offset !== undefined || (holder !== 'env' && holder !== 'configMap')) return false;
  return variables.length > 0 ? variables.some(({ container }) => !startsShell(container)) : workloads.length === 0;
}

function startsShell({ words }: Container): boolean {
  return words.some(({ text }) => /(^|\/)(sh|bash|ash|dash|zsh)$|envsubst|entrypoint/.test(text.trim()) || /\s/.test(text.trim()));
}

/** `$(NAME)` in the place of `${NAME}`, which gives the same also where the program replaces it. */
function expandedByKubernetes({ place, text, variables: [{ container, name }] }: UrlUse): Correction {
  if (textOf(place.object.get(...place.path)) !== text) return { decide: 'write the URL out: it is put together from several variables' };
  const entries = container.variables;
  const earlier = new Set(entries.slice(0, entries.findIndex(entry => entry.name === name)).map(entry => entry.name));
  const used = [...text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)].map(match => ({ offset: match.index, length: match[0].length, variable: match[1] ?? match[2] }));
  const missing = used.find(({ variable }) => !earlier.has(variable));
  if (missing) return { decide: `set ${missing.variable} in env above ${name}, or write the URL out: no entry above it sets the variable` };
  return { edits: used.map(({ offset, length, variable }) => ({ kind: 'replace', at: { ...place, offset, length }, value: `$(${variable})` })) };
}
