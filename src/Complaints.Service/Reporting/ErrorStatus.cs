using Complaints.Domain.Errors;
using Complaints.Protocol.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Complaints.Service.Reporting;

/// <summary>Errors on the wire, both ways: a status with a <c>google.rpc.Status</c> in its trailers.</summary>
internal static class ErrorStatus
{
    internal const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>What the user can put right.</summary>
    internal static RpcException Of(UserException error, StatusCode code) => Of(code, error.Message, new ErrorDetail
    {
        What = error.What,
        Where = error.Where ?? "",
        Expected = error.Expected ?? "",
        Fix = error.Fix ?? "",
    });

    /// <summary>Our fault: an id to look for in the log, and nothing of the inside.</summary>
    internal static RpcException Internal(string correlationId) => Of(
        StatusCode.Internal,
        $"The service failed. Tell its operator the correlation id {correlationId}.",
        new ErrorDetail { What = "The service failed.", CorrelationId = correlationId, Fix = "tell its operator the correlation id" });

    /// <summary>The detail of an error that came over the wire; null when it has none.</summary>
    internal static ErrorDetail? Detail(RpcException error)
    {
        byte[]? bytes = error.Trailers.GetValueBytes(DetailsTrailer);
        if (bytes is null)
        {
            return null;
        }

        try
        {
            Google.Rpc.Status status = Google.Rpc.Status.Parser.ParseFrom(bytes);
            return status.Details.FirstOrDefault(detail => detail.Is(ErrorDetail.Descriptor))?.Unpack<ErrorDetail>();
        }
        catch (InvalidProtocolBufferException)
        {
            // Details of another server are extra; the status itself still says what happened.
            return null;
        }
    }

    private static RpcException Of(StatusCode code, string message, ErrorDetail detail)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = message };
        status.Details.Add(Any.Pack(detail));
        return new RpcException(new Status(code, message), new Metadata { { DetailsTrailer, status.ToByteArray() } });
    }
}
