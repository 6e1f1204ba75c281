/** Domains that no public DNS answers: RFC 6762 (appendix G too), RFC 8375, and `.internal`, which ICANN has reserved. */
const PRIVATE_DOMAINS = ['corp', 'home', 'home.arpa', 'internal', 'intranet', 'lan', 'local', 'localdomain', 'localhost', 'private'];

/** Whether a name is one of a private network only, so that its addresses are private as well. */
export function isPrivateName(host: string): boolean {
  return PRIVATE_DOMAINS.some(domain => host === domain || host.endsWith(`.${domain}`));
}
