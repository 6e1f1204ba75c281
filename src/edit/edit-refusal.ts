import { Position } from '../manifest';

/** An edit that cannot be made without changing more than it says, and why: the message is a sentence without a full stop. */
export class EditRefusal extends Error {
  constructor(message: string, readonly position: Position) {
    super(message);
  }
}
