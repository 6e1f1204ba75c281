import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { PetrosaApp } from '../../synth';
import { runningSynth } from '../../synth/private/running-synth';

/**
 * A value that all validations of one synth share: `PetrosaApp` says when one runs. Other apps do not, and ask once for themselves and once for each of
 * their charts, so that it is made anew after that many questions, after a failure, and in a later turn of the event loop.
 */
export class SynthMemo<T> {
  private held?: { readonly value: T; readonly synth?: object };
  private questionsLeft = 0;

  constructor(private readonly root: IConstruct, private readonly make: () => T) {}

  /** The value for what is asked beside the validation. */
  public peek(): T {
    const synth = runningSynth(this.root);
    if (!this.held || this.held.synth !== synth) {
      this.held = { value: this.make(), synth };
      this.questionsLeft = this.root instanceof PetrosaApp ? 1 : 1 + this.root.node.findAll().filter(Chart.isChart).length;
      queueMicrotask(() => this.forget());
    }
    return this.held.value;
  }

  /** The value for one validation. */
  public ask(): T {
    const value = this.peek();
    this.questionsLeft--;
    if (this.questionsLeft === 0 && !this.held?.synth) this.forget();
    return value;
  }

  public forget(): void {
    this.held = undefined;
  }
}
