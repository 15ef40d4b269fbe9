using Microsoft.Net.Http.Headers;
using VirtualStage.Server.Hosting;

namespace VirtualStage.Server.Productions;

/// <summary>Answers requests for what changes from revision to revision.</summary>
internal static class Revisions
{
    /// <summary>The value with its revision as its tag; nothing to whoever has that revision already.</summary>
    public static IResult Answer<T>(HttpContext context, string revision, Func<T> value)
    {
        var tag = new EntityTagHeaderValue($"\"{revision}\"");
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true, Private = true };
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : ContractAnswers.Of(context, value());
    }
}
