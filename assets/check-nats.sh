# Checks the way to the server of $NATS_URL as a client goes it: name, connection, INFO, login, subjects. Each step is a line; the exit code says which one failed.
# NATS_USER and NATS_PASSWORD, or NATS_TOKEN: the login. SUBSCRIBE, PUBLISH: subjects to try. TRIES: how often, 3 s apart. ANSWER_SECONDS: patience with each answer.
scheme=${NATS_URL%%://*}
rest=${NATS_URL#*://}
rest=${rest%%/*}
rest=${rest##*@}
host=${rest%:*}
port=${rest##*:}
export patience=${ANSWER_SECONDS:-5}

# Run by nc: standard output goes to the server, standard error to this script.
session='
cr=$(printf "\r")
fail() { echo "$2" >&2; exit "$1"; }
next() {
  IFS= read -r -t "$patience" line || fail 13 "connected, but $1 was not answered within $patience s"
  line=${line%"$cr"}
}
quoted() { printf "\"%s\"" "$(printf %s "$1" | sed "s/[\\\\\"]/\\\\&/g")"; }
pong() {
  printf "PING\r\n"
  while next "$1"; do
    case $line in
      PONG) echo "ok $1" >&2; return ;;
      PING) printf "PONG\r\n" ;;
      *"Permissions Violation"*) fail 16 "the server refuses $1: $line" ;;
      -ERR*) fail 15 "the server refuses $1: $line" ;;
    esac
  done
}

IFS= read -r -t "$patience" line || fail 13 "connected, but nothing came within $patience s; a NATS server begins with INFO"
case $line in
  "INFO {"*) version=${line##*\"version\":\"}; echo "ok INFO from nats-server ${version%%\"*}" >&2 ;;
  *) fail 14 "connected, but what answers is no NATS server: it does not begin with INFO" ;;
esac
case $scheme:$line in
  tls:*tls_required\":true*) echo "ok the server asks for TLS; the login is not tried, since this check speaks none" >&2; exit 0 ;;
  tls:*) fail 17 "the scheme of the URL is tls, and the server does not ask for TLS" ;;
  *tls_required\":true*) fail 17 "the server takes TLS only, and the scheme of the URL is not tls" ;;
esac

printf "CONNECT {\"verbose\":false,\"pedantic\":false,\"name\":\"connection check\""
[ -z "$NATS_USER" ] || printf ",\"user\":%s,\"pass\":%s" "$(quoted "$NATS_USER")" "$(quoted "$NATS_PASSWORD")"
[ -z "$NATS_TOKEN" ] || printf ",\"auth_token\":%s" "$(quoted "$NATS_TOKEN")"
printf "}\r\n"
pong login
set -f
for subject in $SUBSCRIBE; do
  printf "SUB %s 1\r\n" "$subject"
  pong "a subscription to $subject"
  printf "UNSUB 1\r\n"
done
for subject in $PUBLISH; do
  printf "PUB %s 0\r\n\r\n" "$subject"
  pong "a message to $subject"
done'

check() {
  said=$(scheme=$scheme timeout 60 nc -w "$patience" "$host" "$port" -e sh -c "$session" 2>&1)
  code=$?
  case $code:$said in
    0:* | 1[3-7]:*) ;;
    *refused*) code=11; said="connection refused: nothing listens behind $host:$port" ;;
    *) because ;;
  esac
  return "$code"
}

# A name that nobody has, and a DNS that nobody reaches, are told from a connection that nobody answers.
because() {
  case $(timeout 15 nslookup "$host." 2>&1):$said in
    *NXDOMAIN*) code=10; said="the name $host does not exist" ;;
    *timed\ out*:* | *no\ servers*:*) code=18; said="the DNS does not answer: a network policy has to admit UDP 53 and TCP 53" ;;
    *bad\ address*) code=10; said="the name $host has no address: its Service has no ready pods" ;;
    *) code=12; said="no connection within $patience s: a network policy drops it, or nothing has the address${said:+ ($said)}" ;;
  esac
}

until check; do
  [ "$((TRIES -= 1))" -gt 0 ] || { printf '%s\nfailed: NATS at %s:%s\n' "$said" "$host" "$port"; exit "$code"; }
  sleep 3
done
printf '%s\npassed: NATS at %s:%s\n' "$said" "$host" "$port"
