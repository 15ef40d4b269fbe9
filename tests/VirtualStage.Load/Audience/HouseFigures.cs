namespace VirtualStage.Load.Audience;

/// <summary>What a house full of spectators takes, beside other ways to send them the same.</summary>
/// <param name="Theatre">The theatre's house.</param>
/// <param name="Bare">A loop over WebSockets in the same run; null where it was not asked for.</param>
/// <param name="SignalR">A SignalR group in the same run; null where it was not asked for.</param>
/// <param name="Rude">The theatre's house once more, with those who read nothing, read slowly, or vanish; null where it was not asked for.</param>
internal sealed record HouseFigures(int Spectators, int Actors, int Cores, ServedFigures Theatre, ServedFigures? Bare, ServedFigures? SignalR, RudeFigures? Rude)
{
    /// <summary>Processor time for a delivered message as a share of the bare loop's, and of SignalR's.</summary>
    public double? CpuToBare => Ratio(Bare);

    public double? CpuToSignalR => Ratio(SignalR);

    private double? Ratio(ServedFigures? peer) => peer is null ? null : Math.Round(Theatre.CpuUsAMessage / peer.CpuUsAMessage, 3);
}

/// <summary>What serving spectators took.</summary>
/// <param name="CpuUsAMessage">The server's processor time for a delivered message; of the theatre, beyond what it takes with an empty house.</param>
/// <param name="Cores">The server's processor time by time, all in all.</param>
/// <param name="KilobytesASpectator">How much the server grew while they came in, by each.</param>
/// <param name="AllocatedAMessage">Bytes on the managed heap.</param>
internal sealed record ServedFigures(double CpuUsAMessage, double Cores, double KilobytesASpectator, double AllocatedAMessage, AudienceFigures Audience);

/// <summary>The house with those who should harm nobody.</summary>
/// <param name="P99Ratio">How late messages come to the others, by how late they come without them.</param>
internal sealed record RudeFigures(int Vanished, double P99Ratio, ServedFigures Theatre);
