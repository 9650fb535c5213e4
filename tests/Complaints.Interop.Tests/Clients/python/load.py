import grpc

from client import equal, refused, unique

MESSAGES = 100_000
STREAMS = 200
# Calls that are held back until others come must end if those never do.
PATIENCE = 60
SUM = MESSAGES * (MESSAGES - 1) // 2


def large_message_refused(context):
    request = context.pb.EchoRequest(payload=bytes(10 * 1024 * 1024))
    refused(lambda: context.probe.Echo(request), grpc.StatusCode.RESOURCE_EXHAUSTED)
    equal(context.probe.Echo(context.pb.EchoRequest(text="still here")).text, "still here")


def concurrent_streams(context):
    request = context.pb.GatherRequest(expected=STREAMS, case=unique("gathering"))
    pending = [context.probe.Gather.future(request, timeout=PATIENCE) for _ in range(STREAMS)]
    equal([call.result().connections for call in pending], [1] * STREAMS, "connections")


def long_streams(context):
    received = [number.value for number in context.probe.Count(context.pb.CountRequest(count=MESSAGES))]
    equal((len(received), sum(received)), (MESSAGES, SUM), "received")
    total = context.probe.Sum(context.pb.Number(value=value) for value in range(MESSAGES))
    equal((total.count, total.sum), (MESSAGES, SUM), "sent")


CASES = {case.__name__: case for case in (large_message_refused, concurrent_streams, long_streams)}
