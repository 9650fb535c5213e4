// gRPC-Web by hand over HTTP/1.1: the frames of a browser's client, without one.
import assert from 'node:assert/strict';
import http from 'node:http';
import grpc from '@grpc/grpc-js';

const TRAILERS = 0x80;

function frame(message) {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return [head, message];
}

function post(url, contentType, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': contentType, accept: contentType, 'x-grpc-web': '1', origin: 'http://elsewhere.example' };
    const request = http.request(url, { method: 'POST', headers }, async response => {
      const chunks = [];
      for await (const chunk of response) {
        chunks.push(chunk);
      }
      resolve({ version: response.httpVersion, headers: response.headers, body: Buffer.concat(chunks) });
    });
    request.on('error', reject);
    body.forEach(part => request.write(part));
    request.end();
  });
}

// A client sends its message as one base64 text; an answer is any number of them end to end, each with padding of its own.
const encode = parts => [Buffer.concat(parts).toString('base64')];
const decode = body => Buffer.concat(body.toString('ascii').match(/.{4}/gs)?.map(group => Buffer.from(group, 'base64')) ?? []);

function split(body) {
  const messages = [];
  let trailers;
  for (let at = 0; at < body.length;) {
    const end = at + 5 + body.readUInt32BE(at + 1);
    assert.ok(end <= body.length, 'the last frame is cut short');
    assert.equal(trailers, undefined, 'a frame follows the trailers');
    const content = body.subarray(at + 5, end);
    if (body[at] & TRAILERS) {
      trailers = Object.fromEntries(content.toString('ascii').trimEnd().split('\r\n').map(line => line.split(': ')));
    } else {
      messages.push(content);
    }
    at = end;
  }
  return { messages, trailers };
}

async function webCall({ web, Probe }, isText, method, request) {
  const contentType = isText ? 'application/grpc-web-text' : 'application/grpc-web+proto';
  const definition = Probe.service[method];
  const parts = frame(definition ? definition.requestSerialize(request) : Buffer.alloc(0));
  const path = definition?.path ?? `/complaints.interop.v1.Probe/${method}`;
  const response = await post(new URL(path, web), contentType, isText ? encode(parts) : parts);
  assert.equal(response.version, '1.1');
  // "+proto" is the format that goes without saying.
  assert.equal(response.headers['content-type'].replace('+proto', ''), contentType.replace('+proto', ''));
  assert.match(response.headers['access-control-expose-headers'], /grpc-status/);
  const { messages, trailers } = split(isText ? decode(response.body) : response.body);
  // A call that fails before its first message has its status in the headers.
  const status = trailers ?? response.headers;
  return {
    messages: messages.map(message => definition.responseDeserialize(message)),
    status: Number(status['grpc-status']),
    message: decodeURIComponent(status['grpc-message'] ?? ''),
  };
}

async function exercise(context, isText) {
  const echo = await webCall(context, isText, 'Echo', { text: 'Grüße', payload: Buffer.alloc(100_001, 7) });
  assert.equal(echo.status, grpc.status.OK);
  assert.equal(echo.messages[0].text, 'Grüße');
  assert.deepEqual(echo.messages[0].payload, Buffer.alloc(100_001, 7));

  const count = await webCall(context, isText, 'Count', { count: 1_000 });
  assert.equal(count.status, grpc.status.OK);
  assert.deepEqual(count.messages.map(number => number.value), Array.from({ length: 1_000 }, (_, value) => value));

  const fail = await webCall(context, isText, 'Fail', { code: 9, message: 'Frist überschritten' });
  assert.deepEqual(fail, { messages: [], status: grpc.status.FAILED_PRECONDITION, message: 'Frist überschritten' });

  const nothing = await webCall(context, isText, 'Nothing', {});
  assert.equal(nothing.status, grpc.status.UNIMPLEMENTED);
}

export const web = {
  web_binary: context => exercise(context, false),
  web_text: context => exercise(context, true),
};
