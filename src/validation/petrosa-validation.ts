import { IConstruct } from 'constructs';
import { FindingSeverity, PetrosaValidationOptions } from './petrosa-validation-options';
import type { ConstructFinding } from './private/in-synth';
import { SynthMemo } from './private/synth-memo';
import { deferWarnings } from '../app/private/deferred-warnings';
import { constructError } from '../app/private/errors';

/** The apps that are checked. */
const validated = new WeakSet<IConstruct>();

/**
 * The verifier on what a cdk8s app renders, escape hatches included, by the rules of docs/rules.
 *
 * In the app, `PetrosaValidation.addTo(app)` checks what is about to be written. As a plugin of `cdk8s synth` it checks the files that were
 * written: name the class under `validations:` in cdk8s.yaml, with the options as `properties`.
 */
export class PetrosaValidation {
  /**
   * Makes the synth of an app fail where the verifier finds errors. What is less bad than `failOn` and no advice becomes a warning.
   *
   * @param scope any construct of the app
   * @throws if it was added before; at synth, if an option is wrong, if the configuration file or the cluster's state cannot be read, or if there
   *   are findings at or above `failOn`
   */
  public static addTo(scope: IConstruct, options: PetrosaValidationOptions = {}): void {
    const { root } = scope.node;
    if (validated.has(root)) throw constructError(scope, 'PetrosaValidation is added already', 'give all options in one call');
    validated.add(root);
    const findings = new SynthMemo(root, (): readonly ConstructFinding[] => {
      // The engine is loaded when it is first needed, since importing the constructs must load nothing of it.
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { lintConstructs } = require('./private/in-synth') as typeof import('./private/in-synth');
      return lintConstructs(root, options);
    });
    deferWarnings(root, () => findings.peek().filter(({ fails, severity }) => !fails && severity === FindingSeverity.WARNING)
      .map(({ construct, text }) => ({ scope: construct ?? root, message: text })));
    root.node.addValidation({
      validate: () => {
        const failing = findings.ask().filter(({ fails }) => fails);
        if (failing.length > 0) findings.forget();
        return failing.map(({ construct, text }) => `${construct?.node.path ?? 'App'}: ${text}`);
      },
    });
  }

  /** @param properties as in cdk8s.yaml */
  public constructor(private readonly properties: PetrosaValidationOptions = {}) {}

  /**
   * Checks the manifests of a `cdk8s synth`, as its plugin.
   * @param context the `ValidationContext` of cdk8s-cli
   */
  public async validate(context: any): Promise<void> {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { lintSynth } = require('./private/plugin') as typeof import('./private/plugin');
    lintSynth(context, this.properties);
  }
}
