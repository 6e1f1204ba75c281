import { EXIT, ExitCode } from './exit-code';
import { findWorkload } from './find-workload';
import { InputOptions, readInputsWhole } from './inputs';
import { Io } from './io';
import { parseEndpoint } from './parse-endpoint';
import { Network } from '../reachability';
import { formatAnswer } from '../report';
import { coloursOf } from './colours';

/** Which workload is to reach what, by which manifests. */
export interface WhyQuestion {
  readonly workload: string;
  readonly endpoint: string;
  readonly paths: readonly string[];
}

/** Prints whether a workload reaches an endpoint, link by link. */
export async function why({ workload, endpoint, paths }: WhyQuestion, options: InputOptions, io: Io): Promise<ExitCode> {
  const to = parseEndpoint(endpoint);
  const { set, options: verifyOptions, incomplete } = await readInputsWhole(paths, options, io);
  const from = findWorkload(workload, set);
  const answer = Network.of(set, verifyOptions).answer(from, to);
  const host = to.host.includes(':') ? `[${to.host}]` : to.host;
  io.out(formatAnswer(answer, { workload: from.title, endpoint: `${host}:${to.port} ${to.protocol}` }, { colours: coloursOf(io) }));
  if (incomplete) return EXIT.error;
  return answer.verdict === 'allowed' ? EXIT.ok : EXIT.findings;
}
