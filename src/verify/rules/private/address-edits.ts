import { changedServers, ServerChange } from './server-text';
import { textOf } from '../../../manifest';
import { Correction, Decision } from '../../correction';
import { UrlUse } from '../../facts/facts';
import { endsInUserInfo } from '../../facts/private/read-address';

/** Of an address whose password ends the URL before its host: a part of the password stands for the host. */
export const UNSEEN_HOST: Decision = { decide: 'move the credential into a Secret first: it has characters that hide the host' };

/** The edits that change the servers of an address wherever it stands in its text; a decision where it stands in no field of the files as a whole. */
export function addressEdits(use: UrlUse, changes: readonly (ServerChange | undefined)[]): Correction {
  const { place, again, text, inState } = use;
  if (inState) {
    const { object, key } = inState;
    return { decide: `correct key ${key} of ConfigMap ${object.name} where it is written: it is in none of the files, only in the cluster` };
  }
  if ([place, ...again].some(endsInUserInfo)) return UNSEEN_HOST;
  const { object, path, offset = 0 } = place;
  const whole = textOf(object.get(...path));
  if (whole?.slice(offset, offset + text.length) !== text) return { decide: 'correct the variables that the address is put together from' };
  if (!use.nats && text.includes(',')) return { decide: 'correct the servers of the list one by one' };
  return {
    edits: changedServers(text, changes).flatMap(change => [place, ...again].map(at => ({
      kind: 'replace', at: { ...at, offset: (at.offset ?? 0) + change.offset, length: change.length }, value: change.text,
    }))),
  };
}
