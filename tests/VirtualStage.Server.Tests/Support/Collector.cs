using System.Net;
using System.Text;

namespace VirtualStage.Server.Tests.Support;

/// <summary>A collector of traces on loopback: takes what OTLP sends over HTTP, and reads as much of it as tests ask for.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly List<byte[]> _bodies = [];
    private readonly Task _taking;

    public Collector()
    {
        Address = $"http://127.0.0.1:{Ports.FreeTcp()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _taking = Take();
    }

    public string Address { get; }

    /// <summary>Everything that came, as text with bytes of all kinds in it.</summary>
    public string Text
    {
        get
        {
            lock (_bodies)
            {
                return string.Join('\n', _bodies.Select(Encoding.Latin1.GetString));
            }
        }
    }

    /// <summary>The spans that came.</summary>
    public List<Span> Spans
    {
        get
        {
            lock (_bodies)
            {
                // ExportTraceServiceRequest.resource_spans, ResourceSpans.scope_spans, ScopeSpans.spans
                return [.. _bodies.SelectMany(body => Fields(body, 1)).SelectMany(body => Fields(body, 2)).SelectMany(body => Fields(body, 2)).Select(Span.Read)];
            }
        }
    }

    public void Dispose()
    {
        _listener.Close();
        _taking.GetAwaiter().GetResult();
    }

    private async Task Take()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                if (context.Request.Url?.AbsolutePath == "/v1/traces")
                {
                    lock (_bodies)
                    {
                        _bodies.Add(body.ToArray());
                    }
                }

                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    /// <summary>The values of a field of Protocol Buffers that has a length.</summary>
    private static List<byte[]> Fields(byte[] message, int number)
    {
        var (found, at) = (new List<byte[]>(), 0);
        while (at < message.Length)
        {
            var key = Varint();
            switch (key & 7)
            {
                case 0:
                    Varint();
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint();
                    if ((int)(key >> 3) == number)
                    {
                        found.Add(message[at..(at + length)]);
                    }

                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException("that is no message of Protocol Buffers");
            }
        }

        return found;

        ulong Varint()
        {
            var (value, shift) = (0UL, 0);
            while (true)
            {
                var next = message[at++];
                value |= (ulong)(next & 127) << shift;
                if (next < 128)
                {
                    return value;
                }

                shift += 7;
            }
        }
    }

    /// <summary>A part of a trace.</summary>
    /// <param name="Tags">Names and values, where those are texts.</param>
    internal sealed record Span(string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags)
    {
        public static Span Read(byte[] span) => new(
            Convert.ToHexString(Fields(span, 1)[0]),
            Convert.ToHexString(Fields(span, 2)[0]),
            Convert.ToHexString(Fields(span, 4).FirstOrDefault([])),
            Encoding.UTF8.GetString(Fields(span, 5)[0]),
            Fields(span, 9).ToDictionary(
                tag => Encoding.UTF8.GetString(Fields(tag, 1)[0]),
                tag => Encoding.UTF8.GetString(Fields(tag, 2).SelectMany(value => Fields(value, 1)).FirstOrDefault([]))));
    }
}
