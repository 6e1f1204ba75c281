import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { PetrosaApp } from '../../synth';

/**
 * A value that all validations of one synth share: cdk8s asks once for the app and once for each of its charts, `PetrosaApp` once.
 * Nothing tells when a synth begins, so it is made anew after that many questions, after a failure, and in a later turn of the event loop.
 */
export class SynthMemo<T> {
  private held?: { readonly value: T };
  private questionsLeft = 0;

  constructor(private readonly root: IConstruct, private readonly make: () => T) {}

  /** The value for what is asked beside the validation. */
  public peek(): T {
    if (!this.held) {
      this.held = { value: this.make() };
      this.questionsLeft = this.root instanceof PetrosaApp ? 1 : 1 + this.root.node.findAll().filter(Chart.isChart).length;
      queueMicrotask(() => this.forget());
    }
    return this.held.value;
  }

  /** The value for one validation. */
  public ask(): T {
    const value = this.peek();
    this.questionsLeft--;
    if (this.questionsLeft === 0) this.forget();
    return value;
  }

  public forget(): void {
    this.held = undefined;
  }
}
