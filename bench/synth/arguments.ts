/** How many applications a peer renders, and where it writes them. */
export const [COUNT, OUTPUT] = [Number(process.argv[2]), process.argv[3]];

export const NAMESPACE = 'petrosa-apps';
