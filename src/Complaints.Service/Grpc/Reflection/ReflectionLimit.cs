using Complaints.Domain;
using Grpc.Core;

namespace Complaints.Service.Grpc.Reflection;

internal static class ReflectionLimit
{
    public static void Check(int asked)
    {
        if (asked >= Limits.ReflectionQuestions)
        {
            throw new RpcException(new Status(
                StatusCode.ResourceExhausted,
                $"This stream has asked {Limits.ReflectionQuestions} questions, the most it may. Open another."));
        }
    }
}
