import { IConstruct } from 'constructs';
import { warningLog } from './private/deferred-warnings';

/**
 * What is no error and yet worth a look. A synth prints each warning once to stderr, as `warning: <path>: <message>`;
 * under `strict` it fails instead.
 */
export class Warnings {
  /** Records a warning about a construct. */
  public static add(scope: IConstruct, message: string): void {
    warningLog(scope).add(scope, message);
  }

  /**
   * The warnings of the whole app, as `<path>: <message>`: first those added, in this order, then those decided from the whole app.
   * @param scope any construct of the app
   */
  public static all(scope: IConstruct): string[] {
    return warningLog(scope).all();
  }

  /**
   * Makes the synth of the app fail if there are warnings.
   * @param scope any construct of the app
   */
  public static strict(scope: IConstruct): void {
    warningLog(scope).strict = true;
  }

  private constructor() {}
}
