"""gRPC-Web by hand over HTTP/1.1: the frames of a browser's client, without one."""
import base64
import http.client
import struct
import urllib.parse

from client import equal

TRAILERS = 0x80


def post(context, content_type, method, body):
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(context.web).netloc)
    headers = {"content-type": content_type, "accept": content_type, "x-grpc-web": "1", "origin": "http://elsewhere.example"}
    connection.request("POST", "/complaints.interop.v1.Probe/" + method, body, headers)
    response = connection.getresponse()
    content = response.read()
    connection.close()
    equal(response.version, 11, "HTTP version")
    # "+proto" is the format that goes without saying.
    equal(response.headers["content-type"].replace("+proto", ""), content_type.replace("+proto", ""))
    equal("grpc-status" in response.headers["access-control-expose-headers"], True, "exposed headers")
    return response.headers, content


def decode_text(body):
    """Any number of base64 texts end to end, each with padding of its own."""
    return b"".join(base64.b64decode(body[at:at + 4], validate=True) for at in range(0, len(body), 4))


def split(body):
    messages, trailers, at = [], None, 0
    while at < len(body):
        flags, length = struct.unpack_from(">BI", body, at)
        content = body[at + 5:at + 5 + length]
        equal((len(content), trailers), (length, None), "whole frames, and none after the trailers")
        if flags & TRAILERS:
            trailers = dict(line.split(": ", 1) for line in content.decode("ascii").strip().split("\r\n"))
        else:
            messages.append(content)
        at += 5 + length
    return messages, trailers


def call(context, is_text, method, request=b"", reply=None):
    message = request if isinstance(request, bytes) else request.SerializeToString()
    parts = [struct.pack(">BI", 0, len(message)), message]
    content_type = "application/grpc-web-text" if is_text else "application/grpc-web+proto"
    body = base64.b64encode(b"".join(parts)) if is_text else b"".join(parts)
    headers, content = post(context, content_type, method, body)
    messages, trailers = split(decode_text(content) if is_text else content)
    # A call that fails before its first message has its status in the headers.
    status = trailers or headers
    text = urllib.parse.unquote(status.get("grpc-message", ""))
    return [reply.FromString(one) for one in messages], int(status["grpc-status"]), text


def exercise(context, is_text):
    pb = context.pb
    payload = bytes(100_001)
    replies, status, _ = call(context, is_text, "Echo", pb.EchoRequest(text="Grüße", payload=payload), pb.EchoReply)
    equal((status, replies[0].text, replies[0].payload), (0, "Grüße", payload))

    numbers, status, _ = call(context, is_text, "Count", pb.CountRequest(count=1_000), pb.Number)
    equal((status, [number.value for number in numbers]), (0, list(range(1_000))))

    failure = pb.FailRequest(code=9, message="Frist überschritten")
    equal(call(context, is_text, "Fail", failure), ([], 9, "Frist überschritten"))

    equal(call(context, is_text, "Nothing")[1], 12, "an unknown method")


CASES = {"web_binary": lambda context: exercise(context, False), "web_text": lambda context: exercise(context, True)}
