# Waits until the server of $NATS_URL answers as NATS does, for at most $DEADLINE_SECONDS.
export patience=3
session=$session'
case $line in
  *tls_required\":true* | *auth_required\":true*) exit 0 ;;
esac
asked="the connection"
printf "CONNECT {\"verbose\":false}\r\nPING\r\n"
while next PONG; do
  case $line in
    PONG) exit 0 ;;
    -ERR*) refused ;;
  esac
done'

# `gave up on NATS` and `still waiting for NATS` are what NatsConnectFailedLogged looks for; the first line of a start that has to wait is no alarm.
wait_for_nats() {
  start=$(date +%s)
  reminder=300
  seen=
  until converse 10; do
    waited=$(($(date +%s) - start))
    [ "$said" = "$seen" ] || echo "waiting for NATS at $host:$port: $said"
    seen=$said
    if [ "$waited" -ge "$DEADLINE_SECONDS" ]; then
      echo "gave up on NATS at $host:$port after $DEADLINE_SECONDS s: $said"
      exit 1
    fi
    if [ "$waited" -ge "$reminder" ]; then
      echo "still waiting for NATS at $host:$port after $waited s: $said"
      reminder=$((waited + 300))
    fi
    sleep 2
  done
  echo "NATS at $host:$port answers"
}

stoppable wait_for_nats
