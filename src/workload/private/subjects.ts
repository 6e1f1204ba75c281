import { IConstruct } from 'constructs';
import { knownConfig } from './known-config';
import { deferWarnings, oncePerDecision } from '../../app/private/deferred-warnings';
import { constructError } from '../../app/private/errors';
import { perApp } from '../../app/private/per-app';
import { Config } from '../../config/config';
import { PetrosaCommonConfig } from '../../config/petrosa-common-config';
import { SubjectUse, unmatchedSubjects } from '../../subject/private/unmatched';
import { SubjectBinding } from '../../subject/subject-binding';

export type SubjectRole = SubjectUse['role'];

/** A variable that a subject needs; in a ConfigMap its value stands under `key`. */
export interface SubjectVariable {
  readonly name: string;
  readonly value: string;
  readonly config?: Config;
  readonly key: string;
}

/** What each workload does, by its path. */
const usesOf = perApp(() => new Map<string, SubjectUse[]>());

const warningsOf = oncePerDecision(root => {
  const warnings = new Map<string, string[]>();
  for (const { path, message } of unmatchedSubjects([...usesOf(root).values()].flat())) warnings.set(path, [...warnings.get(path) ?? [], message]);
  return warnings;
});

/** Records what a workload does with a subject, puts its values into the owned config, and tells the variables. */
export function declareSubject(workload: IConstruct, binding: SubjectBinding, role: SubjectRole): SubjectVariable[] {
  if (role === 'publishes') binding._requirePublishable(workload.node.path);
  record(workload, binding, role);
  const config = binding.config && knownConfig(workload, binding.config);
  const variables = variablesOf(binding).map(variable => ({ ...variable, config }));
  for (const { name, key, value } of variables) {
    if (config) {
      config._put(workload, key, value);
    } else if (name.startsWith('NATS_')) {
      throw constructError(workload, `the subject ${binding.subject} would be hard-coded in variable ${name}`,
        'give bind(…, { config }) with an AppConfig that holds it (rule book §10, item 2)');
    }
  }
  return variables;
}

/** The variable of the prefix under which the program builds the subject; it comes from the shared configuration. */
export function prefixVariables(workload: IConstruct, binding: SubjectBinding, common: PetrosaCommonConfig | undefined): SubjectVariable[] {
  const { subject, prefixKey } = binding;
  if (prefixKey === undefined) return [];
  if (!common) {
    throw constructError(workload, `its program builds the subject ${subject} under the prefix ${prefixKey}, which nothing gives it`,
      'give config, the PetrosaCommonConfig that holds the key');
  }
  common._requireKey(workload, prefixKey);
  const prefix = common._value(prefixKey) ?? subject;
  if (subject !== prefix && !subject.startsWith(`${prefix}.`)) {
    throw constructError(workload, `its program builds subjects under ${prefixKey}, which is ${prefix} in ConfigMap ${common.configMapName}, and ${subject} is none of them`,
      'take the subject from config.subjectPrefix');
  }
  return [{ name: prefixKey, key: prefixKey, value: prefix, config: common }];
}

function record(workload: IConstruct, binding: SubjectBinding, role: SubjectRole): void {
  const { path } = workload.node;
  const uses = usesOf(workload);
  if (!uses.has(path)) {
    uses.set(path, []);
    deferWarnings(workload, () => warningsOf(workload).get(path) ?? []);
  }
  uses.get(path)!.push({ path, role, binding });
}

function variablesOf({ envName, key, value, queueGroup, queueGroupEnv }: SubjectBinding): Omit<SubjectVariable, 'config'>[] {
  return [
    ...envName !== undefined && value !== undefined ? [{ name: envName, key: key ?? envName, value }] : [],
    ...queueGroupEnv !== undefined && queueGroup !== undefined ? [{ name: queueGroupEnv, key: queueGroupEnv, value: queueGroup }] : [],
  ];
}
