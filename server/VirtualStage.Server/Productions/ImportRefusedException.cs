namespace VirtualStage.Server.Productions;

/// <summary>Files that are not taken in, because that would lose what people edited.</summary>
public sealed class ImportRefusedException(string reason) : Exception(reason);
