using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace VirtualStage.Server.StageDoor;

/// <summary>Somebody who may step on a stage: what a ticket was exchanged for.</summary>
/// <param name="Key">Shared with the client alone.</param>
public sealed record Admission(byte[] SessionId, byte[] Key, string Performance, CastActor Actor);

/// <summary>
/// Sessions between the exchange of a ticket and the connection. They live in memory: after a restart clients
/// exchange their tickets again.
/// </summary>
public sealed class StageSessions(TimeProvider time)
{
    /// <summary>How long a session waits for its client.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>More sessions than this do not wait at a time.</summary>
    public const int MostWaiting = 4096;

    private readonly ConcurrentDictionary<string, (Admission Admission, DateTimeOffset Until)> _waiting = new();

    /// <summary>Makes a session; null when too many wait already.</summary>
    public Admission? Admit(string performance, CastActor actor)
    {
        DropLate();
        if (_waiting.Count >= MostWaiting)
        {
            return null;
        }

        var admission = new Admission(
            RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(32), performance, actor);
        _waiting[Convert.ToHexString(admission.SessionId)] = (admission, time.GetUtcNow() + Patience);
        return admission;
    }

    /// <summary>The session that waits under an id; null when none does.</summary>
    public Admission? Find(ReadOnlySpan<byte> sessionId) =>
        _waiting.TryGetValue(Convert.ToHexString(sessionId), out var waiting) && waiting.Until > time.GetUtcNow()
            ? waiting.Admission
            : null;

    /// <summary>Takes a session out: a proof opens the door once. False when somebody else was faster.</summary>
    public bool Use(Admission admission) => _waiting.TryRemove(Convert.ToHexString(admission.SessionId), out _);

    private void DropLate()
    {
        var now = time.GetUtcNow();
        foreach (var (id, waiting) in _waiting)
        {
            if (waiting.Until <= now)
            {
                _waiting.TryRemove(id, out _);
            }
        }
    }
}
