import { Collection, Member } from './page';
import { Json } from '../../manifest';

/** A pair or an item that a map or list is to get. */
export interface NewMember {
  /** Of a pair. */
  readonly key?: string;

  /** The item before which it is to stand; at the end where it is undefined. */
  readonly before?: number;
  readonly value: Json;
}

/** What a map or list is to lose and to get. */
export interface MemberChanges {
  readonly collection: Collection;
  readonly removed: ReadonlySet<Member>;
  readonly added: readonly NewMember[];
}
