import assert from 'node:assert/strict';
import grpc from '@grpc/grpc-js';
import { call, refused, unique } from './client.mjs';

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, value) => value));

async function unary({ probe }) {
  const { reply } = await call(probe, 'Echo', { text: 'Grüße, 世界', payload: everyByte });
  assert.equal(reply.text, 'Grüße, 世界');
  assert.deepEqual(reply.payload, everyByte);
}

function client_streaming({ probe }) {
  return new Promise((resolve, reject) => {
    const stream = probe.Sum((error, total) => {
      try {
        assert.ifError(error);
        assert.deepEqual(total, { sum: 6, count: 3 });
        resolve();
      } catch (failure) {
        reject(failure);
      }
    });
    [1, 2, 3].forEach(value => stream.write({ value }));
    stream.end();
  });
}

async function server_streaming({ probe }) {
  const seen = [];
  for await (const number of probe.Count({ count: 5 })) {
    seen.push(number.value);
  }
  assert.deepEqual(seen, [0, 1, 2, 3, 4]);
}

async function duplex_streaming({ probe }) {
  const stream = probe.Twice();
  const replies = stream[Symbol.asyncIterator]();
  for (const value of [1, 20, 300]) {
    stream.write({ value });
    assert.equal((await replies.next()).value.value, value * 2);
  }
  stream.end();
  assert.ok((await replies.next()).done);
}

async function client_deadline({ probe }) {
  const name = unique('deadline');
  const options = { deadline: Date.now() + 300 };
  await refused(call(probe, 'Sleep', { milliseconds: 60_000, case: name }, undefined, options), grpc.status.DEADLINE_EXCEEDED);
  const { reply } = await call(probe, 'Observe', { case: name });
  assert.ok(reply.had_deadline, 'the server saw no deadline');
  assert.ok(['deadline exceeded', 'cancelled'].includes(reply.outcome), reply.outcome);
  return `the server saw: ${reply.outcome}`;
}

async function server_deadline({ probe }) {
  const request = { milliseconds: 60_000, server_limit_milliseconds: 100 };
  const error = await refused(call(probe, 'Sleep', request), grpc.status.DEADLINE_EXCEEDED);
  assert.equal(error.details, 'The server works no longer than this.');
}

async function client_cancellation({ probe }) {
  const name = unique('cancellation');
  const stream = probe.Count({ count: 1_000_000, pause_milliseconds: 1, case: name });
  const error = await new Promise(resolve => {
    stream.on('data', number => number.value === 3 && stream.cancel());
    stream.on('error', resolve);
  });
  assert.equal(error.code, grpc.status.CANCELLED);
  const { reply } = await call(probe, 'Observe', { case: name });
  assert.deepEqual(reply, { outcome: 'cancelled', had_deadline: false });
}

async function metadata_round_trip({ probe }) {
  const metadata = new grpc.Metadata();
  metadata.add('echo-text', 'first');
  metadata.add('echo-text', 'second');
  metadata.add('echo-data-bin', everyByte);
  metadata.add('echo-empty-bin', Buffer.alloc(0));
  const { headers, trailers } = await call(probe, 'Echo', { text: 'metadata' }, metadata);
  for (const [where, received] of Object.entries({ headers, trailers })) {
    assert.equal(received.get('echo-text').join(), 'first,second', where);
    assert.deepEqual(received.get('echo-data-bin'), [everyByte], where);
    assert.equal(Buffer.concat(received.get('echo-empty-bin')).length, 0, where);
  }
}

async function gzip_both_ways({ compressing }) {
  const text = 'over and over again, '.repeat(5_000);
  const { reply, trailers } = await call(compressing, 'Echo', { text });
  assert.equal(reply.text, text);
  assert.equal(reply.request_encoding, 'gzip');
  assert.deepEqual(trailers.get('reply-encoding'), ['gzip']);
}

const identity = bytes => bytes;
const unknown = (client, path) => new Promise((resolve, reject) =>
  client.makeUnaryRequest(path, identity, identity, Buffer.alloc(0), (error, reply) => (error ? reject(error) : resolve(reply))));

async function unknown_method({ probe }) {
  await refused(unknown(probe, '/complaints.interop.v1.Probe/Nothing'), grpc.status.UNIMPLEMENTED);
}

async function unknown_service({ probe }) {
  await refused(unknown(probe, '/complaints.interop.v1.Nobody/Nothing'), grpc.status.UNIMPLEMENTED);
}

async function status_details({ probe }) {
  const message = 'Frist überschritten: 100 % – 世界\nsecond line';
  const error = await refused(
    call(probe, 'Fail', { code: grpc.status.FAILED_PRECONDITION, message, details: everyByte }),
    grpc.status.FAILED_PRECONDITION);
  assert.equal(error.details, message);
  assert.deepEqual(error.metadata.get('grpc-status-details-bin'), [everyByte]);
}

export const calls = {
  unary,
  client_streaming,
  server_streaming,
  duplex_streaming,
  client_deadline,
  server_deadline,
  client_cancellation,
  metadata_round_trip,
  gzip_both_ways,
  unknown_method,
  unknown_service,
  status_details,
};
