using System.Collections.Concurrent;
using VirtualStage.Contracts.Company;

namespace VirtualStage.Server.Recordings;

/// <summary>The on-air signs of this theatre's performances. From any thread.</summary>
public sealed class RecordingSigns
{
    private static readonly RecordingSign _off = new(RecordingState.Off, "");

    private readonly ConcurrentDictionary<string, RecordingSign> _signs = new();

    /// <summary>The sign of a performance as somebody may see it: what fails, operators are told.</summary>
    public RecordingSign SignOf(string performance, bool isOperator)
    {
        var sign = _signs.GetValueOrDefault(performance, _off);
        return isOperator ? sign : sign with { Words = "", Broadcast = sign.Broadcast is null ? null : "" };
    }

    /// <summary>How many signs show this.</summary>
    internal int CountOf(RecordingState state) => _signs.Count(sign => sign.Value.State == state);

    /// <summary>Sets a sign; false when it is as before.</summary>
    internal bool Set(string performance, RecordingSign sign)
    {
        var before = _signs.GetValueOrDefault(performance, _off);
        _signs[performance] = sign;
        return sign != before;
    }
}
