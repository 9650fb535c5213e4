using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Complaints.Service.Hosting;

/// <summary>
/// Keeps a connection of HTTP/1.1 when the deadline of a call passes. The server ends such a call with a status and then resets its stream;
/// where there is no stream to reset it cuts the connection, and with it the next call that a client has sent there already.
/// </summary>
internal sealed class WebDeadlines(RequestDelegate next)
{
    private static readonly NoReset s_none = new();

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpResetFeature>() is null)
        {
            context.Features.Set<IHttpResetFeature>(s_none);
        }

        return next(context);
    }

    private sealed class NoReset : IHttpResetFeature
    {
        public void Reset(int errorCode)
        {
            // The status was written; there is nothing else to take back.
        }
    }
}
