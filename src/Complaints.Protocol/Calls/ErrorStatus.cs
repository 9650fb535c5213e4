using Complaints.Domain.Errors;
using Complaints.Protocol.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Complaints.Protocol.Calls;

/// <summary>Errors on the wire, both ways: a status with a <c>google.rpc.Status</c> in its trailers.</summary>
internal static class ErrorStatus
{
    /// <summary>The trailer of the rich error, by gRPC's convention.</summary>
    internal const string DetailsTrailer = MetadataExtensions.StatusDetailsTrailerName;

    /// <summary>What the user can put right, with long values of the request cut and without a path of the server.</summary>
    internal static RpcException Of(UserException error, StatusCode code)
    {
        var detail = new ErrorDetail
        {
            What = WireEcho.Part(ServerPaths.Hide(error.What)),
            Where = WireEcho.Part(ServerPaths.Hide(error.Where)),
            Expected = WireEcho.Part(ServerPaths.Hide(error.Expected)),
            Fix = WireEcho.Part(ServerPaths.Hide(error.Fix)),
        };
        return Of(code, new UserException(detail.What, detail.Where, detail.Expected, detail.Fix).Message, detail);
    }

    /// <summary>Whose fault it is that a call was refused: the request's, the caller's, or that something is not there yet.</summary>
    internal static StatusCode Code(UserException error) => error switch
    {
        NotReadyException => StatusCode.FailedPrecondition,
        UnknownCallerException => StatusCode.Unauthenticated,
        ForbiddenException => StatusCode.PermissionDenied,
        _ => StatusCode.InvalidArgument,
    };

    /// <summary>Our fault: an id to look for in the log, and nothing of the inside.</summary>
    internal static RpcException Internal(string correlationId) => Of(
        StatusCode.Internal,
        $"The service failed. Tell its operator the correlation id {correlationId}.",
        new ErrorDetail { What = "The service failed.", CorrelationId = correlationId, Fix = "tell its operator the correlation id" });

    /// <summary>The detail of an error that came over the wire; null when it has none.</summary>
    internal static ErrorDetail? Detail(RpcException error)
    {
        try
        {
            // Details of another server are extra; the status itself still says what happened.
            return error.Trailers.GetRpcStatus(ignoreParseError: true)?.Details.FirstOrDefault(
                detail => detail.Is(ErrorDetail.Descriptor))?.Unpack<ErrorDetail>();
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private static RpcException Of(StatusCode code, string text, ErrorDetail detail)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = WireEcho.Message(text) };
        status.Details.Add(Any.Pack(detail));
        return status.ToRpcException();
    }
}
