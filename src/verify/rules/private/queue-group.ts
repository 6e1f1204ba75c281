const QUEUE_GROUP = /^NATS_(?:.*_)?(?:QUEUE_GROUP|QUEUE_NAME|CONSUMER_GROUP|QUEUE)$/;

/** Whether a variable of this name holds the name of a queue group. */
export function isQueueGroupName(name: string): boolean {
  return QUEUE_GROUP.test(name);
}
