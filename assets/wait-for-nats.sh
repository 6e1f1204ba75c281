# Waits until the server of $NATS_URL answers as NATS does, for at most $DEADLINE_SECONDS.
export patience=3
session=$session'
case $line in
  *tls_required\":true* | *auth_required\":true*) exit 0 ;;
esac
printf "CONNECT {\"verbose\":false}\r\nPING\r\n"
while next PONG; do
  case $line in
    PONG) exit 0 ;;
    -ERR*) fail 15 "the server answers $line" ;;
  esac
done'

wait_for_nats() {
  end=$(($(date +%s) + DEADLINE_SECONDS))
  seen=
  until converse 10; do
    [ "$said" = "$seen" ] || echo "waiting for NATS at $host:$port: $said"
    seen=$said
    if [ "$(date +%s)" -ge "$end" ]; then
      echo "gave up after $DEADLINE_SECONDS s: NATS at $host:$port: $said"
      exit 1
    fi
    sleep 2
  done
  echo "NATS at $host:$port answers"
}

stoppable wait_for_nats
