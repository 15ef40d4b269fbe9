namespace VirtualStage.Server.Journal;

/// <summary>A file of no use but its size: dropped on a full disk, it gives the journal room to end the show.</summary>
internal sealed class Ballast
{
    private const int Size = 8 << 20;

    private readonly string _path;

    public Ballast(string path)
    {
        _path = path;
        if (!File.Exists(path))
        {
            try
            {
                using var file = File.Create(path, 1 << 16);
                var block = new byte[1 << 16];
                // Not zeros: some file systems store those in no space at all.
                Random.Shared.NextBytes(block);
                for (var written = 0; written < Size; written += block.Length)
                {
                    file.Write(block);
                }
            }
            catch (IOException)
            {
                // A disk that is full already has no room for ballast: the journal says so on its first append.
                Drop();
            }
        }
    }

    /// <summary>Gives its room free; false when it was dropped before.</summary>
    public bool Drop()
    {
        if (!File.Exists(_path))
        {
            return false;
        }

        File.Delete(_path);
        return true;
    }
}
