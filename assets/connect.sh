# What wait-for-nats.sh and check-nats.sh begin with: the way to the server of $NATS_URL, with $patience seconds for each answer.
rest=${NATS_URL#*://}
rest=${rest%%/*}
rest=${rest##*@}
host=${rest%:*}
port=${rest##*:}

# Run by nc: standard output goes to the server, standard error to this script. Each script adds its part, and says in $asked what the server may refuse.
session='
cr=$(printf "\r")
fail() { echo "$2" >&2; exit "$1"; }
refused() {
  case $line in
    *"Permissions Violation"*) code=16 ;;
    *uthorization* | *uthentication*) code=15 ;;
    *) code=20 ;;
  esac
  fail "$code" "the server refuses $asked: $line"
}
# A server that refuses a client says why before it hangs up, also where the client has not yet listened.
ended() {
  while IFS= read -r -t "$patience" line; do
    line=${line%"$cr"}
    case $line in -ERR*) refused ;; esac
  done
  fail 13 "connected, but the server ended the connection"
}
trap ended PIPE
# read does not tell the end of the connection from the end of its patience.
next() {
  since=$(date +%s)
  IFS= read -r -t "$patience" line && line=${line%"$cr"} && return
  [ "$(($(date +%s) - since))" -lt "$patience" ] || fail 13 "connected, but $1 did not come within $patience s"
  fail 13 "connected, but the connection ended before $1 came"
}
next "INFO, with which a NATS server begins,"
case $line in
  "INFO {"*) ;;
  *) fail 14 "connected, but what answers is no NATS server: it does not begin with INFO" ;;
esac'

# Connects, for at most this many seconds. Leaves in $code how the session ended, or why there was none, and in $said what there is to say.
converse() {
  said=$(timeout "$1" nc -w "$patience" "$host" "$port" -e sh -c "$session" 2>&1)
  code=$?
  case $code:$said in
    0:* | 1[3-7]:* | 20:*) ;;
    # One nc of busybox says nothing without -vv, which the other does not know.
    1:) said=$(timeout "$1" nc -vv -w "$patience" "$host" "$port" -e true 2>&1 | sed q); explain ;;
    *) explain ;;
  esac
  return "$code"
}

explain() {
  case $said in
    *refused*) code=11 said="connection refused: nothing listens behind $host:$port" ;;
    *bad\ address*) unless_dns_is_silent 10 "the name $host does not exist, or has no address" ;;
    *timed\ out* | '') unless_dns_is_silent 12 "no connection within $patience s: a network policy drops it, or nothing has the address" ;;
    *o\ route\ to\ host* | *unreachable*) code=12 said="no way there: $said" ;;
    *) said="nc ended with $code: $(echo "$said" | sed q)" code=19 ;;
  esac
}

# Whether nslookup finds the name does not count: it looks names up in another way than nc. An address needs no DNS.
unless_dns_is_silent() {
  answer=
  case $host in
    \[*) ;;
    *[!0-9.]*) answer=$(timeout 15 nslookup "$host" 2>&1) ;;
  esac
  case $answer in
    *timed\ out*) code=18 said="the DNS does not answer: a network policy has to admit UDP 53 and TCP 53" ;;
    *) code=$1 said=$2 ;;
  esac
}

# Runs a function that SIGTERM ends at once: PID 1 gets no signal that it does not trap, and traps wait for what runs in the foreground.
stoppable() {
  trap 'kill "$!"; exit 143' TERM
  "$1" &
  wait "$!"
}
