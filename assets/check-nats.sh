# Checks the way to the server of $NATS_URL as a client goes it: name, connection, INFO, login, subjects. Each step is a line; the exit code says which one failed.
# NATS_USER and NATS_PASSWORD, or NATS_TOKEN: the login. SUBSCRIBE, PUBLISH: subjects to try. TRIES: how often, 3 s apart. ANSWER_SECONDS: patience with each answer.
export patience=${ANSWER_SECONDS:-5}
export scheme=${NATS_URL%%://*}
session=$session'
quoted() { printf "\"%s\"" "$(printf %s "$1" | sed "s/[\\\\\"]/\\\\&/g")"; }
pong() {
  asked=$1
  printf "PING\r\n"
  while next "an answer to $asked"; do
    case $line in
      PONG) echo "ok $asked" >&2; return ;;
      PING) printf "PONG\r\n" ;;
      -ERR*) refused ;;
    esac
  done
}

version=${line##*\"version\":\"}
echo "ok INFO from nats-server ${version%%\"*}" >&2
case $scheme:$line in
  tls:*tls_required\":true*) echo "ok the server asks for TLS; the login is not tried, since this check speaks none" >&2; exit 0 ;;
  tls:*) fail 17 "the scheme of the URL is tls, and the server does not ask for TLS" ;;
  *tls_required\":true*) fail 17 "the server takes TLS only, and the scheme of the URL is not tls" ;;
esac

asked=login
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
  for command in nc nslookup; do
    command -v "$command" > /dev/null || { echo "there is no $command"; exit 19; }
  done
  until converse 60; do
    [ "$((TRIES -= 1))" -gt 0 ] || { printf '%s\nfailed: NATS at %s:%s\n' "$said" "$host" "$port"; exit "$code"; }
    sleep 3
  done
  printf '%s\npassed: NATS at %s:%s\n' "$said" "$host" "$port"
}

stoppable check
