# Waits until the server of $NATS_URL answers as NATS does, for at most $DEADLINE_SECONDS.
rest=${NATS_URL#*://}
rest=${rest%%/*}
rest=${rest##*@}
host=${rest%:*}
port=${rest##*:}

# Run by nc: standard output goes to the server, standard error to this script.
session='
cr=$(printf "\r")
next() { IFS= read -r -t 3 line || { echo "connected, but $1 did not come within 3 s" >&2; exit 1; }; }
next "INFO, with which a NATS server begins,"
case $line in
  "INFO {"*tls_required\":true* | "INFO {"*auth_required\":true*) exit 0 ;;
  "INFO {"*) printf "CONNECT {\"verbose\":false}\r\nPING\r\n" ;;
  *) echo "connected, but what answers is no NATS server" >&2; exit 1 ;;
esac
while next PONG; do
  case ${line%"$cr"} in
    PONG) exit 0 ;;
    -ERR*) echo "the server answers ${line%"$cr"}" >&2; exit 1 ;;
  esac
done'

end=$(($(date +%s) + DEADLINE_SECONDS))
seen=
until reason=$(timeout 10 nc -w 3 "$host" "$port" -e sh -c "$session" 2>&1); do
  reason=${reason:-no answer within 3 s}
  [ "$reason" = "$seen" ] || echo "waiting for NATS at $host:$port: $reason"
  seen=$reason
  if [ "$(date +%s)" -ge "$end" ]; then
    echo "gave up after $DEADLINE_SECONDS s: NATS at $host:$port: $reason"
    exit 1
  fi
  sleep 2
done
echo "NATS at $host:$port answers"
