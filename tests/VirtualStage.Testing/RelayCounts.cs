namespace VirtualStage.Testing;

/// <summary>What a relay did with the datagrams of one direction.</summary>
/// <param name="Came">All that came.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Lost">Those that were lost by chance.</param>
/// <param name="Doubled">Those that went out twice.</param>
/// <param name="HeldBack">Those that were held back, to be overtaken.</param>
/// <param name="Cut">Those that were lost because the cable was out.</param>
public readonly record struct RelayCounts(long Came, long Bytes, long Lost, long Doubled, long HeldBack, long Cut);
