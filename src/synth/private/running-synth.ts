import { IConstruct } from 'constructs';

const running = new WeakMap<IConstruct, object>();

/** Does something as part of one synth of an app. */
export function duringSynth<T>(app: IConstruct, act: () => T): T {
  running.set(app, {});
  try {
    return act();
  } finally {
    running.delete(app);
  }
}

/** What stands for the synth of an app that runs now, another one for each; undefined where none runs, or nobody knows. */
export function runningSynth(app: IConstruct): object | undefined {
  return running.get(app);
}
