using MessagePack;
using Microsoft.Net.Http.Headers;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.Hosting;

/// <summary>
/// Answers with a contract: as JSON, or as MessagePack to who accepts that. Clients that are compiled ahead of time read
/// it with the formatters that they have for the other wires anyway.
/// </summary>
internal static class ContractAnswers
{
    /// <summary>As registered with IANA.</summary>
    public const string MessagePackType = "application/vnd.msgpack";

    public static IResult Of<T>(HttpContext context, T value)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals(MessagePackType, StringComparison.OrdinalIgnoreCase))
            ? Results.Bytes(MessagePackSerializer.Serialize(value, ContractResolver.Options), MessagePackType)
            : Results.Ok(value);
    }
}
