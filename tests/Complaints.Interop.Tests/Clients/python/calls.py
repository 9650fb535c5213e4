import queue

import grpc

from client import equal, refused, unique

EVERY_BYTE = bytes(range(256))


def unary(context):
    reply = context.probe.Echo(context.pb.EchoRequest(text="Grüße, 世界", payload=EVERY_BYTE))
    equal(reply.text, "Grüße, 世界")
    equal(reply.payload, EVERY_BYTE)


def client_streaming(context):
    total = context.probe.Sum(context.pb.Number(value=value) for value in (1, 2, 3))
    equal((total.sum, total.count), (6, 3))


def server_streaming(context):
    equal([number.value for number in context.probe.Count(context.pb.CountRequest(count=5))], [0, 1, 2, 3, 4])


def duplex_streaming(context):
    # Each reply comes before the next request goes.
    requests = queue.SimpleQueue()
    replies = context.probe.Twice(iter(requests.get, None))
    for value in (1, 20, 300):
        requests.put(context.pb.Number(value=value))
        equal(next(replies).value, value * 2)
    requests.put(None)
    equal(next(replies, None), None, "after the end")


def client_deadline(context):
    name = unique("deadline")
    request = context.pb.SleepRequest(milliseconds=60_000, case=name)
    refused(lambda: context.probe.Sleep(request, timeout=0.3), grpc.StatusCode.DEADLINE_EXCEEDED)
    seen = context.probe.Observe(context.pb.ObserveRequest(case=name))
    equal(seen.had_deadline, True, "the server saw a deadline")
    equal(seen.outcome in ("deadline exceeded", "cancelled"), True, seen.outcome)
    return "the server saw: " + seen.outcome


def server_deadline(context):
    request = context.pb.SleepRequest(milliseconds=60_000, server_limit_milliseconds=100)
    error = refused(lambda: context.probe.Sleep(request), grpc.StatusCode.DEADLINE_EXCEEDED)
    equal(error.details(), "The server works no longer than this.")


def client_cancellation(context):
    name = unique("cancellation")
    stream = context.probe.Count(context.pb.CountRequest(count=1_000_000, pause_milliseconds=1, case=name))
    for number in stream:
        if number.value == 3:
            break
    stream.cancel()
    equal(stream.code(), grpc.StatusCode.CANCELLED)
    seen = context.probe.Observe(context.pb.ObserveRequest(case=name))
    equal((seen.outcome, seen.had_deadline), ("cancelled", False))


def metadata_round_trip(context):
    sent = (("echo-text", "first"), ("echo-text", "second"), ("echo-data-bin", EVERY_BYTE), ("echo-empty-bin", b""))
    _, call = context.probe.Echo.with_call(context.pb.EchoRequest(), metadata=sent)
    for where, received in (("headers", call.initial_metadata()), ("trailers", call.trailing_metadata())):
        of = lambda key: [entry.value for entry in received if entry.key == key]
        equal(",".join(of("echo-text")), "first,second", where)
        equal(of("echo-data-bin"), [EVERY_BYTE], where)
        equal(b"".join(of("echo-empty-bin")), b"", where)


def gzip_both_ways(context):
    text = "over and over again, " * 5_000
    reply, call = context.compressing.Echo.with_call(context.pb.EchoRequest(text=text))
    equal(reply.text, text)
    equal(reply.request_encoding, "gzip", "request")
    equal([entry.value for entry in call.trailing_metadata() if entry.key == "reply-encoding"], ["gzip"], "reply")


def unknown_method(context):
    refused(lambda: context.channel.unary_unary("/complaints.interop.v1.Probe/Nothing")(b""), grpc.StatusCode.UNIMPLEMENTED)


def unknown_service(context):
    refused(lambda: context.channel.unary_unary("/complaints.interop.v1.Nobody/Nothing")(b""), grpc.StatusCode.UNIMPLEMENTED)


def status_details(context):
    message = "Frist überschritten: 100 % – 世界\nsecond line"
    code = grpc.StatusCode.FAILED_PRECONDITION
    request = context.pb.FailRequest(code=code.value[0], message=message, details=EVERY_BYTE)
    error = refused(lambda: context.probe.Fail(request), code)
    equal(error.details(), message)
    equal(dict(error.trailing_metadata())["grpc-status-details-bin"], EVERY_BYTE)


CASES = {
    case.__name__: case
    for case in (
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
    )
}
