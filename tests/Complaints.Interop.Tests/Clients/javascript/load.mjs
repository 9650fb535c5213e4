import assert from 'node:assert/strict';
import { once } from 'node:events';
import grpc from '@grpc/grpc-js';
import { call, refused, unique } from './client.mjs';

const MESSAGES = 100_000;
const STREAMS = 200;
// Calls that are held back until others come must end if those never do.
const PATIENCE = 60_000;
const SUM = (MESSAGES * (MESSAGES - 1)) / 2;

async function large_message_refused({ probe }) {
  const payload = Buffer.alloc(10 * 1024 * 1024);
  await refused(call(probe, 'Echo', { payload }), grpc.status.RESOURCE_EXHAUSTED);
  const { reply } = await call(probe, 'Echo', { text: 'still here' });
  assert.equal(reply.text, 'still here');
}

async function concurrent_streams({ probe }) {
  const request = { expected: STREAMS, case: unique('gathering') };
  const gather = () => call(probe, 'Gather', request, undefined, { deadline: Date.now() + PATIENCE });
  const replies = await Promise.all(Array.from({ length: STREAMS }, gather));
  assert.equal(replies.length, STREAMS);
  assert.ok(replies.every(({ reply }) => reply.connections === 1), 'the calls came on several connections');
}

async function long_streams({ probe }) {
  let received = 0;
  let sum = 0;
  for await (const number of probe.Count({ count: MESSAGES })) {
    received += 1;
    sum += number.value;
  }
  assert.deepEqual({ received, sum }, { received: MESSAGES, sum: SUM });

  const total = await new Promise(async (resolve, reject) => {
    const stream = probe.Sum((error, reply) => (error ? reject(error) : resolve(reply)));
    for (let value = 0; value < MESSAGES; value += 1) {
      if (!stream.write({ value })) {
        await once(stream, 'drain');
      }
    }
    stream.end();
  });
  assert.deepEqual(total, { sum: SUM, count: MESSAGES });
}

export const load = { large_message_refused, concurrent_streams, long_streams };
