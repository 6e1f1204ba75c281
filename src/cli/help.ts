/** What stands below the options in the help of each command. */
export const HELP = {
  root: `
Examples:
  petrosa-nats lint k8s/                               all manifests of a folder
  helm template chart/ | petrosa-nats lint -           what a tool renders
  petrosa-nats lint k8s/ --cluster-state cluster.yaml  with what the cluster holds, as kubectl tells it (see below)
  petrosa-nats why deployment/api nats://nats-server.nats.svc.cluster.local:4222 k8s/
  petrosa-nats explain URL101                          the page of a rule

State of the cluster:
  kubectl get configmaps,services,networkpolicies,namespaces,deployments,statefulsets,daemonsets,cronjobs -A -o yaml > cluster.yaml

Exit codes:
  0  no finding at or above --fail-on; for why: allowed
  1  findings at or above --fail-on; for why: blocked, or not known
  2  wrong usage, an input or a configuration that cannot be read, or an error of petrosa-nats`,

  lint: `
Formats:
  text      for people, with the line of the source
  json      for programs
  sarif     SARIF 2.1.0, for code scanning services
  markdown  a table, for a comment on a pull request
  github    commands of a GitHub workflow, shown beside the lines of a pull request

Examples:
  petrosa-nats lint k8s/
  petrosa-nats lint --format text --format sarif=lint.sarif k8s/
  petrosa-nats lint --fail-on warning --default-deny apps k8s/
  kustomize build overlays/production | petrosa-nats lint --namespace apps -

A finding is left out by an annotation of its object, whose value is the reason:
  metadata: { annotations: { petrosa-nats/ignore.URL101: "the server of the laboratory" } }
or by an entry of the configuration file. Exit code 0: no finding at or above --fail-on, 1: some, 2: error.`,

  why: `
Examples:
  petrosa-nats why deployment/api nats://nats-server.nats.svc.cluster.local:4222 k8s/
  petrosa-nats why 'apps/api[Deployment]' mongodb.data:27017 k8s/ --cluster-state cluster.yaml

Each link of the chain is allowed (✓), blocked (✗) or unknown (?), with the field that decides. The last line is the verdict.
Exit code 0: allowed, 1: blocked or unknown, 2: error.`,

  connections: `
Examples:
  petrosa-nats connections k8s/
  petrosa-nats connections --format json k8s/ --cluster-state cluster.yaml

Each line is SOURCE => DESTINATION : PROTOCOL PORTS, where an end is namespace/name[Kind] or a range of addresses.`,

  checklist: `
Examples:
  petrosa-nats checklist k8s/
  petrosa-nats checklist --format markdown k8s/ --cluster-state cluster.yaml

Exit code 0: no item failed, 1: some item failed, 2: error.`,

  migrate: `
Without --write, a unified diff shows what would change; git apply and patch -p1 take it. Comments, order, quoting and line endings stay.
Corrected is what a rule is certain of. What has to be decided, and what could be corrected only by bringing another finding, is listed with the
reason. The report ends with the plan: what to apply, what to restart, how to verify.

Examples:
  petrosa-nats migrate k8s/ --cluster-state cluster.yaml          the changes, and the plan
  petrosa-nats migrate k8s/ --cluster-state cluster.yaml --write  the same, written
  petrosa-nats migrate k8s/ --server nats/nats-server --only URL101
  petrosa-nats migrate k8s/ --check                               in a pipeline
  petrosa-nats migrate k8s/ --write --script > rollout.sh         the plan as shell commands

Exit code 0: nothing is left to decide, 1: something is, a file cannot be parsed, or with --check there is something to correct, 2: error.`,

  adopt: `
Examples:
  petrosa-nats adopt k8s/ --out app
  petrosa-nats adopt k8s/ --out app --cluster-state cluster.yaml   endpoints of other repositories are known by their pods
  kustomize build overlays/production | petrosa-nats adopt - --out app

What the app renders is compared with the manifests. Each difference is explained: a default of the library, the fix of a rule's finding, or
another way to write the same.
Exit code 0: each difference is explained, 1: some is not, 2: error, and nothing is written.`,

  diff: `
Formats:
  text      for people
  json      for programs
  markdown  for a comment on a pull request

Examples:
  petrosa-nats diff old/ new/
  petrosa-nats diff origin/main HEAD --path dist/
  petrosa-nats diff origin/main dist/                  a revision and what is in the folder now
  petrosa-nats diff --format markdown origin/main HEAD --path k8s/ --cluster-state cluster.yaml

A path that a revision does not have counts as empty. The work tree and the index of the repository stay as they are.
Exit code 0: no difference, 1: differences, 2: error.`,

  graph: `
Formats:
  mermaid  a flowchart that GitHub and GitLab show in a pull request
  json     for programs
  svg      a picture

Examples:
  petrosa-nats graph k8s/ --cluster-state cluster.yaml
  petrosa-nats graph k8s/ --svg --out k8s.svg

A connection is allowed, blocked (✗) or not known (?), with the link of the chain that decides; petrosa-nats why shows the whole chain.
Exit code 0: drawn, whatever is blocked; 2: error.`,

  doctor: `
Examples:
  petrosa-nats doctor deployment/quotes -n apps
  petrosa-nats doctor deployment/quotes -n apps --probe              with a temporary pod that goes the same way
  petrosa-nats doctor -A -o short                                    what is wrong in the whole cluster
  petrosa-nats doctor -n apps --wait 2m --fail-on warning            after a deployment
  petrosa-nats doctor deployment/quotes -n apps --show-commands      with the commands of kubectl behind each line

A check passes (√), warns (‼), fails (×), could not be made (?) or was not to be made (-). A failed check stops those alone that build on it.
Secrets are never read. Each check has a section in docs/doctor.md.
Exit code 0: nothing failed, 1: something did, 2: something could not be checked, or an error.`,
};
