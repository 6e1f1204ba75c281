import { shown } from './shown';

/** The path of a URL, or nothing. A query is no part of it: it may hold a credential, and belongs to the request. */
export function checkedPath(path: string = ''): string {
  if (path !== '' && !/^\/[\w.~!$&'()*+,;=:@%/-]*$/.test(path)) {
    throw new Error(`path ${shown(path)} is none; write what follows host and port, such as /api/v1, without query or fragment`);
  }
  return path;
}
